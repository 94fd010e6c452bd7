-- AlterTable
ALTER TABLE "ticket" ADD COLUMN "kind_because" TEXT;
ALTER TABLE "ticket" ADD COLUMN "kind_by" TEXT;

-- CreateTable
CREATE TABLE "training_example" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "task" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT,
    "person_id" TEXT,
    "unit_code" TEXT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "training" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "task" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "done_at" BIGINT,
    "read_at" BIGINT,
    "source_hash" TEXT,
    "examples" INTEGER,
    "score_before" REAL,
    "score_after" REAL,
    "changes" TEXT,
    "model" TEXT,
    "model_hash" TEXT,
    "undone_by" TEXT,
    "undone_at" BIGINT,
    "is_tainted" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE INDEX "training_example_task_at_idx" ON "training_example"("task", "at");

-- CreateIndex
CREATE INDEX "training_example_subject_idx" ON "training_example"("subject");

-- CreateIndex
CREATE INDEX "training_example_person_id_idx" ON "training_example"("person_id");

-- CreateIndex
CREATE INDEX "training_task_state_id_idx" ON "training"("task", "state", "id");

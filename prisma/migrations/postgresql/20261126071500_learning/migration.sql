-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "kind_because" TEXT,
ADD COLUMN     "kind_by" TEXT;

-- CreateTable
CREATE TABLE "training_example" (
    "key" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject" TEXT,
    "person_id" TEXT,
    "unit_code" TEXT,
    "at" BIGINT NOT NULL,

    CONSTRAINT "training_example_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "training" (
    "id" SERIAL NOT NULL,
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
    "score_before" DOUBLE PRECISION,
    "score_after" DOUBLE PRECISION,
    "changes" TEXT,
    "model" TEXT,
    "model_hash" TEXT,
    "undone_by" TEXT,
    "undone_at" BIGINT,
    "is_tainted" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "training_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_example_task_at_idx" ON "training_example"("task", "at");

-- CreateIndex
CREATE INDEX "training_example_subject_idx" ON "training_example"("subject");

-- CreateIndex
CREATE INDEX "training_example_person_id_idx" ON "training_example"("person_id");

-- CreateIndex
CREATE INDEX "training_task_state_id_idx" ON "training"("task", "state", "id");

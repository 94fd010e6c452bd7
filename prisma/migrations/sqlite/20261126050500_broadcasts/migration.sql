-- DropIndex
DROP INDEX "person_grid_idx";

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "batch" TEXT;
ALTER TABLE "outbox" ADD COLUMN "edits" TEXT;

-- CreateTable
CREATE TABLE "person_tag" (
    "person_id" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    PRIMARY KEY ("person_id", "tag"),
    CONSTRAINT "person_tag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source_key" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "is_urgent" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "review" TEXT NOT NULL,
    "reviewer_id" TEXT,
    "reviewed_at" BIGINT,
    "review_words" TEXT,
    "start_at" BIGINT NOT NULL,
    "repeats" TEXT,
    "answer_minutes" INTEGER,
    "people" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "cursor" TEXT,
    "hold_until" BIGINT,
    "task" TEXT,
    "due_at" BIGINT,
    "closed_at" BIGINT,
    "record_for" TEXT,
    "origin_id" INTEGER,
    "is_live" INTEGER NOT NULL,
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "done_at" BIGINT
);

-- CreateTable
CREATE TABLE "notice_recipient" (
    "notice_id" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "route" TEXT,
    "address" TEXT,
    "language" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" BIGINT,
    "answered_by" TEXT,

    PRIMARY KEY ("notice_id", "person_id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "notice_id" INTEGER NOT NULL,
    "door" TEXT NOT NULL,
    "grid" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "is_reachable" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "by_id" TEXT,
    "at" BIGINT
);

-- CreateTable
CREATE TABLE "notice_watcher" (
    "notice_id" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "key" TEXT,
    "shown" TEXT,
    "shown_at" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,

    PRIMARY KEY ("notice_id", "person_id")
);

-- CreateTable
CREATE TABLE "notice_limit" (
    "unit_code" TEXT NOT NULL PRIMARY KEY,
    "head_count" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "person_tag_tag_person_id_idx" ON "person_tag"("tag", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_source_key_key" ON "notice"("source_key");

-- CreateIndex
CREATE INDEX "notice_is_live_idx" ON "notice"("is_live");

-- CreateIndex
CREATE INDEX "notice_made_by_id_idx" ON "notice"("made_by", "id");

-- CreateIndex
CREATE INDEX "notice_recipient_notice_id_reach_grid_person_id_idx" ON "notice_recipient"("notice_id", "reach", "grid", "person_id");

-- CreateIndex
CREATE INDEX "visit_notice_id_state_grid_idx" ON "visit"("notice_id", "state", "grid");

-- CreateIndex
CREATE UNIQUE INDEX "visit_notice_id_door_key" ON "visit"("notice_id", "door");

-- CreateIndex
CREATE INDEX "outbox_batch_state_idx" ON "outbox"("batch", "state");

-- CreateIndex
CREATE INDEX "person_grid_id_idx" ON "person"("grid", "id");

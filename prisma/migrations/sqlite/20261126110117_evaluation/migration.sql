-- AlterTable
ALTER TABLE "ticket_event" ADD COLUMN "holder_id" TEXT;
ALTER TABLE "ticket_event" ADD COLUMN "office_id" INTEGER;

-- CreateTable
CREATE TABLE "evaluation_matter" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_code" TEXT NOT NULL,
    "bad_at" BIGINT,
    "shares" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "evaluation_day" (
    "of_kind" TEXT NOT NULL,
    "of_id" TEXT NOT NULL,
    "day_at" BIGINT NOT NULL,
    "filed" INTEGER NOT NULL DEFAULT 0,
    "answered_in_time" INTEGER NOT NULL DEFAULT 0,
    "answered_late" INTEGER NOT NULL DEFAULT 0,
    "never_answered" INTEGER NOT NULL DEFAULT 0,
    "settled_in_time" INTEGER NOT NULL DEFAULT 0,
    "settled_late" INTEGER NOT NULL DEFAULT 0,
    "never_settled" INTEGER NOT NULL DEFAULT 0,
    "stood_still" INTEGER NOT NULL DEFAULT 0,
    "settled" INTEGER NOT NULL DEFAULT 0,
    "unverified" INTEGER NOT NULL DEFAULT 0,
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    "settled_in_village" INTEGER NOT NULL DEFAULT 0,
    "settled_above" INTEGER NOT NULL DEFAULT 0,
    "satisfied" INTEGER NOT NULL DEFAULT 0,
    "fair" INTEGER NOT NULL DEFAULT 0,
    "dissatisfied" INTEGER NOT NULL DEFAULT 0,
    "unrated" INTEGER NOT NULL DEFAULT 0,
    "mediated" INTEGER NOT NULL DEFAULT 0,
    "mediation_failed" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("of_kind", "of_id", "day_at")
);

-- CreateTable
CREATE TABLE "evaluation_progress" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "event_id" INTEGER NOT NULL,
    "missing" TEXT NOT NULL,
    "anew_after" INTEGER,
    "held_until" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "evaluation_matter_unit_code_bad_at_idx" ON "evaluation_matter"("unit_code", "bad_at");

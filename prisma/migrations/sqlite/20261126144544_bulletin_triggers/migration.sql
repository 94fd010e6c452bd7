-- AlterTable
ALTER TABLE "follow_up" ADD COLUMN "bulletin_id" INTEGER;
ALTER TABLE "follow_up" ADD COLUMN "cause_limit" INTEGER;

-- CreateTable
CREATE TABLE "bulletin_trigger" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source_key" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unanswered_hours" INTEGER,
    "dissatisfied_times" INTEGER,
    "made_by" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_trigger_source_key_key" ON "bulletin_trigger"("source_key");

-- CreateIndex
CREATE INDEX "bulletin_trigger_unit_code_kind_made_at_idx" ON "bulletin_trigger"("unit_code", "kind", "made_at");

-- CreateIndex
CREATE INDEX "ticket_unit_code_closed_at_idx" ON "ticket"("unit_code", "closed_at");

-- What somebody called settled that she had reported herself counts no more: everything is counted anew, beside the turns.
UPDATE "evaluation_progress" SET "anew_after" = 0;

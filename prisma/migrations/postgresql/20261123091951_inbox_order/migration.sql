-- DropIndex
DROP INDEX "inbox_state_retry_at_id_idx";

-- CreateIndex
CREATE INDEX "inbox_state_id_idx" ON "inbox"("state", "id");

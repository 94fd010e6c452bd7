-- DropIndex
DROP INDEX "ticket_reporter_id_state_idx";

-- CreateIndex
CREATE INDEX "ticket_reporter_id_number_idx" ON "ticket"("reporter_id", "number");

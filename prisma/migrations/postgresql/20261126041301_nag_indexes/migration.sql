-- CreateIndex
CREATE INDEX "nag_recipient_sent_at_idx" ON "nag"("recipient", "sent_at");

-- CreateIndex
CREATE INDEX "nag_subject_sent_at_idx" ON "nag"("subject", "sent_at");

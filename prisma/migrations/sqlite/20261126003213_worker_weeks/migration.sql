-- CreateIndex
CREATE INDEX "ticket_event_actor_id_at_idx" ON "ticket_event"("actor_id", "at");

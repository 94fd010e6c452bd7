-- CreateTable
CREATE TABLE "inbox" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" BIGINT NOT NULL,
    "retry_at" BIGINT NOT NULL DEFAULT 0,
    "done_at" BIGINT,
    "error" TEXT,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "menu_shown" (
    "address" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "shown_at" BIGINT NOT NULL,

    CONSTRAINT "menu_shown_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "lane" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "menu" TEXT,
    "about" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "owner" TEXT,
    "provider_id" TEXT,
    "error" TEXT,
    "created_at" BIGINT NOT NULL,
    "sent_at" BIGINT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_pause" (
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "until_at" BIGINT NOT NULL,

    CONSTRAINT "channel_pause_pkey" PRIMARY KEY ("channel","bot")
);

-- CreateTable
CREATE TABLE "talk" (
    "id" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "log" TEXT NOT NULL,
    "asking" TEXT,
    "started_at" BIGINT NOT NULL,
    "touched_at" BIGINT NOT NULL,

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fire_at" BIGINT NOT NULL,
    "fired_at" BIGINT,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "counter" (
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent" TEXT,
    "path" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nickname" TEXT,
    "language" TEXT NOT NULL,
    "grid" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reachable" INTEGER NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("channel","bot","actor")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "given" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "person_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("person_id","unit_code","role")
);

-- CreateTable
CREATE TABLE "ticket" (
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "reporter_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "responsible_id" TEXT,
    "state" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "answer_due_at" BIGINT NOT NULL,
    "answered_at" BIGINT,
    "settled_at" BIGINT,
    "closed_at" BIGINT,
    "created_at" BIGINT NOT NULL,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ticket_event" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "detail" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_media" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "event_id" INTEGER,
    "file" TEXT NOT NULL,

    CONSTRAINT "ticket_media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "number" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "score" TEXT NOT NULL,
    "reason" TEXT,
    "rated_by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("number","cycle")
);

-- CreateIndex
CREATE INDEX "inbox_state_retry_at_id_idx" ON "inbox"("state", "retry_at", "id");

-- CreateIndex
CREATE INDEX "inbox_address_state_id_idx" ON "inbox"("address", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_bot_dedupe_key_key" ON "inbox"("channel", "bot", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_state_route_lane_id_idx" ON "outbox"("state", "route", "lane", "id");

-- CreateIndex
CREATE INDEX "outbox_address_state_id_idx" ON "outbox"("address", "state", "id");

-- CreateIndex
CREATE INDEX "outbox_address_provider_id_idx" ON "outbox"("address", "provider_id");

-- CreateIndex
CREATE INDEX "talk_speaker_state_idx" ON "talk"("speaker", "state");

-- CreateIndex
CREATE INDEX "alarm_fired_at_fire_at_idx" ON "alarm"("fired_at", "fire_at");

-- CreateIndex
CREATE INDEX "unit_name_idx" ON "unit"("name");

-- CreateIndex
CREATE INDEX "unit_path_idx" ON "unit"("path");

-- CreateIndex
CREATE INDEX "person_grid_idx" ON "person"("grid");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "account_address_idx" ON "account"("address");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE INDEX "membership_unit_code_role_idx" ON "membership"("unit_code", "role");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_source_key_key" ON "ticket"("source_key");

-- CreateIndex
CREATE INDEX "ticket_reporter_id_state_idx" ON "ticket"("reporter_id", "state");

-- CreateIndex
CREATE INDEX "ticket_responsible_id_state_answer_due_at_idx" ON "ticket"("responsible_id", "state", "answer_due_at");

-- CreateIndex
CREATE INDEX "ticket_unit_code_state_idx" ON "ticket"("unit_code", "state");

-- CreateIndex
CREATE INDEX "ticket_event_number_id_idx" ON "ticket_event"("number", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_event_number_kind_source_key_key" ON "ticket_event"("number", "kind", "source_key");

-- CreateIndex
CREATE INDEX "ticket_media_number_idx" ON "ticket_media"("number");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_fkey" FOREIGN KEY ("parent") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_grid_fkey" FOREIGN KEY ("grid") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_event" ADD CONSTRAINT "ticket_event_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_media" ADD CONSTRAINT "ticket_media_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

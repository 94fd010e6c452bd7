-- CreateTable
CREATE TABLE "topic_screening" (
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "week_at" BIGINT NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "topic_screening_pkey" PRIMARY KEY ("unit_code","kind","week_at")
);

-- CreateTable
CREATE TABLE "briefing" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "week_at" BIGINT NOT NULL,
    "finding" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "leader_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "briefing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_instruction" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "briefing_id" INTEGER NOT NULL,
    "leader_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" BIGINT,

    CONSTRAINT "briefing_instruction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "briefing_source_key_key" ON "briefing"("source_key");

-- CreateIndex
CREATE INDEX "briefing_leader_id_id_idx" ON "briefing"("leader_id", "id");

-- CreateIndex
CREATE INDEX "briefing_unit_code_id_idx" ON "briefing"("unit_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_instruction_source_key_key" ON "briefing_instruction"("source_key");

-- CreateIndex
CREATE INDEX "briefing_instruction_briefing_id_id_idx" ON "briefing_instruction"("briefing_id", "id");

-- CreateIndex
CREATE INDEX "ticket_created_at_idx" ON "ticket"("created_at");

-- CreateIndex
CREATE INDEX "ticket_follower_since_at_idx" ON "ticket_follower"("since_at");

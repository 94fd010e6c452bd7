-- CreateTable
CREATE TABLE "transcript" (
    "inbox_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "seconds" INTEGER,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "transcript_pkey" PRIMARY KEY ("inbox_id")
);

-- CreateTable
CREATE TABLE "retelling" (
    "key" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "passages" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "retelling_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "retelling_day" (
    "date" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "retelling_day_pkey" PRIMARY KEY ("date")
);

-- CreateIndex
CREATE INDEX "transcript_state_next_at_idx" ON "transcript"("state", "next_at");

-- CreateIndex
CREATE INDEX "transcript_created_at_idx" ON "transcript"("created_at");

-- CreateIndex
CREATE INDEX "transcript_channel_file_id_idx" ON "transcript"("channel", "file_id");

-- CreateIndex
CREATE INDEX "retelling_state_next_at_idx" ON "retelling"("state", "next_at");

-- CreateIndex
CREATE INDEX "retelling_created_at_idx" ON "retelling"("created_at");

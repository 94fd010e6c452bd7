-- CreateTable
CREATE TABLE "media" (
    "channel" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "sha256" TEXT,
    "mime" TEXT,
    "bytes" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("channel","file_id")
);

-- CreateIndex
CREATE INDEX "media_state_next_at_idx" ON "media"("state", "next_at");

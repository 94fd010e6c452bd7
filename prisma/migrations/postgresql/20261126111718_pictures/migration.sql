-- CreateTable
CREATE TABLE "picture" (
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "files" TEXT,
    "shows" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE INDEX "picture_state_next_at_idx" ON "picture"("state", "next_at");

-- DropIndex
DROP INDEX "outbox_state_route_lane_id_idx";

-- AlterTable
ALTER TABLE "channel_pause" ADD COLUMN     "filled_at" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "learned_at" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "per_second" DOUBLE PRECISION,
ADD COLUMN     "tokens" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "chat_pace" (
    "address" TEXT NOT NULL,
    "spoken" TEXT NOT NULL,
    "until_at" BIGINT NOT NULL,

    CONSTRAINT "chat_pace_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "chat_pace_until_at_idx" ON "chat_pace"("until_at");

-- CreateIndex
CREATE INDEX "outbox_state_route_lane_next_at_id_idx" ON "outbox"("state", "route", "lane", "next_at", "id");

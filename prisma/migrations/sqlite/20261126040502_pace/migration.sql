-- DropIndex
DROP INDEX "outbox_state_route_lane_id_idx";

-- CreateTable
CREATE TABLE "chat_pace" (
    "address" TEXT NOT NULL PRIMARY KEY,
    "spoken" TEXT NOT NULL,
    "until_at" BIGINT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_channel_pause" (
    "channel" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "until_at" BIGINT NOT NULL,
    "per_second" REAL,
    "learned_at" BIGINT NOT NULL DEFAULT 0,
    "tokens" REAL NOT NULL DEFAULT 0,
    "filled_at" BIGINT NOT NULL DEFAULT 0,

    PRIMARY KEY ("channel", "bot")
);
INSERT INTO "new_channel_pause" ("bot", "channel", "until_at") SELECT "bot", "channel", "until_at" FROM "channel_pause";
DROP TABLE "channel_pause";
ALTER TABLE "new_channel_pause" RENAME TO "channel_pause";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "chat_pace_until_at_idx" ON "chat_pace"("until_at");

-- CreateIndex
CREATE INDEX "outbox_state_route_lane_next_at_id_idx" ON "outbox"("state", "route", "lane", "next_at", "id");

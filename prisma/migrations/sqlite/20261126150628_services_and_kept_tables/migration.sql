-- CreateTable
CREATE TABLE "service_item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "place" TEXT NOT NULL,
    "materials" TEXT NOT NULL,
    "time_limit" TEXT,
    "fee" TEXT,
    "basis" TEXT,
    "phone" TEXT,
    "source" TEXT,
    "grade" TEXT,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_transfer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source_key" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "about" INTEGER,
    "person_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "period_from" BIGINT,
    "period_to" BIGINT,
    "format" TEXT NOT NULL,
    "is_whole" INTEGER NOT NULL DEFAULT 0,
    "file" TEXT,
    "sha256" TEXT,
    "made" TEXT NOT NULL DEFAULT '[]',
    "removed_at" BIGINT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "all_rows" INTEGER NOT NULL DEFAULT 0,
    "counts" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "shown_key" TEXT,
    "shown" TEXT,
    "shown_at" BIGINT NOT NULL DEFAULT 0,
    "shown_count" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "new_transfer" ("about", "all_rows", "attempts", "counts", "created_at", "direction", "done_rows", "ended_at", "file", "format", "id", "is_whole", "next_at", "owner", "period_from", "period_to", "person_id", "reason", "sha256", "shown", "shown_at", "shown_count", "shown_key", "source_key", "state", "subject", "unit_code") SELECT "about", "all_rows", "attempts", "counts", "created_at", "direction", "done_rows", "ended_at", "file", "format", "id", "is_whole", "next_at", "owner", "period_from", "period_to", "person_id", "reason", "sha256", "shown", "shown_at", "shown_count", "shown_key", "source_key", "state", "subject", "unit_code" FROM "transfer";
DROP TABLE "transfer";
ALTER TABLE "new_transfer" RENAME TO "transfer";
CREATE UNIQUE INDEX "transfer_source_key_key" ON "transfer"("source_key");
CREATE INDEX "transfer_state_next_at_idx" ON "transfer"("state", "next_at");
CREATE INDEX "transfer_unit_code_id_idx" ON "transfer"("unit_code", "id");
CREATE INDEX "transfer_removed_at_created_at_idx" ON "transfer"("removed_at", "created_at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "service_item_category_idx" ON "service_item"("category");

-- CreateIndex
CREATE UNIQUE INDEX "service_item_unit_code_title_key" ON "service_item"("unit_code", "title");

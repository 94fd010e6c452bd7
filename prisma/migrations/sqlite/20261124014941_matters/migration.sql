-- CreateTable
CREATE TABLE "ticket_follower" (
    "number" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "since_at" BIGINT NOT NULL,

    PRIMARY KEY ("number", "person_id"),
    CONSTRAINT "ticket_follower_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ticket" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "latitude" REAL,
    "longitude" REAL,
    "reporter_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "responsible_id" TEXT,
    "filed_by" TEXT,
    "state" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "tier" TEXT NOT NULL DEFAULT 'simple',
    "answer_due_at" BIGINT NOT NULL,
    "settle_due_at" BIGINT,
    "urgent" INTEGER NOT NULL DEFAULT 0,
    "sealed" INTEGER NOT NULL DEFAULT 0,
    "answered_at" BIGINT,
    "settled_at" BIGINT,
    "closed_at" BIGINT,
    "created_at" BIGINT NOT NULL,
    "source_key" TEXT NOT NULL,
    CONSTRAINT "ticket_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ticket" ("answer_due_at", "answered_at", "closed_at", "created_at", "cycle", "kind", "latitude", "longitude", "number", "place", "reporter_id", "responsible_id", "settled_at", "source_key", "state", "unit_code", "what") SELECT "answer_due_at", "answered_at", "closed_at", "created_at", "cycle", "kind", "latitude", "longitude", "number", "place", "reporter_id", "responsible_id", "settled_at", "source_key", "state", "unit_code", "what" FROM "ticket";
DROP TABLE "ticket";
ALTER TABLE "new_ticket" RENAME TO "ticket";
CREATE UNIQUE INDEX "ticket_source_key_key" ON "ticket"("source_key");
CREATE INDEX "ticket_reporter_id_state_idx" ON "ticket"("reporter_id", "state");
CREATE INDEX "ticket_responsible_id_state_answer_due_at_idx" ON "ticket"("responsible_id", "state", "answer_due_at");
CREATE INDEX "ticket_unit_code_state_idx" ON "ticket"("unit_code", "state");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ticket_follower_person_id_idx" ON "ticket_follower"("person_id");

-- CreateTable
CREATE TABLE "bulletin" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "period_from" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "bundle_id" INTEGER,
    "state" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "made_by" TEXT,
    "decided_at" BIGINT,
    "decided_by" TEXT,
    "words" TEXT
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "person_id" TEXT,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "decided_by" TEXT,
    "decided_at" BIGINT,
    "decided_why" TEXT,
    "due_at" BIGINT,
    "done_by" TEXT,
    "done_at" BIGINT,
    "outcome" TEXT
);

-- CreateIndex
CREATE INDEX "bulletin_bundle_id_idx" ON "bulletin"("bundle_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_unit_code_kind_period_from_version_key" ON "bulletin"("unit_code", "kind", "period_from", "version");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_source_key_key" ON "follow_up"("source_key");

-- CreateIndex
CREATE INDEX "follow_up_number_id_idx" ON "follow_up"("number", "id");

-- CreateIndex
CREATE INDEX "follow_up_unit_code_state_id_idx" ON "follow_up"("unit_code", "state", "id");

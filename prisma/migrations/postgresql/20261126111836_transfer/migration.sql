-- CreateTable
CREATE TABLE "transfer" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "is_whole" INTEGER NOT NULL DEFAULT 0,
    "file" TEXT,
    "sha256" TEXT,
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
    "shown_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_step" (
    "transfer_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "deeds" TEXT NOT NULL,

    CONSTRAINT "transfer_step_pkey" PRIMARY KEY ("transfer_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "transfer_source_key_key" ON "transfer"("source_key");

-- CreateIndex
CREATE INDEX "transfer_state_next_at_idx" ON "transfer"("state", "next_at");

-- CreateIndex
CREATE INDEX "transfer_unit_code_id_idx" ON "transfer"("unit_code", "id");

-- CreateIndex
CREATE INDEX "household_head_id_idx" ON "household"("head_id");

-- AddForeignKey
ALTER TABLE "transfer_step" ADD CONSTRAINT "transfer_step_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "transfer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

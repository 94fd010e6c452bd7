-- AlterTable
ALTER TABLE "person" ADD COLUMN "phone_only_at" BIGINT;

-- CreateTable
CREATE TABLE "household" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "grid" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "head_id" TEXT,
    "carer_id" TEXT,
    "created_by" TEXT,
    "created_at" BIGINT NOT NULL,
    CONSTRAINT "household_grid_fkey" FOREIGN KEY ("grid") REFERENCES "unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "household_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "household_carer_id_fkey" FOREIGN KEY ("carer_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "household_member" (
    "person_id" TEXT NOT NULL PRIMARY KEY,
    "household_id" INTEGER NOT NULL,
    "created_at" BIGINT NOT NULL,
    CONSTRAINT "household_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "household_member_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "household_carer_id_idx" ON "household"("carer_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_grid_address_key" ON "household"("grid", "address");

-- CreateIndex
CREATE INDEX "household_member_household_id_idx" ON "household_member"("household_id");

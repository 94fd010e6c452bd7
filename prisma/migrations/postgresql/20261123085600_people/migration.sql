-- AlterTable
ALTER TABLE "person" ADD COLUMN     "confirmed_at" BIGINT,
ADD COLUMN     "confirmed_by" TEXT;

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "specialty" TEXT;

-- CreateTable
CREATE TABLE "invite" (
    "code" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "specialty" TEXT,
    "uses_left" INTEGER NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "created_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "invite_guess" (
    "id" SERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "invite_guess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" SERIAL NOT NULL,
    "grid" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "carer" TEXT,
    "phone_only" INTEGER NOT NULL DEFAULT 0,
    "kept_by" TEXT NOT NULL,
    "kept_at" BIGINT NOT NULL,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "id" SERIAL NOT NULL,
    "household_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "invite_guess_address_at_idx" ON "invite_guess"("address", "at");

-- CreateIndex
CREATE INDEX "household_grid_idx" ON "household"("grid");

-- CreateIndex
CREATE INDEX "household_member_household_id_idx" ON "household_member"("household_id");

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_grid_fkey" FOREIGN KEY ("grid") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE CASCADE;

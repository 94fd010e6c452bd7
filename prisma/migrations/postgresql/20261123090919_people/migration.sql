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

-- CreateIndex
CREATE INDEX "invite_guess_address_at_idx" ON "invite_guess"("address", "at");

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "transfer" ADD COLUMN     "about" INTEGER,
ADD COLUMN     "period_from" BIGINT,
ADD COLUMN     "period_to" BIGINT;

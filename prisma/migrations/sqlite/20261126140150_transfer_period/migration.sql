-- AlterTable
ALTER TABLE "transfer" ADD COLUMN "about" INTEGER;
ALTER TABLE "transfer" ADD COLUMN "period_from" BIGINT;
ALTER TABLE "transfer" ADD COLUMN "period_to" BIGINT;

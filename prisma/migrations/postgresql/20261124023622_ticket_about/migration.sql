-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "about_id" TEXT;

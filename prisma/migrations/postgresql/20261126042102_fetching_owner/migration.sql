-- AlterTable
ALTER TABLE "media" ADD COLUMN     "owner" TEXT;

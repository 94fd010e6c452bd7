-- AlterTable
ALTER TABLE "transfer" ADD COLUMN     "made" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "removed_at" BIGINT;

-- CreateTable
CREATE TABLE "service_item" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "place" TEXT NOT NULL,
    "materials" TEXT NOT NULL,
    "time_limit" TEXT,
    "fee" TEXT,
    "basis" TEXT,
    "phone" TEXT,
    "source" TEXT,
    "grade" TEXT,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "service_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "service_item_category_idx" ON "service_item"("category");

-- CreateIndex
CREATE UNIQUE INDEX "service_item_unit_code_title_key" ON "service_item"("unit_code", "title");

-- CreateIndex
CREATE INDEX "transfer_removed_at_created_at_idx" ON "transfer"("removed_at", "created_at");

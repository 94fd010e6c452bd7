-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "contact" TEXT;

-- AlterTable
ALTER TABLE "policy_passage" ADD COLUMN     "aspect" TEXT,
ADD COLUMN     "conditions" TEXT;

-- AlterTable
ALTER TABLE "policy_comment" ADD COLUMN     "is_official" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "policy_question_right_id_idx" ON "policy_question"("right_id");

-- AlterTable
ALTER TABLE "policy" ADD COLUMN "contact" TEXT;

-- AlterTable
ALTER TABLE "policy_passage" ADD COLUMN "aspect" TEXT;
ALTER TABLE "policy_passage" ADD COLUMN "conditions" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_policy_comment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source_key" TEXT NOT NULL,
    "root_id" INTEGER NOT NULL,
    "discussion_id" INTEGER,
    "parent_id" INTEGER,
    "person_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "is_official" INTEGER NOT NULL DEFAULT 0,
    "at" BIGINT NOT NULL,
    "hidden_by" TEXT,
    "hidden_at" BIGINT,
    "hidden_why" TEXT
);
INSERT INTO "new_policy_comment" ("at", "discussion_id", "hidden_at", "hidden_by", "hidden_why", "id", "parent_id", "person_id", "root_id", "source_key", "words") SELECT "at", "discussion_id", "hidden_at", "hidden_by", "hidden_why", "id", "parent_id", "person_id", "root_id", "source_key", "words" FROM "policy_comment";
DROP TABLE "policy_comment";
ALTER TABLE "new_policy_comment" RENAME TO "policy_comment";
CREATE UNIQUE INDEX "policy_comment_source_key_key" ON "policy_comment"("source_key");
CREATE INDEX "policy_comment_root_id_id_idx" ON "policy_comment"("root_id", "id");
CREATE INDEX "policy_comment_discussion_id_id_idx" ON "policy_comment"("discussion_id", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "policy_question_right_id_idx" ON "policy_question"("right_id");

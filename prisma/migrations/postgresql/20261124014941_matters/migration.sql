-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "filed_by" TEXT,
ADD COLUMN     "sealed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settle_due_at" BIGINT,
ADD COLUMN     "tier" TEXT NOT NULL DEFAULT 'simple',
ADD COLUMN     "urgent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ticket_follower" (
    "number" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "since_at" BIGINT NOT NULL,

    CONSTRAINT "ticket_follower_pkey" PRIMARY KEY ("number","person_id")
);

-- CreateIndex
CREATE INDEX "ticket_follower_person_id_idx" ON "ticket_follower"("person_id");

-- AddForeignKey
ALTER TABLE "ticket_follower" ADD CONSTRAINT "ticket_follower_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

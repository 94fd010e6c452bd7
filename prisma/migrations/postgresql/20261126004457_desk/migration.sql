-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "county_at" BIGINT;

-- CreateTable
CREATE TABLE "ticket_assist" (
    "number" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "office_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "since_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "ticket_assist_pkey" PRIMARY KEY ("number","cycle","office_id")
);

-- CreateIndex
CREATE INDEX "ticket_assist_office_id_ended_at_idx" ON "ticket_assist"("office_id", "ended_at");

-- AddForeignKey
ALTER TABLE "ticket_assist" ADD CONSTRAINT "ticket_assist_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_assist" ADD CONSTRAINT "ticket_assist_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

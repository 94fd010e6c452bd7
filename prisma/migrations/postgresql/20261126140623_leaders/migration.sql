-- CreateTable
CREATE TABLE "ticket_tag" (
    "number" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "ticket_tag_pkey" PRIMARY KEY ("number","tag")
);

-- CreateTable
CREATE TABLE "dashboard_look" (
    "pass_id" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "dashboard_look_pkey" PRIMARY KEY ("pass_id","unit_code")
);

-- CreateTable
CREATE TABLE "told_week" (
    "week_at" BIGINT NOT NULL,
    "counts" TEXT NOT NULL,
    "counted_at" BIGINT NOT NULL,

    CONSTRAINT "told_week_pkey" PRIMARY KEY ("week_at")
);

-- CreateIndex
CREATE INDEX "ticket_tag_tag_number_idx" ON "ticket_tag"("tag", "number");

-- CreateIndex
CREATE INDEX "dashboard_look_unit_code_at_idx" ON "dashboard_look"("unit_code", "at");

-- AddForeignKey
ALTER TABLE "ticket_tag" ADD CONSTRAINT "ticket_tag_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dashboard_look" ADD CONSTRAINT "dashboard_look_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "dashboard_pass"("id") ON DELETE CASCADE ON UPDATE CASCADE;

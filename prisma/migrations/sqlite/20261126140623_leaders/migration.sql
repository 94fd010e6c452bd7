-- CreateTable
CREATE TABLE "ticket_tag" (
    "number" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("number", "tag"),
    CONSTRAINT "ticket_tag_number_fkey" FOREIGN KEY ("number") REFERENCES "ticket" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "dashboard_look" (
    "pass_id" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("pass_id", "unit_code"),
    CONSTRAINT "dashboard_look_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "dashboard_pass" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "told_week" (
    "week_at" BIGINT NOT NULL PRIMARY KEY,
    "counts" TEXT NOT NULL,
    "counted_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "ticket_tag_tag_number_idx" ON "ticket_tag"("tag", "number");

-- CreateIndex
CREATE INDEX "dashboard_look_unit_code_at_idx" ON "dashboard_look"("unit_code", "at");

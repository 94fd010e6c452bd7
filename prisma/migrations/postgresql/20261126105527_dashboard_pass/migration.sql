-- CreateTable
CREATE TABLE "dashboard_pass" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "link_until" BIGINT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "opened_at" BIGINT,
    "session_hash" TEXT,
    "session_until" BIGINT,

    CONSTRAINT "dashboard_pass_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_pass_link_hash_key" ON "dashboard_pass"("link_hash");

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_pass_session_hash_key" ON "dashboard_pass"("session_hash");

-- CreateIndex
CREATE INDEX "dashboard_pass_person_id_idx" ON "dashboard_pass"("person_id");

-- AddForeignKey
ALTER TABLE "dashboard_pass" ADD CONSTRAINT "dashboard_pass_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

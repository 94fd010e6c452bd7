-- CreateTable
CREATE TABLE "assessment" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,
    "correction" TEXT,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_at" BIGINT NOT NULL,
    "made_by" TEXT,
    "decided_at" BIGINT,
    "decided_by" TEXT,
    "words" TEXT,
    "closes_at" BIGINT,
    "frozen_at" BIGINT,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_line" (
    "id" SERIAL NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "post" TEXT,
    "grade" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "made_by" TEXT,
    "objection_id" INTEGER,
    "words" TEXT,

    CONSTRAINT "assessment_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_objection" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "judge_id" TEXT,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" BIGINT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "assessment_objection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assessment_unit_code_kind_year_version_key" ON "assessment"("unit_code", "kind", "year", "version");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_line_assessment_id_subject_version_key" ON "assessment_line"("assessment_id", "subject", "version");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_objection_source_key_key" ON "assessment_objection"("source_key");

-- CreateIndex
CREATE INDEX "assessment_objection_assessment_id_state_id_idx" ON "assessment_objection"("assessment_id", "state", "id");

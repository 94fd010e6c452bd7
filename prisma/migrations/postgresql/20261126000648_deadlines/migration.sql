-- DropIndex
DROP INDEX "ticket_responsible_id_state_answer_due_at_idx";

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "bounced" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "due_at" BIGINT,
ADD COLUMN     "office_id" INTEGER,
ADD COLUMN     "supervised_at" BIGINT;

-- CreateTable
CREATE TABLE "sla_policy" (
    "id" SERIAL NOT NULL,
    "scope" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "target_ms" BIGINT NOT NULL,
    "calendar" TEXT NOT NULL,
    "stages" TEXT NOT NULL,
    "is_removed" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "week" TEXT NOT NULL,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "calendar_id" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("calendar_id","date")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "target_ms" BIGINT NOT NULL,
    "consumed_ms" BIGINT NOT NULL,
    "since_at" BIGINT,
    "due_at" BIGINT,
    "state" TEXT NOT NULL,
    "breached_at" BIGINT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_segment" (
    "id" SERIAL NOT NULL,
    "clock_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "target_ms" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" TEXT,

    CONSTRAINT "clock_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nag" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "clock_id" INTEGER,
    "subject" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "saying" TEXT NOT NULL,
    "is_fact" INTEGER NOT NULL DEFAULT 0,
    "release_at" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "sent_at" BIGINT,

    CONSTRAINT "nag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "schedule" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "ran_at" BIGINT NOT NULL,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("schedule","slot")
);

-- CreateTable
CREATE TABLE "office" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "duties" TEXT NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_words" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "duty_words_pkey" PRIMARY KEY ("unit_code","role")
);

-- CreateTable
CREATE TABLE "deputy" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "deputy_id" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("unit_code","role","person_id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "from_at" BIGINT NOT NULL,
    "until_at" BIGINT,
    "reason" TEXT NOT NULL,
    "deputy_id" TEXT,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("unit_code","role","date","person_id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "specialty" TEXT,
    "from_id" TEXT,
    "to_id" TEXT,
    "at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "done_at" BIGINT,
    "cancelled_at" BIGINT,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_template" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "answer_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "convened_by" TEXT NOT NULL,
    "leader_id" TEXT,
    "decision" TEXT,
    "created_at" BIGINT NOT NULL,
    "decided_at" BIGINT,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_party" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opinion" TEXT,
    "answered_at" BIGINT,
    "is_late" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "consultation_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "held_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "minutes" TEXT,
    "convened_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_task" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER,
    "meeting_id" INTEGER,
    "number" INTEGER,
    "owner_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "done_at" BIGINT,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "joint_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation" (
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "mediator_id" TEXT,
    "outcome" TEXT,
    "agreement" TEXT,
    "meeting_at" BIGINT,
    "meeting_place" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "mediation_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "mediation_party" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "meeting" TEXT,
    "confirmed_at" BIGINT,

    CONSTRAINT "mediation_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mediation_word" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "party_id" INTEGER,
    "said_by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "mediation_word_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sla_policy_clock_scope_matter_id_idx" ON "sla_policy"("clock", "scope", "matter", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_name_version_key" ON "calendar"("name", "version");

-- CreateIndex
CREATE INDEX "clock_state_id_idx" ON "clock"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "clock_subject_kind_cycle_key" ON "clock"("subject", "kind", "cycle");

-- CreateIndex
CREATE INDEX "clock_segment_clock_id_id_idx" ON "clock_segment"("clock_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "nag_key_key" ON "nag"("key");

-- CreateIndex
CREATE INDEX "nag_sent_at_release_at_idx" ON "nag"("sent_at", "release_at");

-- CreateIndex
CREATE INDEX "nag_clock_id_sent_at_idx" ON "nag"("clock_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "office_unit_code_name_key" ON "office"("unit_code", "name");

-- CreateIndex
CREATE INDEX "absence_person_id_until_at_idx" ON "absence"("person_id", "until_at");

-- CreateIndex
CREATE INDEX "handover_unit_code_role_idx" ON "handover"("unit_code", "role");

-- CreateIndex
CREATE INDEX "answer_template_unit_code_idx" ON "answer_template"("unit_code");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_source_key_key" ON "consultation"("source_key");

-- CreateIndex
CREATE INDEX "consultation_number_idx" ON "consultation"("number");

-- CreateIndex
CREATE INDEX "consultation_state_due_at_idx" ON "consultation"("state", "due_at");

-- CreateIndex
CREATE INDEX "consultation_party_consultation_id_idx" ON "consultation_party"("consultation_id");

-- CreateIndex
CREATE INDEX "consultation_party_person_id_state_idx" ON "consultation_party"("person_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_source_key_key" ON "meeting"("source_key");

-- CreateIndex
CREATE INDEX "meeting_unit_code_held_at_idx" ON "meeting"("unit_code", "held_at");

-- CreateIndex
CREATE UNIQUE INDEX "joint_task_source_key_key" ON "joint_task"("source_key");

-- CreateIndex
CREATE INDEX "joint_task_owner_id_state_idx" ON "joint_task"("owner_id", "state");

-- CreateIndex
CREATE INDEX "joint_task_consultation_id_idx" ON "joint_task"("consultation_id");

-- CreateIndex
CREATE INDEX "joint_task_meeting_id_idx" ON "joint_task"("meeting_id");

-- CreateIndex
CREATE INDEX "mediation_party_number_idx" ON "mediation_party"("number");

-- CreateIndex
CREATE INDEX "mediation_party_person_id_idx" ON "mediation_party"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_word_key_key" ON "mediation_word"("key");

-- CreateIndex
CREATE INDEX "mediation_word_number_party_id_idx" ON "mediation_word"("number", "party_id");

-- CreateIndex
CREATE INDEX "ticket_responsible_id_state_due_at_idx" ON "ticket"("responsible_id", "state", "due_at");

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_segment" ADD CONSTRAINT "clock_segment_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "clock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_party" ADD CONSTRAINT "consultation_party_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_party" ADD CONSTRAINT "mediation_party_number_fkey" FOREIGN KEY ("number") REFERENCES "mediation"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_word" ADD CONSTRAINT "mediation_word_number_fkey" FOREIGN KEY ("number") REFERENCES "mediation"("number") ON DELETE CASCADE ON UPDATE CASCADE;

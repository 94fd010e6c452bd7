-- CreateTable
CREATE TABLE "sla_policy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "scope" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "target_ms" BIGINT NOT NULL,
    "calendar" TEXT NOT NULL,
    "stages" TEXT NOT NULL,
    "is_removed" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "week" TEXT NOT NULL,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "calendar_id" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("calendar_id", "date"),
    CONSTRAINT "calendar_day_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "clock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "clock_segment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "clock_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "calendar_id" INTEGER NOT NULL,
    "target_ms" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" TEXT,
    CONSTRAINT "clock_segment_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "clock" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "nag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "sent_at" BIGINT
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "schedule" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "ran_at" BIGINT NOT NULL,

    PRIMARY KEY ("schedule", "slot")
);

-- CreateTable
CREATE TABLE "office" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "duties" TEXT NOT NULL,
    CONSTRAINT "office_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "duty_words" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    PRIMARY KEY ("unit_code", "role")
);

-- CreateTable
CREATE TABLE "deputy" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "deputy_id" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    PRIMARY KEY ("unit_code", "role", "person_id"),
    CONSTRAINT "deputy_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "deputy_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "absence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" TEXT NOT NULL,
    "from_at" BIGINT NOT NULL,
    "until_at" BIGINT,
    "reason" TEXT NOT NULL,
    "deputy_id" TEXT,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "shift" (
    "unit_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,

    PRIMARY KEY ("unit_code", "role", "date", "person_id"),
    CONSTRAINT "shift_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "handover" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "cancelled_at" BIGINT
);

-- CreateTable
CREATE TABLE "answer_template" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "consultation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "source_key" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "consultation_party" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "consultation_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opinion" TEXT,
    "answered_at" BIGINT,
    "is_late" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "consultation_party_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "held_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "minutes" TEXT,
    "convened_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "source_key" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "joint_task" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
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
    "source_key" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "mediation" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL,
    "mediator_id" TEXT,
    "outcome" TEXT,
    "agreement" TEXT,
    "meeting_at" BIGINT,
    "meeting_place" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "ended_at" BIGINT
);

-- CreateTable
CREATE TABLE "mediation_party" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "person_id" TEXT,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "meeting" TEXT,
    "confirmed_at" BIGINT,
    CONSTRAINT "mediation_party_number_fkey" FOREIGN KEY ("number") REFERENCES "mediation" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mediation_word" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "party_id" INTEGER,
    "said_by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "mediation_word_number_fkey" FOREIGN KEY ("number") REFERENCES "mediation" ("number") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ticket" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "latitude" REAL,
    "longitude" REAL,
    "reporter_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "responsible_id" TEXT,
    "filed_by" TEXT,
    "state" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "tier" TEXT NOT NULL DEFAULT 'simple',
    "answer_due_at" BIGINT NOT NULL,
    "settle_due_at" BIGINT,
    "due_at" BIGINT,
    "office_id" INTEGER,
    "bounced" INTEGER NOT NULL DEFAULT 0,
    "supervised_at" BIGINT,
    "urgent" INTEGER NOT NULL DEFAULT 0,
    "sealed" INTEGER NOT NULL DEFAULT 0,
    "about_id" TEXT,
    "answered_at" BIGINT,
    "settled_at" BIGINT,
    "closed_at" BIGINT,
    "created_at" BIGINT NOT NULL,
    "source_key" TEXT NOT NULL,
    CONSTRAINT "ticket_unit_code_fkey" FOREIGN KEY ("unit_code") REFERENCES "unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ticket" ("about_id", "answer_due_at", "answered_at", "closed_at", "created_at", "cycle", "filed_by", "kind", "latitude", "longitude", "number", "place", "reporter_id", "responsible_id", "sealed", "settle_due_at", "settled_at", "source_key", "state", "tier", "unit_code", "urgent", "what") SELECT "about_id", "answer_due_at", "answered_at", "closed_at", "created_at", "cycle", "filed_by", "kind", "latitude", "longitude", "number", "place", "reporter_id", "responsible_id", "sealed", "settle_due_at", "settled_at", "source_key", "state", "tier", "unit_code", "urgent", "what" FROM "ticket";
DROP TABLE "ticket";
ALTER TABLE "new_ticket" RENAME TO "ticket";
CREATE UNIQUE INDEX "ticket_source_key_key" ON "ticket"("source_key");
CREATE INDEX "ticket_reporter_id_state_idx" ON "ticket"("reporter_id", "state");
CREATE INDEX "ticket_responsible_id_state_due_at_idx" ON "ticket"("responsible_id", "state", "due_at");
CREATE INDEX "ticket_unit_code_state_idx" ON "ticket"("unit_code", "state");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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

-- CreateTable
CREATE TABLE "policy" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "root_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "replaced_by" INTEGER,
    "title" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "document_number" TEXT,
    "issued_on" TEXT,
    "effective_on" TEXT,
    "valid_until" TEXT,
    "grade" TEXT,
    "unit_code" TEXT NOT NULL,
    "concerns" TEXT NOT NULL,
    "file" TEXT,
    "state" TEXT NOT NULL,
    "pinned_at" BIGINT,
    "notice_id" INTEGER,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "published_by" TEXT,
    "published_at" BIGINT,
    "withdrawn_at" BIGINT,
    "withdrawn_why" TEXT,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_passage" (
    "id" SERIAL NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "article" TEXT,
    "heading" TEXT,
    "words" TEXT NOT NULL,
    "reading" TEXT,
    "reading_by" TEXT,
    "reading_at" BIGINT,
    "reviewed_by" TEXT,
    "reviewed_at" BIGINT,
    "returned" TEXT,

    CONSTRAINT "policy_passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_event" (
    "id" SERIAL NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "data" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "policy_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_document" (
    "id" SERIAL NOT NULL,
    "policy_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "name" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "owner" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "policy_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_question" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "follows_id" INTEGER,
    "topic" TEXT,
    "passage_id" INTEGER,
    "score" DOUBLE PRECISION,
    "state" TEXT NOT NULL,
    "right_id" INTEGER,
    "is_helpful" INTEGER,
    "ticket_number" INTEGER,
    "asked_at" BIGINT NOT NULL,
    "judged_at" BIGINT,
    "closed_by" TEXT,
    "closed_at" BIGINT,

    CONSTRAINT "policy_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_discussion" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "root_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "closed_at" BIGINT,
    "summary" TEXT,

    CONSTRAINT "policy_discussion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_comment" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "root_id" INTEGER NOT NULL,
    "discussion_id" INTEGER,
    "parent_id" INTEGER,
    "person_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "hidden_by" TEXT,
    "hidden_at" BIGINT,
    "hidden_why" TEXT,

    CONSTRAINT "policy_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "person_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("person_id","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_source_key_key" ON "policy"("source_key");

-- CreateIndex
CREATE INDEX "policy_state_topic_idx" ON "policy"("state", "topic");

-- CreateIndex
CREATE INDEX "policy_root_id_version_idx" ON "policy"("root_id", "version");

-- CreateIndex
CREATE INDEX "policy_passage_reading_at_idx" ON "policy_passage"("reading_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_passage_policy_id_position_key" ON "policy_passage"("policy_id", "position");

-- CreateIndex
CREATE INDEX "policy_event_policy_id_id_idx" ON "policy_event"("policy_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_event_policy_id_kind_source_key_key" ON "policy_event"("policy_id", "kind", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "policy_document_policy_id_key" ON "policy_document"("policy_id");

-- CreateIndex
CREATE INDEX "policy_document_state_next_at_idx" ON "policy_document"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_question_source_key_key" ON "policy_question"("source_key");

-- CreateIndex
CREATE INDEX "policy_question_state_asked_at_idx" ON "policy_question"("state", "asked_at");

-- CreateIndex
CREATE INDEX "policy_question_passage_id_idx" ON "policy_question"("passage_id");

-- CreateIndex
CREATE INDEX "policy_question_person_id_asked_at_idx" ON "policy_question"("person_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_discussion_source_key_key" ON "policy_discussion"("source_key");

-- CreateIndex
CREATE INDEX "policy_discussion_root_id_id_idx" ON "policy_discussion"("root_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_comment_source_key_key" ON "policy_comment"("source_key");

-- CreateIndex
CREATE INDEX "policy_comment_root_id_id_idx" ON "policy_comment"("root_id", "id");

-- CreateIndex
CREATE INDEX "policy_comment_discussion_id_id_idx" ON "policy_comment"("discussion_id", "id");

-- CreateIndex
CREATE INDEX "subscription_subject_idx" ON "subscription"("subject");

-- AddForeignKey
ALTER TABLE "policy_passage" ADD CONSTRAINT "policy_passage_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

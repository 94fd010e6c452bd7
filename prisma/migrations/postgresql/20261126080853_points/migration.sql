-- CreateTable
CREATE TABLE "points_rule" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "delta" INTEGER NOT NULL,
    "given_by" TEXT NOT NULL,
    "caps" TEXT NOT NULL,
    "is_removed" INTEGER NOT NULL DEFAULT 0,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "points_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "points_setting" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "publicity_days" INTEGER NOT NULL,
    "approve_above" INTEGER NOT NULL,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "points_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "points_entry" (
    "id" SERIAL NOT NULL,
    "account_kind" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "delta" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rule_id" INTEGER,
    "source_key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" TEXT,
    "at" BIGINT NOT NULL,
    "published_at" BIGINT NOT NULL,
    "effective_at" BIGINT NOT NULL,
    "reverses_id" INTEGER,

    CONSTRAINT "points_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "points_balance" (
    "account_kind" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "balance" INTEGER NOT NULL,

    CONSTRAINT "points_balance_pkey" PRIMARY KEY ("account_kind","account_id")
);

-- CreateTable
CREATE TABLE "points_grant" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "rule_id" INTEGER NOT NULL,
    "delta" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "decided_by" TEXT,
    "decided_at" BIGINT,
    "words" TEXT,

    CONSTRAINT "points_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "points_appeal" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "entry_id" INTEGER,
    "words" TEXT NOT NULL,
    "judge_id" TEXT,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by" TEXT,
    "answered_at" BIGINT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "points_appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_goods" (
    "id" SERIAL NOT NULL,
    "unit_code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "month_most" INTEGER,
    "picture" TEXT,
    "is_offered" INTEGER NOT NULL DEFAULT 1,
    "is_demo" INTEGER NOT NULL DEFAULT 0,
    "made_by" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "shop_goods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "goods_id" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "closed_at" BIGINT,
    "closed_by" TEXT,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "points_rule_unit_code_name_version_key" ON "points_rule"("unit_code", "name", "version");

-- CreateIndex
CREATE INDEX "points_setting_unit_code_id_idx" ON "points_setting"("unit_code", "id");

-- CreateIndex
CREATE UNIQUE INDEX "points_entry_source_key_key" ON "points_entry"("source_key");

-- CreateIndex
CREATE UNIQUE INDEX "points_entry_reverses_id_key" ON "points_entry"("reverses_id");

-- CreateIndex
CREATE INDEX "points_entry_account_kind_account_id_id_idx" ON "points_entry"("account_kind", "account_id", "id");

-- CreateIndex
CREATE INDEX "points_entry_account_kind_published_at_idx" ON "points_entry"("account_kind", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "points_grant_source_key_key" ON "points_grant"("source_key");

-- CreateIndex
CREATE INDEX "points_grant_state_id_idx" ON "points_grant"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "points_appeal_source_key_key" ON "points_appeal"("source_key");

-- CreateIndex
CREATE INDEX "points_appeal_person_id_id_idx" ON "points_appeal"("person_id", "id");

-- CreateIndex
CREATE INDEX "points_appeal_state_id_idx" ON "points_appeal"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "shop_goods_unit_code_name_zh_key" ON "shop_goods"("unit_code", "name_zh");

-- CreateIndex
CREATE UNIQUE INDEX "shop_order_source_key_key" ON "shop_order"("source_key");

-- CreateIndex
CREATE UNIQUE INDEX "shop_order_code_key" ON "shop_order"("code");

-- CreateIndex
CREATE INDEX "shop_order_person_id_id_idx" ON "shop_order"("person_id", "id");

-- CreateIndex
CREATE INDEX "shop_order_unit_code_state_idx" ON "shop_order"("unit_code", "state");

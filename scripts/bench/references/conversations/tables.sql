-- What `prisma migrate diff` writes for schema.prisma; its engine cannot be downloaded everywhere.
PRAGMA journal_mode = WAL;
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "grid" TEXT NOT NULL, "role" TEXT NOT NULL, "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "Ticket" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "what" TEXT NOT NULL, "place" TEXT NOT NULL, "kind" TEXT NOT NULL, "status" TEXT NOT NULL DEFAULT 'open', "reporterId" INTEGER NOT NULL REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE, "assigneeId" INTEGER NOT NULL REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE, "dueAt" DATETIME NOT NULL, "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" DATETIME NOT NULL);
CREATE TABLE "Event" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "ticketId" INTEGER NOT NULL REFERENCES "Ticket" ("id") ON DELETE RESTRICT ON UPDATE CASCADE, "actorId" INTEGER NOT NULL, "kind" TEXT NOT NULL, "detail" TEXT NOT NULL, "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "Card" ("chatId" INTEGER NOT NULL, "messageId" INTEGER NOT NULL, "ticketId" INTEGER NOT NULL REFERENCES "Ticket" ("id") ON DELETE RESTRICT ON UPDATE CASCADE, PRIMARY KEY ("chatId", "messageId"));
CREATE TABLE "Session" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" TEXT NOT NULL, "value" TEXT NOT NULL);
CREATE INDEX "Ticket_reporterId_idx" ON "Ticket"("reporterId");
CREATE INDEX "Ticket_assigneeId_status_idx" ON "Ticket"("assigneeId", "status");
CREATE INDEX "Ticket_status_dueAt_idx" ON "Ticket"("status", "dueAt");
CREATE INDEX "Event_ticketId_idx" ON "Event"("ticketId");
CREATE UNIQUE INDEX "Session_key_key" ON "Session"("key");

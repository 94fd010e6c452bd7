import type { FileRef } from "../../../channel/index.ts";
import { insertPerson, upsertAccount, type Moment } from "../../../people/index.ts";
import { addUnit } from "../../../org/index.ts";
import type { OpenTestDatabase, TestDatabase } from "../../../store/testing/index.ts";
import { createCalendar } from "../../../time/index.ts";
import { createManualClock } from "../../../time/testing/manualClock.ts";
import { insertPolicy } from "../../drafts/store.ts";
import { passagesOf, policyById } from "../../store.ts";
import type { Read } from "../read.ts";
import { createDocumentReader, type ReaderPorts } from "../reader.ts";
import { waitForDocument } from "../store.ts";

/** A reader on a real database; what reads the bytes, and where they are, is told by the test. */
export async function openReader(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const told: string[] = [];
  const reported: unknown[] = [];
  const reads: { next: (bytes: Uint8Array) => Promise<Read> } = { next: () => Promise.resolve(twoSections) };
  const momentIn: ReaderPorts["momentIn"] = (tx) =>
    ({
      tx,
      now: clock.now(),
      calendar: createCalendar("Asia/Shanghai"),
      draw: () => 0,
      post: (_, { blocks }) => {
        told.push(blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join(""));
        return Promise.resolve(true);
      },
    }) satisfies Moment;
  await populate(database, clock.now());
  const reader = createDocumentReader({
    database,
    clock,
    files: { read: () => Promise.resolve(Buffer.from("甲")) },
    momentIn,
    read: (bytes) => reads.next(bytes),
    report: (error) => reported.push(error),
  });
  return {
    database,
    clock,
    told,
    reported,
    reads,
    reader,
    /** An editor has sent a document; `state` is what became of its file. */
    sent: (state: string, name = "notice.docx") => sent(database, clock.now(), state, name),
    found: (id: number) =>
      database.transaction(async (tx) => ({
        state: (await policyById(tx, id))?.state,
        articles: (await passagesOf(tx, id)).map(({ article }) => article),
      })),
  };
}

export const twoSections: Read = {
  by: "articles",
  header: {
    title: "某市养老条例",
    topic: "elderly",
    issuer: null,
    documentNumber: null,
    issuedOn: null,
    effectiveOn: null,
    validUntil: null,
  },
  sections: ["第一条", "第二条"].map((article) => ({ article, heading: null, words: "甲。" })),
};

async function populate(database: TestDatabase, now: number): Promise<void> {
  await database.transaction(async (tx) => {
    await addUnit(tx, { code: "c", name: "县", kind: "county", parent: null });
    await insertPerson(tx, { id: "lou", name: "楼小雨", nickname: null, language: "zh", grid: "c" }, now);
    const account = { channel: "paper", bot: "bot", actor: "lou", address: "paper/bot/lou" };
    await upsertAccount(tx, "lou", account, now);
  });
}

let made = 0;

async function sent(database: TestDatabase, now: number, state: string, name: string): Promise<number> {
  made += 1;
  const file: FileRef = { kind: "document", channel: "paper", id: `file-${made}`, name };
  const draft = {
    title: name,
    topic: "other",
    issuer: "",
    documentNumber: null,
    issuedOn: null,
    effectiveOn: null,
    validUntil: null,
    unit: "c",
    concerns: [],
    grade: null,
    contact: null,
    follows: null,
    state: "reading",
    madeBy: "lou",
  } as const;
  return database.transaction(async (tx) => {
    const id = (await insertPolicy(tx, { ...draft, sourceKey: file.id, file }, now)) ?? 0;
    await waitForDocument(tx, id, file, now);
    const kept = state === "kept" ? { sha256: "a".repeat(64), mime: "text/plain" } : {};
    const reason = state === "refused" ? "wrong_type" : null;
    const at = { channel: "paper", bot: "bot", address: "paper/bot/lou" };
    const times = { attempts: 0, next_at: now, created_at: now };
    const row = { ...at, ...times, ...kept, file_id: file.id, kind: "document", state, reason };
    await tx.insertInto("media").values(row).execute();
    return id;
  });
}

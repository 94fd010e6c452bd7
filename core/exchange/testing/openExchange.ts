import { join } from "node:path";
import { paperCaps } from "../../channel/testing/paperAdapter.ts";
import type { FileRef } from "../../channel/index.ts";
import { createPost } from "../../delivery/index.ts";
import { KeptFiles, ownFile } from "../../media/index.ts";
import { addUnits } from "../../org/index.ts";
import { insertMembership, insertPerson, upsertAccount, type Moment, type Role } from "../../people/index.ts";
import { Painter, type Paper } from "../../pictures/index.ts";
import { writeSheet, type Value } from "../../spreadsheets/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { createCalendar, type TimeSource } from "../../time/index.ts";
import { fieldsOf } from "../incoming/model.ts";
import type { Direction, FileFormat, Imported, Span, Subject, TransferId } from "../model.ts";
import type { ExchangePorts } from "../ports.ts";
import { changeTransfer, insertTransfer, transferById } from "../store.ts";
import { createExchange } from "../worker.ts";

export const route = "paper/bot";

/** A township of so many villages with four grids each, and somebody who may bring tables in. */
async function settle(tx: Tx, villages: number, now: number): Promise<void> {
  const codes = Array.from({ length: villages }, (_, index) => `village${index}`);
  await addUnits(tx, [
    { code: "town", name: "某镇", kind: "township", parent: null },
    ...codes.map((code, index) => ({ code, name: `第${index}村`, kind: "village" as const, parent: "town" })),
    ...codes.flatMap((code) =>
      ["G1", "G2", "G3", "G4"].map((name) => ({
        code: `${code}-${name}`,
        name,
        kind: "grid" as const,
        parent: code,
      })),
    ),
  ]);
  for (const role of ["operator", "liaison_lead", "admin"] as const) await addStaff(tx, role, now);
}

async function addStaff(tx: Tx, role: Role, now: number): Promise<void> {
  await insertPerson(tx, { id: role, name: role, nickname: null, language: "zh", grid: null }, now);
  await insertMembership(tx, role, { role, unit: "town" }, now);
  const account = { channel: "paper", bot: "bot", actor: role, address: `${route}/${role}` };
  await upsertAccount(tx, role, account, now);
}

/** What takes tables out and brings them in, on a database of its own, without a program around it. */
export async function openExchange(
  database: Database,
  {
    dataDir,
    clock,
    villages = 2,
  }: { readonly dataDir: string; readonly clock: TimeSource; readonly villages?: number },
) {
  const files = new KeptFiles(join(dataDir, "media"));
  const capsOf = (of: string) => (of === route ? { ...paperCaps, edit: true } : undefined);
  const post = createPost({ clock, capsOf, written: () => undefined });
  const calendar = createCalendar("Asia/Shanghai");
  const reported: unknown[] = [];
  const painter = new Painter();
  const momentIn = (tx: Tx): Moment => ({ tx, now: clock.now(), post, calendar, draw: () => 0 });
  await database.transaction((tx) => settle(tx, villages, clock.now()));

  /** A worker; with `given`, one that is different. */
  function worker(given: Partial<ExchangePorts> = {}) {
    const print = (paper: Paper) => painter.print(paper);
    const ports = { database, clock, files, momentIn, capsOf, keptDays: 7, print };
    return createExchange({ ...ports, report: (error) => reported.push(error), ...given });
  }

  /** Asks for a table, as a turn does. */
  function ask(given: {
    readonly direction: Direction;
    readonly subject: Subject;
    readonly person?: string;
    readonly unit?: string;
    readonly file?: FileRef;
    readonly isWhole?: boolean;
    readonly about?: number;
    readonly format?: FileFormat;
    readonly period?: Span;
  }): Promise<TransferId> {
    const {
      person = "operator",
      unit = "town",
      file = null,
      isWhole = true,
      format = "csv",
      ...rest
    } = given;
    const sourceKey = `test ${Math.random()}`;
    return database.transaction((tx) =>
      insertTransfer(tx, { ...rest, format, sourceKey, person, unit, file, isWhole }, clock.now()),
    );
  }

  /** Keeps a table of these rows and asks for it to be looked at. */
  async function send(subject: Imported, rows: Iterable<readonly Value[]>, format: "xlsx" | "csv" = "csv") {
    const columns = fieldsOf[subject].map(({ zh: title }) => ({ title, isIdentifier: true }));
    const kept = await files.keepSheet(writeSheet(format, { name: "表", columns }, rows), format);
    return sendKept(subject, kept.id);
  }

  /** Asks for a file that is kept to be looked at. */
  async function sendKept(subject: Imported, id: string): Promise<TransferId> {
    const file = await database.transaction((tx) => ownFile(tx, { id, name: "表" }, clock.now()));
    return ask({ direction: "in", subject, file });
  }

  return {
    files,
    reported,
    worker,
    ask,
    send,
    sendKept,
    momentIn,
    /** Whoever sent it says that it shall be brought in, or taken back. */
    async want(id: TransferId, state: "wanted" | "undoing"): Promise<void> {
      const from = state === "wanted" ? "checked" : "done";
      const change = { state, doneRows: 0, attempts: 0, nextAt: clock.now() } as const;
      await database.transaction((tx) => changeTransfer(tx, id, [from], change));
    },
    found: (id: TransferId) => database.transaction((tx) => transferById(tx, id)),
    /** Everything that was said to anybody, in the order it was written. */
    async said(): Promise<readonly string[]> {
      const rows = await database.transaction((tx) =>
        tx.selectFrom("outbox").select(["payload"]).orderBy("id").execute(),
      );
      return rows.map(({ payload }) => (JSON.parse(payload) as { readonly text?: string }).text ?? "");
    },
  };
}

import { setImmediate as breathe } from "node:timers/promises";
import type { Text } from "../../language/index.ts";
import { tell, type Moment } from "../../people/index.ts";
import { showProgress } from "../progress.ts";
import { changeTransfer, deleteStep, insertStep, lastStep, transferById, type Transfer } from "../store.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { actingFor, subjectOf, type Importing } from "./importing.ts";
import type { Row } from "./kind.ts";
import { incoming } from "./kinds.ts";
import { fieldsOf } from "./model.ts";
import { chunksOf, withSheet } from "./rows.ts";

/** Two imports at once would each add whom the other adds. */
const oneAtATime = "import";

/** What stands in the way of an import, as it is kept until all is taken back. */
interface Hindrance {
  readonly line: number;
  readonly bad: Text;
}

/**
 * Brings in what was checked and confirmed: step by step, so that nobody waits for it, and each step with what it did, so
 * that all of it is taken back when one cannot be done. A program that dies goes on behind the last step.
 */
export async function applyImport(importing: Importing): Promise<void> {
  const { ports, transfer, stopped, isStopped } = importing;
  const { sha256: kept, doneRows: skip } = transfer;
  if (kept === null) throw new Error(`import ${transfer.id} was confirmed unchecked`);
  const fields = fieldsOf[subjectOf(transfer)];
  await withSheet(ports, { kept, fields }, stopped, async (opened) => {
    if (isStopped()) return;
    if ("why" in opened) return takeAllBack(importing, "failed");
    const seen = new Map<string, number | string>();
    const { rowsAtOnce } = incoming[subjectOf(transfer)];
    let done = skip;
    for await (const rows of chunksOf(opened, fields, { atOnce: rowsAtOnce, skip })) {
      if (isStopped()) return;
      const before = done;
      done += rows.length;
      const hindrance = await ports.database.transaction((tx) =>
        step(importing, ports.momentIn(tx), { rows, before, seen }),
      );
      if (hindrance === "over") return;
      if (hindrance) return takeAllBack(importing, hindrance);
    }
    await ports.database.transaction((tx) => end(importing, tx));
  });
}

/** Does one step. @returns what stands in its way; "over" when the import is no longer wanted, "forbidden" when she may not any more. */
async function step(
  { ports, transfer, begunAt }: Importing,
  moment: Moment,
  part: {
    readonly rows: readonly Row[];
    readonly before: number;
    readonly seen: Map<string, number | string>;
  },
): Promise<Hindrance | "over" | "forbidden" | undefined> {
  const { id, allRows } = transfer;
  const { rows, before, seen } = part;
  await ports.database.hold(moment.tx, oneAtATime);
  const done = before + rows.length;
  if (!(await changeTransfer(moment.tx, id, ["wanted"], { doneRows: done, attempts: 0 }))) return "over";
  const acting = await actingFor(moment, transfer);
  if (!acting) return "forbidden";
  const going = { transfer: id, scope: acting.unit, seen };
  const brought = await incoming[subjectOf(transfer)].bring(acting, going, rows);
  if ("bad" in brought) return { line: brought.line, bad: brought.bad };
  await insertStep(moment.tx, id, before, brought.deeds);
  await showProgress(ports, moment, transfer, begunAt, say.going(id, done, allRows));
  return undefined;
}

async function end({ ports, transfer }: Importing, tx: Moment["tx"]): Promise<void> {
  const moment = ports.momentIn(tx);
  const { id, person, allRows } = transfer;
  const done = { state: "done", doneRows: allRows, endedAt: moment.now, isLeft: true } as const;
  if (!(await changeTransfer(tx, id, ["wanted"], done))) return;
  const canUndo = incoming[subjectOf(transfer)].takeBack !== undefined;
  const choices = canUndo ? [{ label: say.undo, token: `/import ${id} undo` }] : [];
  const letter = { key: `transfer ${id} end ${person}`, lane: "reply", mayPassOn: () => false } as const;
  await tell(moment, person, { text: say.done(id, allRows), choices }, letter);
}

/** From here on everything it did is taken back, whoever dies meanwhile. */
async function takeAllBack(
  importing: Importing,
  hindrance: Hindrance | "failed" | "forbidden",
): Promise<void> {
  const { ports, transfer } = importing;
  const reason = typeof hindrance === "string" ? hindrance : JSON.stringify(hindrance);
  const turned = await ports.database.transaction((tx) =>
    changeTransfer(tx, transfer.id, ["wanted"], { state: "undoing", reason, doneRows: 0 }),
  );
  if (turned) await undoImport(importing);
}

/** Stops an import that fails again and again. */
export async function giveUp(importing: Importing): Promise<void> {
  await takeAllBack(importing, "failed");
}

/** Takes back, step by step and the last one first, what an import did. */
export async function undoImport(importing: Importing): Promise<void> {
  const { ports, isStopped } = importing;
  let isLeft = true;
  while (isLeft && !isStopped()) {
    isLeft = await ports.database.transaction((tx) => undoStep(importing, ports.momentIn(tx)));
    await breathe();
  }
}

/** @returns false when nothing is left to be taken back. */
async function undoStep({ ports, transfer }: Importing, moment: Moment): Promise<boolean> {
  const { tx } = moment;
  await ports.database.hold(tx, oneAtATime);
  const { id } = transfer;
  const now = await transferById(tx, id);
  if (now?.state !== "undoing") return false;
  const last = await lastStep(tx, id);
  if (!last) {
    await endUndone(moment, now);
    return false;
  }
  const kind = incoming[subjectOf(transfer)];
  const kept = (await kind.takeBack?.(moment, last.deeds)) ?? 0;
  await deleteStep(tx, id, last.position);
  await changeTransfer(tx, id, ["undoing"], { doneRows: now.doneRows + kept });
  return true;
}

async function endUndone(moment: Moment, transfer: Transfer): Promise<void> {
  const { id, person, reason, doneRows: kept } = transfer;
  const state = reason === null ? "undone" : "refused";
  const change = { state, endedAt: moment.now, isLeft: true } as const;
  await changeTransfer(moment.tx, id, ["undoing"], change);
  const letter = { key: `transfer ${id} undone ${person}`, lane: "reply", mayPassOn: () => false } as const;
  await tell(moment, person, { text: undoneText(id, reason, kept) }, letter);
}

function undoneText(id: number, reason: string | null, kept: number): Text {
  if (reason === null) return say.undone(id, kept);
  if (reason === "failed") return say.failed(id);
  if (reason === "forbidden") return say.forbidden(id);
  const { line, bad } = JSON.parse(reason) as Hindrance;
  return say.hindered(id, line, bad);
}

import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TransferId } from "../model.ts";
import { changeTransfer, transferById, type Transfer } from "../store.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { actingFor, subjectOf } from "./importing.ts";
import { incoming } from "./kinds.ts";

/** An import of whoever speaks: what somebody else sent she neither confirms nor learns of. */
async function own(acting: Acting, id: TransferId): Promise<Transfer | undefined> {
  const transfer = await transferById(acting.tx, id);
  return transfer?.direction === "in" && transfer.person === acting.person.id ? transfer : undefined;
}

/** The import that was checked is brought in, by a job. */
export async function confirmImport(acting: Acting, id: TransferId): Promise<Reply> {
  const transfer = await own(acting, id);
  if (!transfer) return say.noSuch;
  if (!(await actingFor(acting, transfer))) return say.noMore(id);
  const wanted = { state: "wanted", attempts: 0, doneRows: 0, nextAt: acting.now, isLeft: true } as const;
  const isOurs = await changeTransfer(acting.tx, id, ["checked"], wanted);
  return isOurs ? say.begun(id, transfer.allRows) : settled(transfer);
}

/** Why an import cannot be confirmed: it is not checked yet, its time is over, or it has been settled. */
function settled(transfer: Transfer): Reply {
  const { id, state, reason } = transfer;
  if (state === "waiting") return say.stillChecked(id);
  return reason === "lapsed" ? { text: say.lapsed(id), choices: [again(transfer)] } : say.notNow(id);
}

/** Begins the same import anew. */
export function again({ unit, subject }: Pick<Transfer, "unit" | "subject">): Choice {
  return { label: say.again, token: `/import ${unit} ${subject}` };
}

/** Nothing is brought in; of what is being brought in already everything is taken back. */
export async function dropImport(acting: Acting, id: TransferId): Promise<Reply> {
  const transfer = await own(acting, id);
  if (!transfer) return say.noSuch;
  const dropped = { state: "dropped", endedAt: acting.now } as const;
  if (await changeTransfer(acting.tx, id, ["checked"], dropped)) return say.dropped(id);
  const canStop = incoming[subjectOf(transfer)].takeBack !== undefined;
  const undoing = { state: "undoing", attempts: 0, doneRows: 0, nextAt: acting.now } as const;
  if (canStop && (await changeTransfer(acting.tx, id, ["wanted"], undoing))) return say.stopping(id);
  return settled(transfer);
}

/** What taking an import back would do; with `isSure` it is begun. It can be as long as its files are kept. */
export async function takeBackImport(acting: Acting, id: TransferId, isSure: boolean): Promise<Reply> {
  const transfer = await own(acting, id);
  if (!transfer) return say.noSuch;
  if (transfer.state === "undoing") return say.undoing(id);
  if (transfer.state === "undone") return say.undoneBefore(id);
  const canUndo = incoming[subjectOf(transfer)].takeBack !== undefined && transfer.removedAt === null;
  if (transfer.state !== "done" || !canUndo) return say.cannotUndo(id);
  if (!(await actingFor(acting, transfer))) return say.noMore(id);
  if (!isSure)
    return { text: say.askUndo(id), choices: [{ label: say.undoSure, token: `/import ${id} undo yes` }] };
  const undoing = { state: "undoing", attempts: 0, doneRows: 0, nextAt: acting.now, isLeft: true } as const;
  const isOurs = await changeTransfer(acting.tx, id, ["done"], undoing);
  return isOurs ? say.undoing(id) : say.notNow(id);
}

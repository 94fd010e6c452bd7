import type { Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import type { TransferId } from "../model.ts";
import { changeTransfer, transferById, type Transfer } from "../store.ts";
import { incomingTexts as say } from "../texts/incoming.ts";
import { actingFor, subjectOf } from "./importing.ts";
import { incoming } from "./kinds.ts";

/** How long an import can be taken back; afterwards too much has been built on it. */
const undoneWithin = 7 * day;

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
  return isOurs ? say.begun(id, transfer.allRows) : say.notNow(id);
}

export async function dropImport(acting: Acting, id: TransferId): Promise<Reply> {
  const transfer = await own(acting, id);
  if (!transfer) return say.noSuch;
  const dropped = { state: "dropped", endedAt: acting.now } as const;
  return (await changeTransfer(acting.tx, id, ["checked"], dropped)) ? say.dropped(id) : say.notNow(id);
}

/** What taking an import back would do; with `isSure` it is begun. */
export async function takeBackImport(acting: Acting, id: TransferId, isSure: boolean): Promise<Reply> {
  const transfer = await own(acting, id);
  if (!transfer) return say.noSuch;
  const isYoung = acting.now - transfer.createdAt < undoneWithin;
  const canUndo = incoming[subjectOf(transfer)].takeBack !== undefined && isYoung;
  if (transfer.state !== "done" || !canUndo) return say.cannotUndo(id);
  if (!(await actingFor(acting, transfer))) return say.noMore(id);
  if (!isSure)
    return { text: say.askUndo(id), choices: [{ label: say.undoSure, token: `/import ${id} undo yes` }] };
  const undoing = { state: "undoing", attempts: 0, doneRows: 0, nextAt: acting.now, isLeft: true } as const;
  const isOurs = await changeTransfer(acting.tx, id, ["done"], undoing);
  return isOurs ? say.undoing(id) : say.notNow(id);
}

import { fateOfFile } from "../media/index.ts";
import { day, second } from "../time/index.ts";
import { createRowWork, type RowWork } from "../work/index.ts";
import { applyImport, giveUp, undoImport } from "./incoming/apply.ts";
import { checkImport, failCheck } from "./incoming/check.ts";
import type { Importing } from "./incoming/importing.ts";
import { sendTemplate } from "./incoming/template.ts";
import { removeFiles } from "./old/remove.ts";
import { claimOld, oldTransfers } from "./old/store.ts";
import { exportTable, failExport } from "./outgoing/run.ts";
import { isPapered, transferStates } from "./model.ts";
import { makeFile } from "./papers/make.ts";
import type { ExchangePorts } from "./ports.ts";
import { changeTransfer, claimTransfer, dueTransfers, isBusy, type Transfer } from "./store.ts";

/** One table after another: each may take a processor for seconds. */
export const tablesAtOnce = 1;
/** What failed, or the program died of, so often is given up. */
const mostAttempts = 3;
const betweenAttempts = 10 * second;

/** Makes the tables that people asked for, checks, brings in and takes back those they sent, and removes the files of old ones. */
export function createExchange(ports: ExchangePorts): RowWork {
  const oldest = (): number => ports.clock.now() - ports.keptDays * day;
  return createRowWork<Transfer>({
    database: ports.database,
    clock: ports.clock,
    atOnce: tablesAtOnce,
    idOf: ({ id }) => String(id),
    async due(tx, claimant, limit) {
      const ids: string[] = [];
      // What is still on its way from its platform is not due yet.
      for (const { id, file, state } of await dueTransfers(tx, claimant, limit))
        if (state !== "waiting" || !file || (await fateOfFile(tx, file)) !== "waiting") ids.push(String(id));
      const old = await oldTransfers(tx, oldest(), claimant, limit);
      return [...ids, ...old.map(String)].slice(0, limit);
    },
    claim: async (tx, id, claimant) =>
      (await claimTransfer(tx, Number(id), claimant)) ?? claimOld(tx, Number(id), oldest(), claimant),
    perform: (transfer, stopped) => perform(ports, transfer, stopped),
  });
}

async function perform(
  ports: ExchangePorts,
  transfer: Transfer,
  stopped: Promise<"stopped">,
): Promise<number | undefined> {
  let isOver = false;
  void stopped.then(() => (isOver = true));
  const begunAt = ports.clock.now();
  const importing: Importing = { ports, transfer, begunAt, stopped, isStopped: () => isOver };
  try {
    const isHopeless = isBusy(transfer.state) && transfer.attempts > mostAttempts;
    const again = await (isHopeless ? end(importing) : work(importing));
    return again === undefined ? undefined : await postpone(ports, transfer, again);
  } catch (error) {
    if (isOver) return undefined;
    ports.report(error, transfer.id);
    return postpone(ports, transfer, ports.clock.now() + betweenAttempts);
  }
}

async function postpone({ database }: ExchangePorts, { id }: Transfer, at: number): Promise<number> {
  await database.transaction((tx) => changeTransfer(tx, id, transferStates, { nextAt: at, isLeft: true }));
  return at;
}

async function work(importing: Importing): Promise<number | undefined> {
  const { ports, transfer, isStopped } = importing;
  const { direction, state } = transfer;
  if (!isBusy(state)) await removeFiles(ports, transfer);
  else if (direction === "out" && isPapered(transfer.subject)) return makeFile(ports, transfer, isStopped);
  else if (direction === "out") return exportTable(ports, transfer, isStopped);
  else if (direction === "template") await sendTemplate(ports, transfer);
  else if (state === "waiting") return checkImport(importing);
  else if (state === "wanted") await applyImport(importing);
  else await undoImport(importing);
  return undefined;
}

/** Gives a table up, and says so; only what was begun to be taken back is tried for ever. */
async function end(importing: Importing): Promise<undefined> {
  const { ports, transfer } = importing;
  const { direction, state } = transfer;
  if (direction !== "in") await ports.database.transaction((tx) => failExport(ports.momentIn(tx), transfer));
  else if (state === "waiting") await failCheck(importing);
  else if (state === "wanted") await giveUp(importing);
  else await undoImport(importing);
}

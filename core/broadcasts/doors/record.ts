import { ownFile } from "../../media/index.ts";
import { readAddress } from "../../channel/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { nearestHolders, personById, reachableAt, tell, type Moment } from "../../people/index.ts";
import type { Notice } from "../model.ts";
import type { SpreadPorts } from "../spread/ports.ts";
import { changeNotice } from "../store.ts";
import { say } from "../texts.ts";
import { mayVisit, unitAt, whereOf } from "./access.ts";
import { doorsAfter } from "./store.ts";

const linesAtOnce = 1_000;
/** A message holds about so many. */
const linesInWords = 60;
/** Spreadsheets know by it that the words are UTF-8. */
const byteOrderMark = "\ufeff";

/** A cell of a table; what a spreadsheet would take for a formula is kept from being one. */
export function cellOf(words: string): string {
  const plain = /^[=+\-@\t]/.test(words) ? `'${words}` : words;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

async function linesOf(moment: Moment, notice: Notice, after: number) {
  const rows = await doorsAfter(moment.tx, notice.id, after, linesAtOnce);
  const lines: string[] = [];
  for (const { address, name, grid, state, at, by } of rows) {
    const when = at === null ? "" : moment.calendar.moment(at).zh;
    const where = await whereOf(moment, grid);
    lines.push(
      [address ?? "", name ?? "", where, say.doorState(state), when, by ?? ""].map(cellOf).join(","),
    );
  }
  return { lines, last: rows.at(-1)?.id };
}

/** What became of every door, as a table: read bit by bit, so that nobody waits for it. */
async function tableOf({ database, momentOf }: SpreadPorts, notice: Notice): Promise<string> {
  const lines = [say.recordHead];
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after;
    const next = await database.transaction((tx) => linesOf(momentOf(tx), notice, from));
    lines.push(...next.lines);
    after = next.last;
  }
  return byteOrderMark + lines.join("\r\n");
}

/** Sends the record of a call to whoever asked for it, and at its end to the command room. */
export async function sendRecord(ports: SpreadPorts, notice: Notice): Promise<void> {
  const table = await tableOf(ports, notice);
  const id = await ports.keepTable(table);
  await ports.database.transaction(async (tx) => {
    const moment = ports.momentOf(tx);
    const file = await ownFile(tx, { id, name: say.recordName(notice.id) }, moment.now);
    for (const reader of await readersOf(moment, notice)) {
      const isShown = await showsDocuments(ports, moment, reader);
      const text = isShown ? say.recordAttached(notice.id) : inWords(notice.id, table);
      const saying = { text, files: isShown ? [file] : [] };
      await tell(moment, reader, saying, {
        key: `notice ${notice.id} record ${reader} ${notice.recordFor === null ? "closed" : moment.now}`,
        lane: "alarm",
      });
    }
    await changeNotice(tx, notice.id, { recordFor: null });
  });
}

async function showsDocuments(ports: SpreadPorts, { tx }: Moment, reader: string): Promise<boolean> {
  const [address] = await reachableAt(tx, reader);
  const caps = address === undefined ? undefined : ports.capsOf(readAddress(address).route);
  return caps?.files.includes("document") === true;
}

/** Where no table can be shown, its first lines in words. */
function inWords(id: number, table: string): Text {
  const [, ...lines] = table.split("\r\n");
  const rest = lines.length - linesInWords;
  const more = rest > 0 ? [say.moreLines(rest)] : [];
  return join([say.recordAttached(id), verbatim(lines.slice(0, linesInWords).join("\n")), ...more]);
}

/** Whoever asked for it and may read it; at the end the command room, and the sender if she may. */
async function readersOf(moment: Moment, notice: Notice): Promise<readonly string[]> {
  const rooms = await nearestHolders(moment.tx, await unitAt(moment, notice.unit), "dispatcher");
  const asked =
    notice.recordFor === null || notice.recordFor === everyRoom
      ? [...rooms, notice.madeBy]
      : [notice.recordFor];
  const readers: string[] = [];
  for (const id of new Set(asked)) {
    const person = await personById(moment.tx, id);
    if (person && (await mayVisit({ ...moment, person }, notice, ""))) readers.push(id);
  }
  return readers;
}

/** Instead of one person's id: everybody who gets the record when a call is over. */
export const everyRoom = "*";

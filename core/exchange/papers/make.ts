import { sheetTable } from "../../bulletins/index.ts";
import type { Text } from "../../language/index.ts";
import { ownFile } from "../../media/index.ts";
import { unitByCode } from "../../org/index.ts";
import { householdOf, personById, tell, type Acting, type Moment } from "../../people/index.ts";
import { writeBook } from "../../spreadsheets/index.ts";
import { slipOf, type Slip } from "../../tickets/index.ts";
import { seesWhole } from "../access.ts";
import type { ExchangePorts } from "../ports.ts";
import { noteMade } from "../old/made.ts";
import { close } from "../outgoing/run.ts";
import { changeTransfer, type Transfer } from "../store.ts";
import { paperTexts as say } from "../texts/papers.ts";
import { slipPaper } from "./slip.ts";

/** A file that is ready to be kept. */
interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly text: Text;
}

/** Makes the slip or the sheet that somebody asked for and sends it to her, if she still may read it. */
export async function makeFile(
  ports: ExchangePorts,
  transfer: Transfer,
  isStopped: () => boolean,
): Promise<undefined> {
  const made = await (transfer.subject === "slip" ? slipFile(ports, transfer) : sheetFile(ports, transfer));
  if (!made) return refuse(ports, transfer);
  const kept = await ports.files.keep(made.bytes, "document", noteMade(ports, transfer));
  if (!kept) throw new Error("what was made is no file that is kept");
  if (isStopped()) return undefined;
  await ports.database.transaction(async (tx) => {
    const moment = ports.momentIn(tx);
    // Between the making and the handing over she may have lost it, too.
    if (!(await stillMay(moment, transfer))) return close(moment, transfer, refused, noMore(transfer));
    const done = { state: "done", doneRows: 1, sha256: kept.id, endedAt: moment.now, isLeft: true } as const;
    if (!(await changeTransfer(tx, transfer.id, ["waiting"], done))) return undefined;
    const file = await ownFile(tx, { id: kept.id, name: made.name }, moment.now);
    const letter = { lane: "reply", mayPassOn: () => false } as const;
    const key = `transfer ${transfer.id} end ${transfer.person}`;
    await tell(moment, transfer.person, { text: made.text, files: [file] }, { ...letter, key });
    return undefined;
  });
  return undefined;
}

const refused = { state: "refused", reason: "not_allowed" } as const;

function noMore({ subject, about }: Transfer): Text {
  return subject === "slip" ? say.slipNoMore(about ?? 0) : say.sheetNoMore;
}

function refuse({ database, momentIn }: ExchangePorts, transfer: Transfer): Promise<undefined> {
  return database.transaction((tx) => close(momentIn(tx), transfer, refused, noMore(transfer)));
}

async function actingFor(moment: Moment, { person: id }: Transfer): Promise<Acting | undefined> {
  const person = await personById(moment.tx, id);
  return person && { ...moment, person };
}

async function stillMay(moment: Moment, transfer: Transfer): Promise<boolean> {
  const acting = await actingFor(moment, transfer);
  if (!acting) return false;
  if (transfer.subject === "sheet") return (await sheetTable(acting, transfer.about ?? 0)) !== undefined;
  return (await slipFor(acting, transfer)) !== undefined;
}

/** The slip, and whether names stay whole on it: undefined where she may not have it so any more. */
async function slipFor(acting: Acting, { about, isWhole }: Transfer): Promise<Slip | undefined> {
  const slip = await slipOf(acting, about ?? 0);
  if ("refused" in slip) return undefined;
  const unit = await unitByCode(acting.tx, slip.ticket.unit);
  const seesNames = unit !== undefined && !slip.ticket.isSealed && seesWhole(acting.person, unit);
  return isWhole && !seesNames ? undefined : slip;
}

async function slipFile(ports: ExchangePorts, transfer: Transfer): Promise<Made | undefined> {
  const { isWhole } = transfer;
  const set = await ports.database.transaction(async (tx) => {
    const acting = await actingFor(ports.momentIn(tx), transfer);
    const slip = acting && (await slipFor(acting, transfer));
    if (!acting || !slip) return undefined;
    const { number, reporter, responsible } = slip.ticket;
    const isDemo = [reporter, responsible].some((id) => id?.startsWith("demo-"));
    const name = say.slipFile(number, acting.calendar.zone.dateOf(acting.now))[acting.person.language];
    const address = (await householdOf(tx, reporter))?.address ?? "";
    const paper = slipPaper(acting, slip, { isWhole, isDemo, address });
    return { paper, name, text: say.slipDone(number, isWhole) };
  });
  if (!set) return undefined;
  const { file } = await ports.print(set.paper);
  return { bytes: file, name: set.name, text: set.text };
}

async function sheetFile(ports: ExchangePorts, transfer: Transfer): Promise<Made | undefined> {
  const set = await ports.database.transaction(async (tx) => {
    const acting = await actingFor(ports.momentIn(tx), transfer);
    const table = acting && (await sheetTable(acting, transfer.about ?? 0));
    return table && { ...table, language: acting.person.language };
  });
  if (!set) return undefined;
  const bytes = await writeBook(set.tables);
  return { bytes, name: `${set.title[set.language]}.xlsx`, text: say.sheetDone(set.title) };
}

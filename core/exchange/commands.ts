import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { readUnit, unitsWhere, type Acting, type Action } from "../people/index.ts";
import type { ExchangeServices } from "./desk.ts";
import { confirmImport, dropImport, takeBackImport } from "./incoming/confirm.ts";
import { importTable } from "./incoming/importTable.flow.ts";
import { logView } from "./log.ts";
import { isImported, rights } from "./model.ts";
import { askSheet, askSlip } from "./papers/ask.ts";
import { exportTable } from "./outgoing/exportTable.flow.ts";
import { incomingTexts } from "./texts/incoming.ts";
import { paperTexts } from "./texts/papers.ts";
import { outgoingTexts } from "./texts/outgoing.ts";

type Said = Reply | Begin;
type ForCommands = ExchangeServices & {
  readonly acting: Acting | undefined;
  /** Names the message at hand; what it asks for is made once for it. */
  readonly messageKey: string;
};

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(run: (args: string, acting: Acting) => Promise<Said>): Command<ForCommands>["run"] {
  return async (args, { acting }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args.normalize("NFKC").trim(), acting);
  };
}

function whoMay(...wanted: readonly Action[]) {
  return ({ acting }: ForCommands): boolean =>
    acting !== undefined && wanted.some((action) => holds(acting, action));
}

function holds({ person }: Acting, action: Action): boolean {
  return unitsWhere(person.memberships, action).length > 0;
}

export const exchangeCommands: readonly Command<ForCommands>[] = [
  {
    name: "export",
    aliases: ["导出"],
    help: outgoingTexts.help,
    isFor: whoMay("data.export", "data.audit"),
    run: joined(exportCommand),
  },
  {
    name: "register",
    aliases: ["台账", "事项台账"],
    help: outgoingTexts.registerHelp,
    isFor: ({ acting }) =>
      acting !== undefined && rights.out.register.every((action) => holds(acting, action)),
    run: joined(registerCommand),
  },
  {
    name: "paper",
    aliases: [],
    help: { zh: "", en: "" },
    isFor: whoMay("ticket.read", "ticket.receive", "ticket.claim", "ticket.sealed", "stats.read"),
    run: paperCommand,
  },
  {
    name: "import",
    aliases: ["导入"],
    help: incomingTexts.help,
    isFor: whoMay("data.import"),
    run: joined(importCommand),
  },
];

/** `/export`, `/export 双桥村`, `/export log`. */
async function exportCommand(args: string, acting: Acting): Promise<Said> {
  if (args === "log" || args === "记录") return logView(acting);
  if (args === "") return begin(exportTable, { unit: null, subject: null });
  const read = await readUnit(acting.tx, args, (code) => `/export ${code}`);
  return "ask" in read ? read.ask : begin(exportTable, { unit: read.unit.code, subject: null });
}

/** `/register`, 台账, `/register 双桥村`: the export that offices ask for by its name. */
async function registerCommand(args: string, acting: Acting): Promise<Said> {
  if (args === "") return begin(exportTable, { unit: null, subject: "register" });
  const read = await readUnit(acting.tx, args, (code) => `/register ${code}`);
  return "ask" in read ? read.ask : begin(exportTable, { unit: read.unit.code, subject: "register" });
}

/** `/paper slip 1024`, `/paper sheet 7`: what buttons say. */
async function paperCommand(args: string, { acting, messageKey }: ForCommands): Promise<Said> {
  if (!acting) throw new Error("this command is for people who have joined");
  const [, what, number] = /^(slip|sheet) (\d{1,9})$/.exec(args.trim()) ?? [];
  if (number === undefined) return paperTexts.usage;
  return what === "slip"
    ? askSlip(acting, messageKey, Number(number))
    : askSheet(acting, messageKey, Number(number));
}

/** `/import`, `/import 双桥村`, `/import 330226106235 households`, `/import 7 apply`, `/import 7 undo yes`. */
async function importCommand(args: string, acting: Acting): Promise<Said> {
  const [, number, verb] = /^(\d{1,9}) (apply|drop|undo|undo yes)$/.exec(args) ?? [];
  if (number !== undefined) return settle(acting, Number(number), verb);
  if (args === "") return begin(importTable, { unit: null, subject: null });
  const [last = "", ...rest] = args.split(/\s+/).toReversed();
  const [subject, place] = isImported(last) ? [last, rest.toReversed().join(" ")] : [null, args];
  const read = await readUnit(acting.tx, place, (code) => `/import ${code} ${subject ?? ""}`.trim());
  return "ask" in read ? read.ask : begin(importTable, { unit: read.unit.code, subject });
}

function settle(acting: Acting, id: number, verb: string | undefined): Promise<Reply> {
  if (verb === "apply") return confirmImport(acting, id);
  return verb === "drop" ? dropImport(acting, id) : takeBackImport(acting, id, verb === "undo yes");
}

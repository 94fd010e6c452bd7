import { begin, type Command } from "../../dialogue/index.ts";
import { unitsCalled } from "../../org/index.ts";
import { unitsWhere, type Acting } from "../../people/index.ts";
import { readArgs, type Said } from "../mine.ts";
import type { TicketNumber } from "../model.ts";
import type { Refusal } from "../service.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";
import { ticketView } from "../views.ts";
import { atDesk } from "./access.ts";
import { droppable, returnable, sendable, takeable } from "./back.ts";
import { keepAtOffice } from "./bounce.ts";
import { moreDeskChoices } from "./choices.ts";
import { doneReply } from "./deeds.ts";
import { returnToVillage, sendDown, sendToCounty, supervise, takeBack } from "./deeds.flow.ts";
import { dispatch } from "./dispatch.flow.ts";
import { join } from "./join.flow.ts";
import { addOffice, renameOffice } from "./office.flow.ts";
import { kept, mayKeep, officesView, officeView, takeOfficeOut } from "./offices.ts";
import { deskView } from "./queue.ts";
import { supervisable, unsupervise } from "./supervise.ts";

export const deskCommand: Command<TicketServices> = {
  name: "desk",
  aliases: ["指挥台", "待处理"],
  help: say.deskHelp,
  isFor: ({ acting }) =>
    acting !== undefined && unitsWhere(acting.person.memberships, "ticket.dispatch").length > 0,
  run: async (args, { acting, messageKey }) => {
    if (!acting) throw new Error("the desk is for people who have joined");
    return desk(args.normalize("NFKC").trim(), acting, messageKey);
  },
};

/** `/desk` lists, `/desk #2` turns the page, `/desk 1024 dispatch` acts, `/desk offices` keeps the offices. */
async function desk(args: string, acting: Acting, key: string): Promise<Said> {
  const page = /^(?:#(\d{1,6}))?$/.exec(args);
  if (page) return deskView(acting, Number(page[1] ?? 1));
  const [word = "", ...rest] = args.split(/\s+/);
  if (word === "offices" || word === "科室") return offices(rest.join(" "), acting);
  if (word === "office") return office(rest, acting);
  const read = readArgs(args);
  if (!read) return say.deskUsage;
  const deed = Object.hasOwn(deeds, read.verb) ? deeds[read.verb] : undefined;
  return deed ? deed(acting, read.number, key) : ticketView(acting, read.number);
}

type Deed = (acting: Acting, number: TicketNumber, key: string) => Promise<Said>;

/** Begins a talk about a matter where it may be done, and says why not where it may not. */
function talk(
  flow: Parameters<typeof begin<TicketServices, { readonly number: number }>>[0],
  mayBegin: (acting: Acting, number: TicketNumber) => Promise<object | Refusal>,
): Deed {
  return async (acting, number) => {
    const found = await mayBegin(acting, number);
    return "refused" in found ? found.refused : begin(flow, { number });
  };
}

const deeds: Readonly<Record<string, Deed>> = {
  dispatch: talk(dispatch, atDesk),
  join: talk(join, atDesk),
  back: talk(takeBack, takeable),
  return: talk(returnToVillage, returnable),
  county: talk(sendToCounty, sendable),
  down: talk(sendDown, droppable),
  supervise: talk(supervise, supervisable),
  unsupervise: async (acting, number, key) => doneReply(await unsupervise(acting, number, key)),
  keep: async (acting, number, key) => doneReply(await keepAtOffice(acting, number, key)),
  async more(acting, number) {
    const ticket = await atDesk(acting, number);
    if ("refused" in ticket) return ticket.refused;
    return { text: say.moreOn(number), choices: moreDeskChoices(ticket) };
  },
};

/** The offices of one's own unit, or of the one that is named. */
async function offices(words: string, acting: Acting): Promise<Said> {
  if (words === "") {
    const [own = ""] = unitsWhere(acting.person.memberships, "ticket.dispatch");
    return officesView(acting, own);
  }
  const found = await unitsCalled(acting.tx, words);
  const unit = found.find(({ kind }) => kind === "township" || kind === "county");
  return unit ? officesView(acting, unit.code) : say.noSuchUnitHere(words);
}

/** `/desk office 12`, `/desk office 12 rename`, `/desk office add 330226106000`. */
async function office([first = "", verb = "", sure = ""]: readonly string[], acting: Acting): Promise<Said> {
  if (first === "add") {
    const refusal = await mayKeep(acting, verb);
    return refusal ? refusal.refused : begin(addOffice, { unit: verb });
  }
  const id = /^\d{1,9}$/.test(first) ? Number(first) : undefined;
  if (id === undefined) return say.deskUsage;
  if (verb === "remove") return takeOfficeOut(acting, id, sure === "sure");
  if (verb !== "rename") return officeView(acting, id);
  const found = await kept(acting, id);
  return "refused" in found ? found.refused : begin(renameOffice, { office: id });
}

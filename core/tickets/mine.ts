import { begin, type Begin, type Reply } from "../dialogue/index.ts";
import { join } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { broken, held } from "./aftercare/service.ts";
import { ratingChoices } from "./choices.ts";
import { whyDue } from "./clock/why.ts";
import { addToAlarm, calm } from "./danger/service.ts";
import { aboutTicket } from "./responsible.ts";
import { unfollow } from "./same/service.ts";
import { say } from "./texts.ts";
import { add } from "./verdict/add.flow.ts";
import { again } from "./verdict/again.flow.ts";
import { dissatisfied } from "./verdict/dissatisfied.flow.ts";
import { mayRateNow, notFixed, own, rate } from "./verdict/service.ts";
import { nudge, ownWaiting, putBack, settleByReporter } from "./verdict/waiting.ts";
import { withdraw } from "./verdict/withdraw.flow.ts";
import { mineView } from "./villagerView.ts";
import { ticketView } from "./views.ts";

/** What a command answers. */
export type Said = Reply | Begin;

/** A number, with 号 or # as people write it, and a word after it: `1024 done`. */
export function readArgs(args: string): { number: number; verb: string } | undefined {
  const written = /^(?:编号|#|№)?\s*(\d{1,9})(?:\s*号)?(?:\s+(\S+))?\s*$/u;
  const [, digits, verb = ""] = written.exec(args.normalize("NFKC").trim()) ?? [];
  return digits === undefined ? undefined : { number: Number(digits), verb: verb.toLowerCase() };
}

type Deed = (acting: Acting, number: number, key: string) => Promise<Said>;

/** How she is in a danger, passed on to everybody who was told of it. */
function stated(state: keyof typeof say.dangerSaid): Deed {
  return async (acting, number, key) => {
    const ticket = await ownWaiting(acting, number);
    if ("refused" in ticket) return ticket.refused;
    // Only those who were alerted hear of it: a sealed matter alerts nobody.
    if (!ticket.isUrgent) return ticketView(acting, number);
    await addToAlarm(acting, key, number, { words: say.dangerSaid[state].zh, files: [] });
    return state === "over" ? say.dangerOver(number) : say.dangerPassed;
  };
}

/** What a villager can do with a matter by `/mine <number> <verb>`. */
const deeds: Readonly<Record<string, Deed>> = {
  satisfied: (acting, number) => rated(acting, number, "satisfied"),
  fair: (acting, number) => rated(acting, number, "fair"),
  async dissatisfied(acting, number) {
    const ticket = await mayRateNow(acting, number);
    return "refused" in ticket ? ticket.refused : begin(dissatisfied, { number });
  },
  async not_fixed(acting, number, key) {
    const back = await notFixed(acting, number, key);
    return back === "back" ? say.backToWorker(number) : back.refused;
  },
  async nudge(acting, number, key) {
    const nudged = await nudge(acting, number, key);
    return "refused" in nudged ? nudged.refused : say.nudged(number, nudged.who);
  },
  async calm(acting, number, key) {
    const calmed = await calm(acting, number, key);
    return calmed === "calm" ? say.dangerCalm(number) : calmed.refused;
  },
  safe: stated("over"),
  out: stated("out"),
  inside: stated("inside"),
  come: stated("come"),
  called: stated("called"),
  cannot: stated("cannot"),
  why: (acting, number) => whyDue(acting, number),
  add: (_acting, number) => Promise.resolve(begin(add, { number })),
  async withdraw(acting, number) {
    const ticket = await ownWaiting(acting, number);
    return "refused" in ticket ? ticket.refused : begin(withdraw, { number });
  },
  async back(acting, number, key) {
    const back = await putBack(acting, number, key);
    return "refused" in back ? back.refused : say.putBack(number, back.who);
  },
  async mended(acting, number, key) {
    const settled = await settleByReporter(acting, number, key);
    if (settled !== "settled") return settled.refused;
    return { text: say.settledByYou(number), choices: ratingChoices(number) };
  },
  async again(acting, number) {
    const ticket = await own(acting, number);
    if ("refused" in ticket) return ticket.refused;
    return ticket.state === "closed" ? begin(again, { number, isSure: true }) : ticketView(acting, number);
  },
  async held(acting, number) {
    const said = await held(acting, number);
    return said === "held" ? say.held(number) : said.refused;
  },
  async broken(acting, number) {
    const reopened = await broken(acting, number);
    if ("refused" in reopened) return reopened.refused;
    const { responsible, due } = reopened;
    const text = join([say.reopened(number, responsible ?? undefined, due), say.sayMore]);
    return { text, about: aboutTicket(number) };
  },
  async unfollow(acting, number) {
    return (await unfollow(acting, number)) ? say.notFollowing(number) : ticketView(acting, number);
  },
};

/** `/mine` lists, `/mine 1024` shows, `/mine 1024 satisfied` rates, and so on. */
export async function mine(args: string, acting: Acting, key: string): Promise<Said> {
  if (args.trim() === "") return mineView(acting);
  const read = readArgs(args);
  if (!read) return say.noSuch(args.slice(0, 20));
  const deed = Object.hasOwn(deeds, read.verb) ? deeds[read.verb] : undefined;
  return deed ? deed(acting, read.number, key) : ticketView(acting, read.number);
}

async function rated(acting: Acting, number: number, score: "satisfied" | "fair"): Promise<Said> {
  const done = await rate(acting, number, score);
  return done === "rated" ? say.thanks(number) : done.refused;
}

import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { confirm, objectable, sign, toCourt } from "./agreement.ts";
import { becomesWilling, noteConsent, refuse } from "./consent.ts";
import { askOneSide, noteOneSide, objectTo, otherTime, sayMySide } from "./deeds.flow.ts";
import type { MediationServices } from "./desk.ts";
import { arrangeMeeting, endIt, giveBack, noAgreement, writeAgreement } from "./lead.flow.ts";
import { answerMeeting, noteMeetingWord } from "./meeting.ts";
import { isOpen, sideOf } from "./model.ts";
import { openMediation, replaceMediator } from "./openMediation.flow.ts";
import { mayCallIn } from "./open.ts";
import { mediationOf } from "./store.ts";
import { say } from "./texts.ts";
import { listView, mediationView } from "./views.ts";

type Said = Reply | Begin;

export const mediationFlows = [
  openMediation,
  replaceMediator,
  sayMySide,
  objectTo,
  otherTime,
  askOneSide,
  noteOneSide,
  arrangeMeeting,
  writeAgreement,
  noAgreement,
  giveBack,
  endIt,
] as const;

export const mediationCommands: readonly Command<MediationServices>[] = [
  {
    name: "mediate",
    aliases: ["调解", "我的调解", "请人调解"],
    help: say.opening.help,
    isFor: ({ acting }) => acting !== undefined,
    async run(args, { acting, messageKey }) {
      if (!acting) throw new Error("this command is for people who have joined");
      return mediate(args, acting, messageKey);
    },
  },
];

/** What stands after the number: a verb, and what it is about. */
interface Verb {
  readonly acting: Acting;
  readonly number: number;
  readonly key: string;
  readonly first: string;
  readonly second: string;
}

/** What can be done by `/mediate <number> <verb>`; each asks who does it. */
const verbs: Readonly<Record<string, (given: Verb) => Said | Promise<Said>>> = {
  async willing({ acting, number, key }) {
    const done = await becomesWilling(acting, number, key);
    return done === "speaks" ? { ...begin(sayMySide, { number }), says: say.party.willingOther } : done;
  },
  refuse: ({ acting, number, key }) => refuse(acting, number, key),
  say: ({ number }) => begin(sayMySide, { number }),
  coming: ({ acting, number, key, first }) =>
    answerMeeting(acting, number, key, { word: "coming", stamp: first }),
  away: ({ acting, number, key, first }) =>
    answerMeeting(acting, number, key, { word: "not_coming", stamp: first }),
  other: ({ number }) => begin(otherTime, { number }),
  agree: ({ acting, number, key, first }) => confirm(acting, number, key, Number(first)),
  async disagree({ acting, number, first }) {
    const refusal = await objectable(acting, number, Number(first));
    return refusal ?? begin(objectTo, { number, version: Number(first) });
  },
  leave: ({ number }) => begin(endIt, { number }),
  ok: (given) => noted(given, true),
  no: (given) => noted(given, false),
  comes: (given) => meetingNoted(given, "coming"),
  comesnot: (given) => meetingNoted(given, "not_coming"),
  ask: ({ number, first }) => begin(askOneSide, { number, party: Number(first) || 0 }),
  note: ({ number, first }) => begin(noteOneSide, { number, party: Number(first) || 0 }),
  meet: ({ number }) => begin(arrangeMeeting, { number }),
  agreement: ({ number }) => begin(writeAgreement, { number }),
  signed: ({ acting, number, key, first, second }) =>
    sign(acting, number, key, { party: Number(first), version: Number(second) }),
  court: ({ acting, number, key }) => toCourt(acting, number, key),
  fail: ({ number }) => begin(noAgreement, { number }),
  resign: ({ number }) => begin(giveBack, { number }),
  mediator: ({ number }) => begin(replaceMediator, { number }),
};

async function noted({ acting, number, key, first }: Verb, isWilling: boolean): Promise<Said> {
  const done = await noteConsent(acting, number, key, { party: Number(first), isWilling });
  return "refused" in done ? done.refused : done;
}

async function meetingNoted(
  { acting, number, key, first }: Verb,
  word: "coming" | "not_coming",
): Promise<Said> {
  const done = await noteMeetingWord(acting, number, key, { party: Number(first), word });
  return "refused" in done ? done.refused : done;
}

/** `/mediate` lists, `/mediate 1024` shows or calls in a mediator, `/mediate 1024 willing` and so on act. */
async function mediate(args: string, acting: Acting, key: string): Promise<Said> {
  const said = args.normalize("NFKC").trim();
  if (said === "") return listView(acting);
  const [, digits, word = "", first = "", second = ""] =
    /^(\d{1,9})(?:\s+(\w+))?(?:\s+(\w+))?(?:\s+(\w+))?$/.exec(said) ?? [];
  if (digits === undefined) return say.opening.usage;
  const number = Number(digits);
  const verb = Object.hasOwn(verbs, word.toLowerCase()) ? verbs[word.toLowerCase()] : undefined;
  return verb ? verb({ acting, number, key, first, second }) : shown(acting, number);
}

/** Whoever may call in a mediator where there is none is asked for one. */
async function shown(acting: Acting, number: number): Promise<Said> {
  const mediation = await mediationOf(acting.tx, number);
  const isHers =
    mediation !== undefined &&
    (isOpen(mediation) ||
      mediation.mediator === acting.person.id ||
      sideOf(mediation, acting.person.id) !== undefined);
  if (isHers) return mediationView(acting, number);
  const ticket = await mayCallIn(acting, number);
  return "refused" in ticket ? ticket.refused : begin(openMediation, { number });
}

import type { Body } from "../core/channel/index.ts";
import {
  begin,
  sayings,
  type Begin,
  type Book,
  type Command,
  type Json,
  type Reply,
} from "../core/dialogue/index.ts";
import { meaningOf, withDigits } from "../core/language/index.ts";
import {
  accept,
  acceptOffer,
  addHousehold,
  addMember,
  changeHouse,
  changeMember,
  join,
  peopleCommands,
  peopleTexts,
  setCarer,
  elect,
  enterRoster,
  handPost,
  type Acting,
} from "../core/people/index.ts";
import { consultationCommands, consultationFlows } from "../core/consultations/index.ts";
import { answersCall, noticeCommands, noticeFlows } from "../core/broadcasts/index.ts";
import { askCommands, askFlows, publishingCommands, publishingFlows } from "../core/policies/index.ts";
import { withDashboard } from "../core/dashboard/index.ts";
import { evaluationCommands } from "../core/evaluation/index.ts";
import { analysisCommands, analysisFlows } from "../core/analysis/index.ts";
import { pointsCommands, pointsFlows } from "../core/points/index.ts";
import { exchangeCommands, exchangeFlows } from "../core/exchange/index.ts";
import { bulletinCommands, bulletinFlows } from "../core/bulletins/index.ts";
import { serviceCommands, serviceFlows } from "../core/services/index.ts";
import { withYear, yearCommands, yearFlows } from "../core/assessments/index.ts";
import * as mediation from "../core/mediation/index.ts";
import { hearOut } from "../core/speech/index.ts";
import * as tickets from "../core/tickets/index.ts";
import { learningCommand } from "./learning/command.ts";
import type { Services } from "./services.ts";
import { say } from "./texts.ts";
import { hasTasks, understood } from "./understanding/firstSentence.ts";
import { menu, moreCommands } from "./understanding/menu.ts";
import { takeOf } from "./voices.ts";

const menuCommands: readonly Command<Services>[] = [
  {
    name: "start",
    aliases: ["开始"],
    help: say.startHelp,
    isFor: () => true,
    run: (args, services) => start(args.trim(), services),
  },
  {
    name: "menu",
    aliases: ["菜单", "主菜单"],
    help: say.menuHelp,
    isFor: () => true,
    run: (_args, services) => Promise.resolve(opening(services)),
  },
];

/** Everything this program can talk about. */
export const book: Book<Services> = {
  flows: [
    join,
    accept,
    addHousehold,
    addMember,
    changeMember,
    setCarer,
    changeHouse,
    enterRoster,
    handPost,
    elect,
    tickets.report,
    tickets.human,
    tickets.unclear,
    tickets.answer,
    tickets.settle,
    tickets.handOver,
    tickets.proxy,
    tickets.sendUp,
    tickets.askVillager,
    tickets.unverified,
    tickets.note,
    tickets.pause,
    tickets.changeLimit,
    tickets.changeDay,
    tickets.dissatisfied,
    ...tickets.deskFlows,
    ...consultationFlows,
    ...tickets.villagerFlows,
    ...tickets.staffFlows,
    ...mediation.mediationFlows,
    ...noticeFlows,
    ...pointsFlows,
    ...publishingFlows,
    hearOut,
    ...askFlows,
    ...exchangeFlows,
    ...serviceFlows,
    ...bulletinFlows,
    ...analysisFlows,
    ...yearFlows,
  ],
  commands: [
    ...tickets.ticketCommands.map(withMediation),
    ...mediation.mediationCommands,
    ...consultationCommands,
    ...noticeCommands,
    ...pointsCommands,
    ...publishingCommands,
    ...askCommands,
    ...exchangeCommands,
    ...serviceCommands,
    ...analysisCommands,
    ...peopleCommands.map(handingOn),
    ...evaluationCommands.map(withDashboard<Services>).map(withYear<Services>),
    learningCommand,
    ...menuCommands,
    ...moreCommands,
    ...bulletinCommands,
    ...yearCommands,
  ],
  first,
  otherwise,
};

/** Whoever loses her post loses what she must act on with it. */
function handingOn(command: Command<Services>): Command<Services> {
  if (command.name !== "role") return command;
  return {
    ...command,
    async run(args, services) {
      const said = await command.run(args, services);
      if (services.acting) await tickets.handOnVacated(services.acting, services.messageKey);
      return said;
    },
  };
}

/** Under the number of her matter a side of a mediation reads how that stands, too. */
function withMediation(command: Command<tickets.TicketServices>): Command<tickets.TicketServices> {
  if (command.name !== "mine") return command;
  return {
    ...command,
    async run(args, services) {
      const { acting } = services;
      const number = /^\s*(\d{1,9})\s*$/.exec(args.normalize("NFKC"))?.[1];
      const said = () => command.run(args, services);
      return acting && number !== undefined ? besides(acting, Number(number), said) : said();
    },
  };
}

/** What is said about a matter, and what a side of its mediation reads; of another's matter she reads the latter only. */
async function besides(
  acting: Acting,
  number: number,
  said: () => Promise<Reply | Begin>,
): Promise<Reply | Begin> {
  const view = await mediation.viewOfSide(acting, number);
  if (!view) return said();
  const whole = (await tickets.isReadable(acting, number)) ? await said() : [];
  return "begin" in whole ? whole : [...sayings(whole), view];
}

/** `/start` greets; `/start <code>` opens an invitation. */
async function start(code: string, services: Services): Promise<Reply | Begin> {
  if (code === "") return opening(services);
  const offer = await services.newcomer.offer(code);
  if ("refused" in offer) {
    const joinAnyway = [{ label: peopleTexts.joinAnyway, token: "/start" }];
    return services.acting ? offer.refused : { text: offer.refused, choices: joinAnyway };
  }
  return services.acting ? acceptOffer(code) : begin(join, { first: null, code });
}

function opening({ acting }: Services): Reply | Begin {
  return acting ? menu(acting) : begin(join, { first: null, code: null });
}

/** A danger to life comes before anything else, whoever speaks and whatever is being talked about. */
async function first(
  body: Body,
  { acting }: Services,
  talk: string | undefined,
): Promise<Reply | Begin | undefined> {
  if (body.type === "transcript") return begin(hearOut, takeOf(body));
  const danger = tickets.urgentIn(acting?.person, body, talk !== undefined);
  if (danger === undefined) return tickets.staysUrgent(body, talk);
  if (acting) return begin(tickets.danger, { danger }, body);
  const joining = begin(join, { first: body as unknown as Json, code: null });
  return { ...joining, says: tickets.numbersFirst(danger) };
}

/** What to say to a message outside every talk that is no command. */
async function otherwise(body: Body, services: Services): Promise<Reply | Begin> {
  const { acting } = services;
  if (body.type === "sticker") return sticker(services);
  if (!acting)
    return begin(join, { first: worthKeeping(body) ? (body as unknown as Json) : null, code: null });
  if (tickets.accusesIn(body))
    return (
      (await tickets.moreOnSealed(acting, services.repliedTo, body, services.messageKey)) ??
      begin(tickets.report, undefined, body)
    );
  const called = await answersCall(acting, body, services.messageKey);
  if (called) return called;
  const ended = services.repliedTo && (await tickets.aboutEnded(acting, services.repliedTo, body));
  const about =
    ended ||
    (await tickets.moreOnDanger(acting, body, services.messageKey)) ||
    (await tickets.correctionOf(acting, body));
  if (about) return about;
  const goesOn = await services.asking.followUp(body);
  if (goesOn) return goesOn;
  if (body.type === "text") {
    const meant = await aboutMatters(acting, body.text, services.messageKey);
    if (meant) return meant;
    if (!(await hasTasks(acting))) return understood(body, { ...services, acting });
  }
  // What whoever keeps a grid passes on from another chat is somebody's matter.
  if (body.type === "forward" && tickets.mayReportForOthers(acting))
    return begin(tickets.proxy, undefined, body);
  return (await hasTasks(acting))
    ? begin(tickets.answer, { number: null }, body)
    : begin(tickets.report, undefined, body);
}

/** What words mean that open no talk: a number, a verdict, a greeting, thanks. */
async function aboutMatters(acting: Acting, words: string, key: string): Promise<Reply | Begin | undefined> {
  const alone = /^\s*#?(\d{4,9})号?\s*$/.exec(withDigits(words))?.[1];
  const view = alone === undefined ? undefined : await mediation.viewOfSide(acting, Number(alone));
  if (view)
    return besides(acting, Number(alone), async () => (await tickets.aboutNumber(acting, words, key)) ?? []);
  const about =
    (await tickets.staffSaid(acting, words)) ??
    (await tickets.aboutNumber(acting, words, key)) ??
    (await tickets.verdictAlone(acting, words, key));
  if (about) return about;
  const meaning = meaningOf(words);
  if (meaning === "greeting") return menu(acting);
  // A grid worker's 「修好了」 is her answer.
  const isFixed = meaning === "fixed" && !(await hasTasks(acting));
  if (isFixed) return (await tickets.mendedAlone(acting)) ?? tickets.thanked(acting);
  return meaning === "thanks" ? tickets.thanked(acting) : undefined;
}

async function sticker(services: Services): Promise<Reply | Begin> {
  if (!(await services.firstSticker())) return say.smile;
  return services.acting
    ? [say.smile, ...[menu(services.acting)].flat()]
    : begin(join, { first: null, code: null });
}

/** Did a stranger say something that must not be lost while she joins? */
function worthKeeping(body: Body): boolean {
  if (body.type === "text") return !["greeting", "thanks"].includes(meaningOf(body.text));
  return (
    body.type === "media" || body.type === "voice" || body.type === "location" || body.type === "forward"
  );
}

import type { Text } from "../../language/index.ts";
import { lengthOf, type SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import { headline, type Ticket } from "../model.ts";

/** 「，最晚 11月28日 16:20 办好」, or nothing where that is past. */
function by(due: SaidMoment | undefined): Text {
  return due === undefined
    ? { zh: "", en: "" }
    : { zh: `，最晚 ${due.zh} 办好`, en: `, to be settled by ${due.en}` };
}

/** The same for a villager. */
function expected(due: SaidMoment | undefined): Text {
  return due === undefined
    ? { zh: "，会尽快办", en: " and is dealt with as soon as possible" }
    : { zh: `，预计 ${due.zh} 前办好`, en: `. Expected by ${due.en}` };
}

function timeLeft(left: number | undefined): Text {
  if (left === undefined) return { zh: "暂停", en: "standing still" };
  const length = lengthOf(Math.abs(left));
  return left > 0
    ? { zh: `还剩 ${length.zh}`, en: `${length.en} left` }
    : { zh: `超时 ${length.zh}`, en: `overdue ${length.en}` };
}

function asks(zh: string, en: string) {
  return (number: number): Text => ({
    zh: `${number} ${zh}完了发「好了」。`,
    en: `${number}: ${en} Then “done”.`,
  });
}

/** What the command room, township or county, reads and hears. */
export const deskTexts = {
  deskHelp: {
    zh: "指挥台：要分流、督办的事项",
    en: "/desk: what the command room dispatches and supervises",
  },
  deskUsage: {
    zh: "这样写：/desk 看待处理，/desk 1001 看一件，/desk offices 管科室。",
    en: "Write it like this: /desk for the queue, /desk 1001 for one matter, /desk offices for the offices.",
  },
  deskEmpty: { zh: "指挥台现在没有待处理的事项。", en: "Nothing waits at the desk." },
  deskQueue: (count: number, page: number, pages: number): Text => {
    const at: Text =
      pages > 1
        ? { zh: `（第 ${page}/${pages} 页）`, en: ` (page ${page} of ${pages})` }
        : { zh: "", en: "" };
    return {
      zh: `待处理 ${count} 件${at.zh}，督办的在前，再按最急排。点一件看详情。`,
      en: `${count} wait${at.en}: supervised first, then the most urgent. Pick one.`,
    };
  },
  deskLine: (
    ticket: Ticket,
    where: {
      readonly place: string;
      /** With the county, as its township reads it. */
      readonly isAway: boolean;
      readonly left: number | undefined;
      readonly office: string | undefined;
    },
  ): Text => {
    const [kind, left] = [kindOf(ticket.kind), timeLeft(where.left)];
    const eye: Text =
      ticket.supervisedAt === undefined ? { zh: "", en: "" } : { zh: "【督办】", en: "[supervised] " };
    const county: Text = { zh: " · 在县里", en: " · with the county" };
    const office = where.office === undefined ? "" : ` · ${where.office}`;
    const at: Text = !where.isAway
      ? { zh: office, en: office }
      : { zh: county.zh + office, en: county.en + office };
    return {
      zh: `${eye.zh}${ticket.number} ${kind.zh} · ${where.place} · ${left.zh}${at.zh}`,
      en: `${eye.en}${ticket.number} ${kind.en} · ${where.place} · ${left.en}${at.en}`,
    };
  },
  dispatch: { zh: "分流", en: "Dispatch" },
  consult: { zh: "会商", en: "Consult" },
  toVillage: { zh: "退回村里", en: "Back to the village" },
  takeBack: { zh: "收回", en: "Take back" },
  joint: { zh: "联合办理", en: "Several offices" },
  toCounty: { zh: "报县里", en: "Up to the county" },
  toTownship: { zh: "退回乡镇", en: "Back to the township" },
  supervise: { zh: "督办", en: "Supervise" },
  unsupervise: { zh: "取消督办", en: "Supervise no longer" },
  sendElsewhere: { zh: "另派", en: "Send elsewhere" },
  keepAtOffice: { zh: "仍由原科室办", en: "The office keeps it" },
  moreDeeds: { zh: "更多", en: "More" },
  moreOn: (number: number): Text => ({ zh: `${number} 还可以：`, en: `${number}, what else can be done:` }),
  notSentUp: (number: number): Text => ({
    zh: `${number} 在村里办，没有上报。可以督办。`,
    en: `${number} is with the village and has not been sent up. It can be supervised.`,
  }),
  isAtCounty: (number: number): Text => ({
    zh: `${number} 已报县里，由县指挥室办。`,
    en: `${number} is with the county's command room.`,
  }),
  isNotAtCounty: (number: number): Text => ({
    zh: `${number} 不在县里。`,
    en: `${number} is not with the county.`,
  }),
  dispatchTitle: { zh: "分流", en: "dispatching a matter" },
  askOffice: (number: number, isProposed: boolean): Text => ({
    zh: `${number} 分流到哪里？${isProposed ? "（第一个是建议，您定）" : ""}`,
    en: `Where does ${number} go?${isProposed ? " (The first is a proposal; you decide.)" : ""}`,
  }),
  askNoteForOffice: (number: number): Text => ({
    zh: `${number} 要交代科室什么？完了发「好了」；没有就「跳过」。村民看不到。`,
    en: `Anything to tell the office about ${number}? Then “done”, or “skip”. The villager does not read it.`,
  }),
  sureDispatch: (number: number, office: Text | undefined): Text => ({
    zh: `${number} 分流到${office?.zh ?? "这个科室"}，对吗？`,
    en: `Send ${number} to ${office?.en ?? "this office"}?`,
  }),
  sureLabels: { yes: { zh: "对，分流", en: "Yes, send it" }, no: { zh: "先不分", en: "Not now" } },
  notDispatched: (number: number): Text => ({
    zh: `好，${number} 没有动。`,
    en: `All right, nothing was done with ${number}.`,
  }),
  dispatchedHead: { zh: "分流", en: "Dispatched" },
  dispatched: (number: number, to: Text, due: SaidMoment | undefined): Text => ({
    zh: `${number} 已分流到${to.zh}${by(due).zh}。`,
    en: `${number} is with ${to.en} now${by(due).en}.`,
  }),
  dispatchedForVillager: (number: number, place: Text, due: SaidMoment | undefined): Text => ({
    zh: `${number} 已交给${place.zh}${expected(due).zh}。`,
    en: `${number} is with ${place.en}${expected(due).en}.`,
  }),
  nobodyThere: (number: number, office: string): Text => ({
    zh: `${office}这里还没有人，请电话通知。${number} 仍在您手上，期限照走。`,
    en: `Nobody of ${office} is here yet: please telephone them. ${number} stays in your hands; the clock runs on.`,
  }),
  nobodyStays: (number: number, office: string, holder: Text): Text => ({
    zh: `${office}这里还没有人，请电话通知。${number} 没有动，还在${holder.zh}那里。`,
    en: `Nobody of ${office} is here yet: please telephone them. ${number} stays with ${holder.en}.`,
  }),
  byTelephone: { zh: "这里没有人，要电话通知", en: "nobody is here, to be telephoned" },
  isThere: (number: number, office: string): Text => ({
    zh: `${number} 已经在${office}了。`,
    en: `${number} is with ${office} already.`,
  }),
  superviseTitle: { zh: "督办", en: "supervising a matter" },
  askWhySupervise: asks(
    "为什么督办？要什么时候、办到什么样？办的人看得到，期限不变。",
    "why is it supervised, and what do you expect? Whoever is on it reads it; no deadline moves.",
  ),
  supervised: (number: number, who: Text, reached: boolean): Text =>
    reached
      ? { zh: `${number} 已督办，${who.zh}知道了。`, en: `${number} is supervised and ${who.en} knows.` }
      : {
          zh: `${number} 已督办。${who.zh}收不到消息，请打电话。`,
          en: `${number} is supervised. ${who.en} cannot be reached here; please call.`,
        },
  supervisedNobody: (number: number): Text => ({
    zh: `${number} 已督办。现在没有人在办，请先指定。`,
    en: `${number} is supervised. Nobody is on it now: please name somebody.`,
  }),
  supervisedCard: (ticket: Ticket, who: string, words: string): Text => ({
    zh: `【督办 ${ticket.number}】${headline(ticket.what || ticket.place)}\n${who}说：${words}\n回复这条消息就是答复村民。`,
    en: `[Supervised ${ticket.number}] ${headline(ticket.what || ticket.place)}\n${who} says: ${words}\nReplying to this message answers the villager.`,
  }),
  isSupervised: (number: number): Text => ({
    zh: `${number} 已经在督办。`,
    en: `${number} is supervised already.`,
  }),
  isNotSupervised: (number: number): Text => ({
    zh: `${number} 没有督办。`,
    en: `${number} is not supervised.`,
  }),
  superviseYourself: (number: number): Text => ({
    zh: `${number} 就在您自己手上，不用督办。`,
    en: `${number} is in your own hands; there is nobody to supervise.`,
  }),
  unsupervised: (number: number): Text => ({
    zh: `好，${number} 不再督办。`,
    en: `All right, ${number} is no longer supervised.`,
  }),
  unsupervisedCard: (number: number): Text => ({
    zh: `${number} 不再督办了，照常办。`,
    en: `${number} is no longer supervised; go on as usual.`,
  }),
  takeBackTitle: { zh: "收回", en: "taking a matter back" },
  askWhyTakeBack: asks("为什么收回？科室看得到。", "why is it taken back? The office reads it."),
  isWithRoom: (number: number): Text => ({
    zh: `${number} 不在科室里，不用收回。`,
    en: `${number} is with no office.`,
  }),
  takenBackHead: { zh: "收回", en: "Taken back" },
  takenBack: (number: number, to: Text): Text => ({
    zh: `${number} 已收回，在${to.zh}手上。期限照走。`,
    en: `${number} is taken back and with ${to.en}; the clock runs on.`,
  }),
  takenFromYou: (number: number, who: string, words: string): Text => ({
    zh: `${number} 指挥室收回了，不用您办了。${who}说：${words}`,
    en: `${number} was taken back by the command room; nothing more to do. ${who} says: ${words}`,
  }),
  returnTitle: { zh: "退回村里", en: "giving a matter back to the village" },
  askWhyReturn: asks(
    "为什么退回村里？要村里做什么？",
    "why does it go back, and what should the village do?",
  ),
  returnedHead: { zh: "退回村里", en: "Back to the village" },
  returned: (number: number, to: Text): Text => ({
    zh: `${number} 已退回村里，由${to.zh}办。`,
    en: `${number} is back in the village, with ${to.en}.`,
  }),
  returnedForVillager: ({ number }: Pick<Ticket, "number">, due: SaidMoment): Text => ({
    zh: `${number} 镇里看过了，交回村里办，预计 ${due.zh} 前办好。`,
    en: `${number}: the township has looked at it and the village settles it. Expected by ${due.en}.`,
  }),
  complaintStays: (number: number): Text => ({
    zh: `${number} 是服务投诉，不能退回村里，请您这一级办。`,
    en: `${number} complains about service: it cannot go back down and is yours to settle.`,
  }),
  nobodyInVillage: (number: number): Text => ({
    zh: `村里还没有联村组长和网格员，${number} 退不回去。`,
    en: `The village has no liaison lead and no grid worker: ${number} cannot go back.`,
  }),
  countyTitle: { zh: "报县里", en: "sending a matter up to the county" },
  askWhyCounty: asks("为什么报县里？要县里做什么？", "why does it go up, and what should the county do?"),
  toCountyHead: { zh: "乡镇上报", en: "Sent up by the township" },
  sentToCounty: (number: number, to: Text): Text => ({
    zh: `${number} 已报县里，交给${to.zh}。`,
    en: `${number} is with ${to.en} at the county now.`,
  }),
  toCountyForVillager: (number: number, due: SaidMoment | undefined): Text => ({
    zh: `${number} 镇里办不了，已报县里${expected(due).zh}。`,
    en: `${number} is more than the township can settle and has gone up to the county${expected(due).en}.`,
  }),
  nobodyAtCounty: {
    zh: "县指挥室还没有人，报不上去。请告诉管理员。",
    en: "Nobody is in the county's command room yet. Please tell the administrator.",
  },
  sentDownTitle: { zh: "退回乡镇", en: "giving a matter back to its township" },
  askWhySendDown: asks(
    "为什么退回乡镇？要镇里做什么？",
    "why does it go back, and what should the township do?",
  ),
  sentDownHead: { zh: "县里退回", en: "Back from the county" },
  sentDown: (number: number, to: Text): Text => ({
    zh: `${number} 已退回乡镇，由${to.zh}办。`,
    en: `${number} is back with ${to.en}.`,
  }),
  sentDownForVillager: (number: number, township: string, due: SaidMoment | undefined): Text => ({
    zh: `${number} 县里看过了，交回${township}办${expected(due).zh}。`,
    en: `${number}: the county has looked at it and gave it back to ${township}${expected(due).en}.`,
  }),
  nobodyInTownship: (township: string): Text => ({
    zh: `${township}指挥室还没有人，退不回去。`,
    en: `Nobody is in the command room of ${township}: it cannot go back.`,
  }),
  supervisedLine: { zh: "❗ 督办事项", en: "❗ Supervised" },
} satisfies Record<string, unknown>;

import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { postAndName, roleNames } from "../texts/names.ts";
import type { HandedOn } from "./matters.ts";
import { handingTexts } from "./texts/handing.ts";
import { rosterTexts } from "./texts/roster.ts";
import { responsibilities } from "./texts/usual.ts";
import type { Role } from "../model.ts";

export { usualDuties } from "./texts/usual.ts";

/** Who has something, as people say it: 「网格员小何」. */
function holderName({ to }: HandedOn): Text {
  return postAndName(to.role, to.person);
}

/** 「1001、1002 转给网格员小何」 */
function handedLines(handed: readonly HandedOn[]): readonly Text[] {
  return handed.map((one) => {
    const to = holderName(one);
    return {
      zh: `${one.numbers.join("、")} 转给${to.zh}。`,
      en: `${one.numbers.join(", ")} went to ${to.en}.`,
    };
  });
}

function elsewhereLines(handed: readonly HandedOn[]): readonly Text[] {
  return handed.map((one) => {
    const to = holderName(one);
    return { zh: `${one.numbers.join("、")} 在${to.zh}那里`, en: `${one.numbers.join(", ")} with ${to.en}` };
  });
}

function untilWords(until: SaidMoment | undefined): Text {
  return until === undefined
    ? { zh: "先不定哪天回岗", en: "until further notice" }
    : { zh: `${until.zh}回岗`, en: `back on ${until.en}` };
}

/** What the list says of one post: who holds it, who is away and who stands in. */
export interface PostLine {
  readonly role: Role;
  /** The grid, where there are several. */
  readonly where: string;
  readonly holders: readonly HolderLine[];
  readonly duties: Text | undefined;
}

export interface HolderLine {
  readonly name: Text;
  readonly isOnShift: boolean;
  readonly away: { readonly until: SaidMoment | undefined; readonly standIn: string | undefined } | undefined;
  readonly deputy: string | undefined;
}

function holderLine({ name, isOnShift, away, deputy }: HolderLine): Text {
  const back = away && untilWords(away.until);
  const acts = away?.standIn;
  const notes = [
    ...(isOnShift ? [{ zh: "今天值班", en: "on duty today" }] : []),
    ...(back ? [{ zh: `不在岗，${back.zh}`, en: `away, ${back.en}` }] : []),
    ...(acts === undefined ? [] : [{ zh: `由${acts}代`, en: `${acts} stands in` }]),
    ...(deputy === undefined || acts !== undefined
      ? []
      : [{ zh: `代岗：${deputy}`, en: `deputy: ${deputy}` }]),
  ];
  if (notes.length === 0) return name;
  const { zh } = join(notes, "；");
  const { en } = join(notes, "; ");
  return { zh: `${name.zh}（${zh}）`, en: `${name.en} (${en})` };
}

function postLine({ role, where, holders, duties }: PostLine): Text {
  const title = responsibilities[role];
  const post = roleNames[role];
  const head: Text = {
    zh: `${title ? `${title.zh}·` : ""}${where}${post.zh}`,
    en: `${where === "" ? "" : `${where} `}${post.en}${title ? ` (${title.en})` : ""}`,
  };
  const names = holders.length === 0 ? { zh: "空缺", en: "vacant" } : undefined;
  const { zh } = names ?? join(holders.map(holderLine), "、");
  const { en } = names ?? join(holders.map(holderLine), ", ");
  const line: Text = { zh: `${head.zh}：${zh}`, en: `${head.en}: ${en}` };
  return duties ? { zh: `${line.zh}\n　${duties.zh}`, en: `${line.en}\n  ${duties.en}` } : line;
}

/** Every sentence about duties: the list, being away, standing in. */
export const say = {
  ...handingTexts,
  ...rosterTexts,
  help: { zh: "/duty：责任清单，谁在岗，请假代岗", en: "/duty: the responsibility list, who is on duty" },
  list: (unit: string, posts: readonly PostLine[], page: { at: number; of: number }): Text => {
    const more: Text =
      page.of > 1
        ? { zh: `（第 ${page.at} 页，共 ${page.of} 页）`, en: ` (page ${page.at} of ${page.of})` }
        : { zh: "", en: "" };
    const head: Text = {
      zh: `【责任清单】${unit}${more.zh}`,
      en: `[Responsibility list] ${unit}${more.en}`,
    };
    return join([head, ...posts.map(postLine)]);
  },
  /** Below the list, where its duties are not a unit's own. */
  usualNote: {
    zh: "（职责是通常写法，演示用）",
    en: "(The duties are the usual ones, for demonstration.)",
  },
  moreBelow: (count: number): Text => ({
    zh: `下面有 ${count} 个单位，发「/duty 村名」看。`,
    en: `${count} units below: send “/duty NAME”.`,
  }),
  mayNotRead: (unit: string): Text => ({
    zh: `您看不了${unit}的责任清单。`,
    en: `You may not see the responsibility list of ${unit}.`,
  }),
  usage: {
    zh: "这样写：\n看：/duty 双桥村\n请假：/duty off 3天 看病，或 /duty off 11月30日\n回岗：/duty back\n代岗：/duty deputy 老李 小何\n职责：/duty words 双桥村 网格员 …\n值班：/duty roster 前童镇 镇指挥室\n交接：/duty hand 双桥村\n换届：/duty election 双桥村",
    en: "Write it like this:\nsee: /duty UNIT\naway: /duty off 3 days REASON, or /duty off 2026-11-30\nback: /duty back\ndeputy: /duty deputy NAME NAME\nduties: /duty words UNIT ROLE …\nroster: /duty roster UNIT ROLE\nhandover: /duty hand UNIT\nelection: /duty election UNIT",
  },
  buttons: {
    off: { zh: "今天不在岗", en: "Away today" },
    back: { zh: "回岗了", en: "I am back" },
    hand: { zh: "交接", en: "Hand over a post" },
    roster: { zh: "值班表", en: "Roster" },
    election: { zh: "换届", en: "Election" },
    up: { zh: "上一级", en: "One level up" },
    next: { zh: "下一页", en: "Next page" },
    previous: { zh: "上一页", en: "Previous page" },
  },
  backChoice: { label: { zh: "回岗了", en: "I am back" }, token: "/duty back" },

  // -------------------------------------------------------------- being away
  offUsage: {
    zh: "这样写：/duty off 3天 看病，或 /duty off 11月30日。给别人记：/duty off 老李 3天。",
    en: "Write it like this: /duty off 3 days, or /duty off 2026-11-30. For somebody else: /duty off NAME 3 days.",
  },
  offPast: (date: SaidMoment): Text => ({
    zh: `${date.zh}不行，回岗的日子从明天算起。`,
    en: `Not ${date.en}: the day you are back is tomorrow or later.`,
  }),
  noSuchDay: (words: string): Text => ({
    zh: `日历上没有「${words.slice(0, 20)}」这一天。`,
    en: `No calendar has “${words.slice(0, 20)}”.`,
  }),
  offTooLong: {
    zh: "不在岗最长记一年。要是不回来了，请办交接。",
    en: "An absence is a year at most. Whoever does not come back hands the post over.",
  },
  mayNotEnter: (name: string): Text => ({
    zh: `您不能给${name}记不在岗。`,
    en: `You may not enter an absence of ${name}.`,
  }),
  noPost: (name: string): Text => ({
    zh: `${name}没有职务，不用记不在岗。`,
    en: `${name} holds no post; there is nothing to be away from.`,
  }),
  off: (given: {
    name: string | undefined;
    until: SaidMoment | undefined;
    reason: string;
    handed: readonly HandedOn[];
    standIn: Text | "nothing" | undefined;
  }): Text => {
    const { name, until, reason, handed, standIn } = given;
    const back = untilWords(until);
    const why = reason === "" ? "" : `（${reason}）`;
    const head: Text = {
      zh: `记下了：${name ?? "您"}不在岗${why}，${back.zh}。`,
      en: `Noted: ${name ?? "you"} ${name === undefined ? "are" : "is"} away${reason === "" ? "" : ` (${reason})`}, ${back.en}.`,
    };
    if (standIn === "nothing") return join([head, ...handedLines(handed)]);
    const who: Text = standIn
      ? { zh: `新来的事先到${standIn.zh}那里。`, en: `What comes in goes to ${standIn.en}.` }
      : {
          zh: `眼下没有人能代，新来的事还到${name ?? "您"}这里。`,
          en: `Nobody can stand in; what comes in still comes to ${name ?? "you"}.`,
        };
    return join([head, ...handedLines(handed), who]);
  },
  enteredForYou: (by: string, until: SaidMoment | undefined, handed: readonly HandedOn[]): Text => {
    const back = untilWords(until);
    const head: Text = {
      zh: `${by}给您记了不在岗，${back.zh}。`,
      en: `${by} noted that you are away, ${back.en}.`,
    };
    return join([head, ...handedLines(handed)]);
  },
  notAway: (name: string | undefined): Text => ({
    zh: `${name ?? "您"}本来就在岗。`,
    en: `${name ?? "You"} ${name === undefined ? "are" : "is"} on duty.`,
  }),
  back: (name: string | undefined, elsewhere: readonly HandedOn[]): Text => {
    const head: Text = {
      zh: `好，${name ?? "您"}回岗了。新来的事照常到${name ?? "您"}这里。`,
      en: `All right, ${name ?? "you"} ${name === undefined ? "are" : "is"} back; what comes in comes here again.`,
    };
    return elsewhere.length === 0 ? head : join([head, say.stayThere(elsewhere)]);
  },
  backForYou: (by: string, elsewhere: readonly HandedOn[]): Text => {
    const head: Text = { zh: `${by}给您记了回岗。`, en: `${by} noted that you are back.` };
    return elsewhere.length === 0 ? head : join([head, say.stayThere(elsewhere)]);
  },
  stayThere: (elsewhere: readonly HandedOn[]): Text => {
    const { zh } = join(elsewhereLines(elsewhere), "；");
    const { en } = join(elsewhereLines(elsewhere), "; ");
    return { zh: `不在时转出去的：${zh}，还由代的人办。`, en: `What went elsewhere stays there: ${en}.` };
  },
  backAgain: (elsewhere: readonly HandedOn[]): Text =>
    join([{ zh: "您今天回岗了。", en: "You are back today." }, say.stayThere(elsewhere)]),
  elsewhereLine: (elsewhere: readonly HandedOn[]): Text => {
    const count = elsewhere.flatMap(({ numbers }) => numbers).length;
    return {
      zh: `您回岗了，${count} 件还在代的人那里`,
      en: `You are back; ${count} matters stay with whoever stood in`,
    };
  },

  // ---------------------------------------------------------------- deputies
  deputyUsage: {
    zh: "这样写：/duty deputy 老李 小何（小何给老李代岗）。取消：/duty deputy 老李 无。",
    en: "Write it like this: /duty deputy NAME DEPUTY. To end it: /duty deputy NAME none.",
  },
  mayNotName: (name: string): Text => ({
    zh: `您不能给${name}定代岗的人。`,
    en: `You may not name a deputy of ${name}.`,
  }),
  deputyOfHerself: (name: string): Text => ({
    zh: `${name}不能给自己代岗。`,
    en: `${name} cannot stand in for herself.`,
  }),
  notColleague: (name: string): Text => ({
    zh: `${name}在附近没有办事的职务，看不了村民的事，不能代岗。`,
    en: `${name} holds no post around here that deals with villagers' matters: not a deputy.`,
  }),
  deputyNamed: (holder: string, deputy: string, posts: readonly Text[]): Text => ({
    zh: `好，${holder}不在时由${deputy}代：${join(posts, "、").zh}。`,
    en: `All right, when ${holder} is away, ${deputy} stands in: ${join(posts, ", ").en}.`,
  }),
  deputyEnded: (holder: string): Text => ({
    zh: `好，${holder}没有固定代岗的人了。`,
    en: `All right, ${holder} has no deputy any more.`,
  }),
  youAreDeputy: (holder: string, posts: readonly Text[]): Text => ({
    zh: `${holder}不在岗时由您代：${join(posts, "、").zh}。到时会告诉您。`,
    en: `When ${holder} is away you stand in: ${join(posts, ", ").en}. You will be told.`,
  }),
  youHaveDeputy: (deputy: string): Text => ({
    zh: `您不在岗时由${deputy}代。`,
    en: `When you are away, ${deputy} stands in.`,
  }),

  // ------------------------------------------------------------------- words
  wordsUsage: {
    zh: "这样写：/duty words 双桥村 网格员 每天看两次消息。用回通常写法：/duty words 双桥村 网格员 恢复。",
    en: "Write it like this: /duty words UNIT ROLE WORDS. Back to the usual ones: /duty words UNIT ROLE reset.",
  },
  words: (post: Text, words: Text): Text => ({
    zh: `${post.zh}的职责：${words.zh}`,
    en: `Duties of ${post.en}: ${words.en}`,
  }),
  wordsSet: (post: Text, words: Text): Text => ({
    zh: `好，${post.zh}的职责改为：${words.zh}`,
    en: `All right, the duties of ${post.en} are now: ${words.en}`,
  }),
  wordsTooLong: (length: number, longest: number): Text => ({
    zh: `写了 ${length} 个字，最多 ${longest} 个，请短一点。`,
    en: `That is ${length} characters; ${longest} at most, please.`,
  }),
  mayNotKeep: (post: Text): Text => ({
    zh: `您不能改${post.zh}的清单和值班。`,
    en: `You may not keep the list or roster of ${post.en}.`,
  }),
};

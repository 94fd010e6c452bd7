import { tagName } from "./tagNames.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { changeFrom } from "../kinds/change/model.ts";
import { kindOf, kinds, type KindId } from "../kinds/model.ts";
import { reasonName } from "./why.ts";
import { headline, type EnclosedFile, type Score, type Ticket, type TicketEventKind } from "../model.ts";

const fileKinds: Readonly<Record<EnclosedFile["kind"], Text>> = {
  photo: { zh: "照片", en: "photos" },
  voice: { zh: "语音", en: "voice messages" },
  video: { zh: "视频", en: "videos" },
  document: { zh: "文件", en: "documents" },
};

/** 「照片 2、语音 1」; nothing for none. */
export function countFiles(files: readonly EnclosedFile[]): Text {
  const alikes = Array.from(Map.groupBy(files, (file) => file.kind));
  const counted = alikes.map(([kind, alike]): Text => {
    const { zh, en } = fileKinds[kind];
    return { zh: `${zh} ${alike.length}`, en: `${en}: ${alike.length}` };
  });
  return { zh: counted.map(({ zh }) => zh).join("、"), en: counted.map(({ en }) => en).join(", ") };
}

/** 「（照片 2、语音 1）」 after what was said, or nothing. */
export function enclosed(files: readonly EnclosedFile[]): Text {
  const { zh, en } = countFiles(files);
  return files.length === 0 ? { zh: "", en: "" } : { zh: `（${zh}）`, en: ` (${en})` };
}

export function kindName(id: KindId): Text {
  const { group, zh, en } = kindOf(id);
  return group.zh === zh ? { zh, en } : { zh: `${group.zh}·${zh}`, en: `${group.en} · ${en}` };
}

export const kindOptions: readonly { id: KindId; label: Text }[] = kinds
  .filter((kind) => kind.id !== "human" && kind.id !== "accusation")
  .map(({ id, zh, en }) => ({ id, label: { zh, en } }));

/** A rating as an event keeps it, `score` or `score reason`, in words. */
function ratingWords(kept: string): Text {
  const [score = "", ...reason] = kept.split(" ");
  const name = isScore(score) ? scoreNames[score] : verbatim(score);
  const why = reason.join(" ");
  return why === "" ? name : { zh: `${name.zh}，${why}`, en: `${name.en}: ${why}` };
}

/** 「路灯」改成「道路」, and why. */
function kindChangeWords(kept: string): Text {
  const { before, after, reason } = changeFrom(kept);
  const [from, to] = [kindOf(before), kindOf(after)];
  const why = reason === "" ? { zh: "", en: "" } : { zh: `，${reason}`, en: `: ${reason}` };
  return { zh: `「${from.zh}」改成「${to.zh}」${why.zh}`, en: `${from.en} → ${to.en}${why.en}` };
}

function isScore(word: string): word is Score {
  return word in scoreNames;
}

export const scoreNames: Readonly<Record<Score, Text>> = {
  satisfied: { zh: "满意", en: "Satisfied" },
  fair: { zh: "基本满意", en: "Fairly satisfied" },
  dissatisfied: { zh: "不满意", en: "Not satisfied" },
};

/** Words of a matter, or what was sent instead of words. */
export function wordsOr(words: string, files: readonly EnclosedFile[]): Text {
  if (words !== "") return join([verbatim(words), enclosed(files)], "");
  return files.length === 0 ? { zh: "（只发了位置）", en: "(only a location)" } : countFiles(files);
}

/** One line of a list: number, kind, place or words, and where it stands. */
export function line(ticket: Ticket): Text {
  // Whoever looks over her shoulder does not read with whom she quarrels.
  const said =
    ticket.kind === "dispute" ? kindOf(ticket.kind) : verbatim(headline(ticket.what || ticket.place, 14));
  const state = stateNames[ticket.state];
  return { zh: `${ticket.number} ${said.zh} · ${state.zh}`, en: `${ticket.number} ${said.en} · ${state.en}` };
}

export const stateNames: Readonly<Record<Ticket["state"], Text>> = {
  open: { zh: "等答复", en: "waiting for an answer" },
  answered: { zh: "在办", en: "being dealt with" },
  settled: { zh: "办好了，等评价", en: "settled, waiting for your word" },
  closed: { zh: "已结束", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

export const eventNames: Readonly<Record<TicketEventKind, Text>> = {
  filed: { zh: "交上去", en: "handed in" },
  added: { zh: "补充", en: "added" },
  followed: { zh: "说是同一件事", en: "has the same matter" },
  nudged: { zh: "催办", en: "asked for it again" },
  withdrawn: { zh: "撤回", en: "took it back" },
  left: { zh: "不再跟这件事", en: "left it to the neighbours" },
  put_back: { zh: "又要反映", en: "wants it dealt with after all" },
  asked: { zh: "请村民补充", en: "asked the villager" },
  answered: { zh: "答复", en: "answered" },
  received: { zh: "回了一声", en: "has seen it" },
  noted: { zh: "记了一笔", en: "noted" },
  handed_over: { zh: "转村服务团队", en: "handed it to the village team" },
  assigned: { zh: "指派", en: "assigned it" },
  claimed: { zh: "接手", en: "took it on" },
  sent_up: { zh: "上报乡镇", en: "sent it up to the township" },
  dispatched: { zh: "分流", en: "dispatched it" },
  bounced: { zh: "退回指挥室", en: "sent it back to the command room" },
  decided: { zh: "定下由谁办", en: "decided who has it" },
  taken_back: { zh: "收回", en: "took it back" },
  returned: { zh: "退回村里", en: "gave it back to the village" },
  supervised: { zh: "督办", en: "supervises it" },
  unsupervised: { zh: "取消督办", en: "no longer supervises it" },
  joined: { zh: "请科室一起办", en: "asked an office to help" },
  sent_to_county: { zh: "报县里", en: "sent it up to the county" },
  sent_down: { zh: "退回乡镇", en: "gave it back to the township" },
  consulted: { zh: "发起会商", en: "called a consultation" },
  opinion: { zh: "说了会商意见", en: "gave an opinion" },
  consult_changed: { zh: "会商", en: "consultation" },
  consult_decided: { zh: "会商定下", en: "decided after the consultation" },
  tasked: { zh: "交办会商任务", en: "gave a joint task" },
  task_done: { zh: "办好会商任务", en: "did a joint task" },
  unverified: { zh: "没能核实", en: "could not verify it" },
  kind_changed: { zh: "改类别", en: "changed the kind" },
  tagged: { zh: "标了", en: "tagged it" },
  untagged: { zh: "去掉标签", en: "took a tag off" },
  paused: { zh: "暂停计时", en: "paused the clock" },
  resumed: { zh: "接着计时", en: "let the clock run again" },
  revised: { zh: "期限改了", en: "changed the limit" },
  overdue: { zh: "超时没答复，换人办", en: "no answer in time, passed on" },
  late: { zh: "到期没办好", en: "not settled in time" },
  mediating: { zh: "请人调解", en: "called in a mediator" },
  all_willing: { zh: "各方都愿意调解", en: "everybody is willing to mediate" },
  meeting_arranged: { zh: "约了见面", en: "a meeting was arranged" },
  agreement_written: { zh: "写好协议，等各方确认", en: "an agreement waits to be confirmed" },
  mediated: { zh: "调解成功", en: "agreed by mediation" },
  mediation_failed: { zh: "调解不成", en: "mediation came to no agreement" },
  mediation_over: { zh: "调解停了", en: "mediation was broken off" },
  settled: { zh: "办好", en: "settled" },
  not_fixed: { zh: "说还没好", en: "says it is not fixed" },
  rated: { zh: "评价", en: "rated" },
  reopened: { zh: "重新办", en: "reopened" },
  worded: { zh: "给村民留了一句", en: "left a word for the villager" },
  still_waiting: { zh: "说明还在办", en: "said that it is still being dealt with" },
  asked_after: { zh: "问是不是真的好了", en: "was asked whether it is really mended" },
  held: { zh: "说真的好了", en: "says that it is really mended" },
  closed: { zh: "七天没有评价，先结束", en: "not rated for seven days, closed" },
};

/** What a villager calls what the desk and the offices do with her matter. */
export const plainEventNames: Partial<Record<TicketEventKind, Text>> = {
  dispatched: { zh: "交给镇里的科室", en: "gave it to an office of the township" },
  bounced: { zh: "请指挥室另外安排", en: "asked the command room to find somebody else" },
  decided: { zh: "定下由科室办", en: "decided which office has it" },
  taken_back: { zh: "收回来重新安排", en: "took it back to find somebody else" },
  returned: { zh: "交回村里办", en: "gave it back to the village" },
  supervised: { zh: "盯着催办", en: "keeps an eye on it" },
  joined: { zh: "请来一起办", en: "asked for help" },
  sent_to_county: { zh: "报到县里", en: "sent it up to the county" },
  sent_down: { zh: "交回镇里办", en: "gave it back to the township" },
  consulted: { zh: "请几家单位一起商量", en: "asked several offices to settle it together" },
  consult_decided: { zh: "商量后定下", en: "decided together" },
};

export interface TimelineLine {
  readonly at: SaidMoment;
  readonly kind: TicketEventKind;
  readonly who: string;
  readonly words: string;
  readonly files: readonly EnclosedFile[];
}

/** What an event keeps, in words: some of it is a word of ours. */
function wordsOf(kind: TicketEventKind, kept: string): Text {
  if (kind === "rated") return ratingWords(kept);
  if (kind === "kind_changed") return kindChangeWords(kept);
  if (kind === "tagged" || kind === "untagged") return tagName(kept);
  return kind === "paused" ? reasonName(kept) : verbatim(kept);
}

export function timelineLine(
  { at, kind, who, words, files }: TimelineLine,
  names: Partial<Record<TicketEventKind, Text>> = {},
): Text {
  const { zh, en } = deed({ kind, words, files }, names);
  const doer = who === "" ? "" : `${who} `;
  return { zh: `${at.zh} ${who}${zh}`, en: `${at.en} ${doer}${en}` };
}

/** What was done, with the words and files it was done with: 「答复：下午来换（照片 1）」. */
export function deed(
  { kind, words, files }: Pick<TimelineLine, "kind" | "words" | "files">,
  names: Partial<Record<TicketEventKind, Text>> = {},
): Text {
  const told = wordsOf(kind, words);
  const said = words === "" ? told : { zh: `：${told.zh}`, en: `: ${told.en}` };
  return join([names[kind] ?? eventNames[kind], said, enclosed(files)], "");
}

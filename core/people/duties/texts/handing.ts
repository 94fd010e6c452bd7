import { join, type Text } from "../../../language/index.ts";

/** One change of a post: from whom to whom, undefined for nobody. */
export interface ChangeLine {
  readonly post: Text;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function changeLine({ post, from, to }: ChangeLine): Text {
  return {
    zh: `${post.zh}：${from ?? "空缺"} → ${to ?? "空缺"}`,
    en: `${post.en}: ${from ?? "vacant"} → ${to ?? "vacant"}`,
  };
}

/** What is wrong with one of the lines sent. */
export interface Problem {
  readonly line: number;
  readonly why: Text;
}

function problemLine({ line, why }: Problem): Text {
  return { zh: `第 ${line} 行：${why.zh}`, en: `Line ${line}: ${why.en}` };
}

function goAlong(count: number): Text {
  return count === 0
    ? { zh: "手上没有没办完的事。", en: "No open matter goes along." }
    : { zh: `没办完的 ${count} 件一起转过去。`, en: `${count} open matters go along.` };
}

/** Every sentence about handing posts over, and elections. */
export const handingTexts = {
  // ---------------------------------------------------------------- problems
  problems: (problems: readonly Problem[]): Text =>
    join([
      { zh: "这几行有问题，一行都没记：", en: "These lines are wrong; none was taken:" },
      ...problems.map(problemLine),
      { zh: "改好了全部再发一次。", en: "Please correct them and send all of them again." },
    ]),
  tooManyLines: (most: number): Text => ({
    zh: `一次最多 ${most} 行，请分几次发。`,
    en: `${most} lines at most; please send them in parts.`,
  }),

  // ---------------------------------------------------------------- handover
  handTitle: { zh: "交接", en: "handing a post over" },
  mayNotHand: (unit: string): Text => ({
    zh: `您不能交接${unit}的职务。`,
    en: `You may not hand over posts of ${unit}.`,
  }),
  askPost: (unit: string): Text => ({ zh: `${unit}，交接哪个岗位？`, en: `Which post of ${unit}?` }),
  heldBy: (post: Text, name: string): Text => ({ zh: `${post.zh} ${name}`, en: `${post.en} ${name}` }),
  vacantPost: (post: Text): Text => ({ zh: `${post.zh}（空缺）`, en: `${post.en} (vacant)` }),
  askSuccessor: {
    zh: "交给谁？发登记的姓名。没有人接就发「空缺」。",
    en: "To whom? Send the registered name, or “vacant” for nobody.",
  },
  noSuchSuccessor: (name: string): Text => ({
    zh: `没找到「${name.slice(0, 20)}」。发登记的姓名；没有人接就发「空缺」。`,
    en: `I found nobody called “${name.slice(0, 20)}”. Send the registered name, or “vacant”.`,
  }),
  whichSuccessor: (name: string): Text => ({
    zh: `叫「${name}」的不止一位，是哪一位？`,
    en: `More than one is called “${name}”. Which one?`,
  }),
  askDay: {
    zh: "从哪天起？发日子，比如「今天」「下周一」「12月1日」。",
    en: "From which day on? For example “today”, “next Monday”, “2026-12-01”.",
  },
  handPreview: (change: ChangeLine, day: Text, count: number): Text => {
    const [line, along] = [changeLine(change), goAlong(count)];
    return {
      zh: `${line.zh}\n${day.zh}起。${along.zh}\n这样交接，对吗？`,
      en: `${line.en}\nFrom ${day.en} on. ${along.en}\nIs that right?`,
    };
  },
  handYes: { zh: "对，交接", en: "Yes" },
  handNo: { zh: "不交接了", en: "No" },
  notHanded: { zh: "好，没有动。", en: "All right, nothing was changed." },
  planned: (change: ChangeLine, day: Text): Text => {
    const line = changeLine(change);
    return {
      zh: `记下了：${line.zh}，${day.zh}起。到那天我会办，双方已告诉。`,
      en: `Noted: ${line.en}, from ${day.en} on. It is done that day; both have been told.`,
    };
  },
  cancelIt: { zh: "取消这次交接", en: "Cancel this handover" },
  handed: (change: ChangeLine): Text => {
    const line = changeLine(change);
    return { zh: `已交接：${line.zh}`, en: `Handed over: ${line.en}` };
  },
  youWillHand: (post: Text, to: string | undefined, day: Text): Text => ({
    zh: `${day.zh}起，${post.zh}${to === undefined ? "不再由您担任，暂时空缺" : `由${to}接`}。在那以前照常。`,
    en: `From ${day.en} on ${to ?? "nobody"} is ${post.en}. Until then nothing changes.`,
  }),
  youWillTake: (post: Text, from: string | undefined, day: Text): Text => ({
    zh: `${day.zh}起您接${post.zh}${from === undefined ? "" : `（原来是${from}）`}。到那天我再告诉您。`,
    en: `From ${day.en} on you are ${post.en}${from === undefined ? "" : ` (${from} until then)`}. I shall tell you that day.`,
  }),
  youHanded: (post: Text, to: string | undefined, count: number): Text => ({
    zh: `您不再是${post.zh}，${to === undefined ? "暂时空缺" : `由${to}接`}。${count > 0 ? `没办完的 ${count} 件已转出去。` : ""}谢谢您。`,
    en: `You are no longer ${post.en}; ${to ?? "nobody"} follows.${count > 0 ? ` ${count} open matters went on.` : ""} Thank you.`,
  }),
  youTook: (post: Text): Text => ({
    zh: `您现在是${post.zh}。发「帮助」看看能做什么。`,
    en: `You are now ${post.en}. Send “help” to see what you can do.`,
  }),
  alreadyPlanned: (change: ChangeLine): Text => {
    const line = changeLine(change);
    return {
      zh: `这个岗位已经定了一次交接（${line.zh}），先取消那一次。`,
      en: `A handover of this post is planned already (${line.en}); cancel that one first.`,
    };
  },
  holdsAlready: (name: string, post: Text): Text => ({
    zh: `${name}本来就是${post.zh}`,
    en: `${name} is ${post.en} already`,
  }),
  nothingToHand: { zh: "本来就空缺，没有可交接的。", en: "It is vacant and would stay so." },
  stillLastAdmin: (unit: string): Text => ({
    zh: `${unit}只剩这一位管理员，不能空缺`,
    en: `this is the last admin of ${unit}, and there must be one`,
  }),
  pendingLine: (id: number, change: ChangeLine, day: Text): Text => {
    const line = changeLine(change);
    return {
      zh: `待交接 ${id}：${line.zh}，${day.zh}起`,
      en: `Planned ${id}: ${line.en}, from ${day.en} on`,
    };
  },
  morePending: (count: number): Text => ({
    zh: `还有 ${count} 项待交接。`,
    en: `${count} more handovers are planned.`,
  }),
  cancelPending: (id: number): Text => ({ zh: `取消交接 ${id}`, en: `Cancel ${id}` }),
  noSuchHandover: {
    zh: "没有这次交接，或者已经办了、取消了。",
    en: "There is no such handover, or it is done or cancelled.",
  },
  cancelled: (change: ChangeLine): Text => {
    const line = changeLine(change);
    return {
      zh: `好，取消了：${line.zh}。双方已告诉。`,
      en: `All right, cancelled: ${line.en}. Both have been told.`,
    };
  },
  cancelledForYou: (post: Text): Text => ({
    zh: `${post.zh}的交接取消了，照原来的。`,
    en: `The handover of ${post.en} was cancelled; nothing changes.`,
  }),
  notCarriedOut: (change: ChangeLine, why: Text): Text => {
    const line = changeLine(change);
    return {
      zh: `今天的交接没有办：${line.zh}。${why.zh}。`,
      en: `Today's handover was not done: ${line.en}; ${why.en}.`,
    };
  },
  lostRight: { zh: "定交接的人现在没有这个权", en: "whoever planned it may not do so any more" },
  personGone: { zh: "接的人已经不在名册里", en: "whoever was to take it is not registered any more" },

  // ---------------------------------------------------------------- election
  electionTitle: { zh: "换届", en: "an election" },
  electionSheet: (unit: string, lines: readonly string[]): Text => ({
    zh: `【换届】${unit}现在是：\n${lines.join("\n")}\n把要换的行改好发回来，一行一个，没有人写「空缺」。没发的照旧。`,
    en: `[Election] ${unit} now:\n${lines.join("\n")}\nSend back the lines that change, one post a line, “空缺” for nobody. The rest stays.`,
  }),
  vacantWord: "空缺",
  electionLineUsage: {
    zh: "写成「职务 单位 姓名」，比如「网格员 双桥村G1 王小明」",
    en: "write “ROLE UNIT NAME”",
  },
  unknownRole: (words: string): Text => ({
    zh: `没有「${words.slice(0, 20)}」这个职务`,
    en: `there is no post “${words.slice(0, 20)}”`,
  }),
  unknownUnit: (words: string): Text => ({
    zh: `没找到单位「${words.slice(0, 20)}」`,
    en: `there is no unit “${words.slice(0, 20)}”`,
  }),
  outsideUnit: (words: string, unit: string): Text => ({
    zh: `「${words.slice(0, 20)}」不在${unit}里面`,
    en: `“${words.slice(0, 20)}” is not inside ${unit}`,
  }),
  unknownPerson: (name: string): Text => ({
    zh: `没找到「${name.slice(0, 20)}」，要先登记`,
    en: `nobody is registered as “${name.slice(0, 20)}”`,
  }),
  namesakes: (name: string, homes: readonly string[]): Text => ({
    zh: `叫「${name}」的有 ${homes.length} 位，后面写上住处：${homes.map((home) => `${name}/${home}`).join(" 或 ")}`,
    en: `${homes.length} are called “${name}”; add the home: ${homes.map((home) => `${name}/${home}`).join(" or ")}`,
  }),
  needsSpecialty: {
    zh: "村服务团队要写专长，比如「村服务团队 双桥村 医生 叶医生」",
    en: "a team member has a specialty, for example 医生",
  },
  mayNotHandPost: (post: Text): Text => ({
    zh: `您不能任免${post.zh}`,
    en: `you may not appoint or dismiss ${post.en}`,
  }),
  contradiction: { zh: "同一个岗位又写人又写「空缺」", en: "the same post has a name and “空缺”" },
  pendingPost: (post: Text): Text => ({
    zh: `${post.zh}已经定了一次交接，先取消那一次`,
    en: `a handover of ${post.en} is planned already; cancel that one first`,
  }),
  nothingChanges: {
    zh: "跟现在一样，没有要换的。改了再发，或者「取消」。",
    en: "Nothing would change. Send other lines, or “cancel”.",
  },
  electionPreview: (
    changes: readonly ChangeLine[],
    day: Text,
    given: { same: number; count: number },
  ): Text => {
    const same: Text =
      given.same === 0
        ? { zh: "", en: "" }
        : { zh: `有 ${given.same} 行跟现在一样。`, en: `${given.same} lines change nothing. ` };
    const along = goAlong(given.count);
    return join([
      { zh: `换届，${day.zh}起：`, en: `From ${day.en} on:` },
      ...changes.map(changeLine),
      { zh: `${same.zh}${along.zh}`, en: `${same.en}${along.en}` },
      { zh: "全部这样换，对吗？", en: "Change all of this?" },
    ]);
  },
  electionYes: { zh: "对，全部换", en: "Yes, all of it" },
  electionNo: { zh: "不换", en: "No" },
  electionDone: (count: number): Text => ({
    zh: `换好了，${count} 个岗位。各人已告诉。`,
    en: `Done: ${count} posts. Everybody has been told.`,
  }),
  electionPlanned: (count: number, day: Text): Text => ({
    zh: `记下了，${day.zh}起换 ${count} 个岗位。各人已告诉，发「清单」能看到，也能取消。`,
    en: `Noted: ${count} posts change from ${day.en} on. Everybody has been told; /duty shows them, and cancels.`,
  }),
};

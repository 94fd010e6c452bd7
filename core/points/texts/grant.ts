import type { Text } from "../../language/index.ts";
import { signed } from "./words.ts";

export const grantTexts = {
  help: {
    zh: "记积分（/grant）：按规则给村民记分，写明理由",
    en: "/grant: give a villager points by a rule, with the reason",
  },
  title: { zh: "记积分", en: "Give points" },
  usage: {
    zh: "这样说：/grant 王秀英 记分；/grant list 看最近记的，点一条可以撤销；/grant rules 看规则。",
    en: "Say /grant 王秀英 to give points, /grant list to see what was given lately and take it back, /grant rules for the rules.",
  },
  askName: { zh: "给谁记？发姓名。", en: "Points for whom? Send the name." },
  askWho: { zh: "是哪一位？", en: "Which one?" },
  nobody: {
    zh: "您管的网格里没有这个人。请核对姓名，再发「/grant 姓名」。",
    en: "Nobody of that name lives in your grids. Check the name and say /grant <name> again.",
  },
  resident: (name: string, address: string | null): Text => {
    const words = address === null ? name : `${name}（${address}）`;
    return { zh: words, en: words };
  },
  notYours: { zh: "这位村民不归您记分。", en: "This villager's points are not yours to give." },
  notConfirmed: (name: string): Text => ({
    zh: `${name}还没核实身份，不能记分。核实用 /person ${name}。`,
    en: `${name} is not confirmed yet and earns no points. Confirm with /person ${name}.`,
  }),
  ownHouse: {
    zh: "自己和自家人的积分要由别人来定。",
    en: "Points for yourself or your own household are for somebody else to decide.",
  },
  noRules: {
    zh: "这里没有能手工记分的规则。",
    en: "There is no rule here by which points are given by hand.",
  },
  askRule: { zh: "按哪条规则记？", en: "By which rule?" },
  askTimes: { zh: "记几次（或几小时）？", en: "How many times (or hours)?" },
  askReason: {
    zh: "写明理由：什么时候、做了什么。村民会看到。",
    en: "Why? Say when and what; the villager reads it.",
  },
  preview: (given: {
    name: string;
    where: string;
    delta: number;
    title: Text;
    reason: string;
    published: Text;
    from: Text;
    approver: Text | undefined;
  }): Text => ({
    zh: [
      `给${given.name}（${given.where}）记 ${signed(given.delta)}：${given.title.zh}`,
      `理由：${given.reason}`,
      `${given.published.zh}公示，${given.from.zh}起能用。${given.approver ? `分数较多，要${given.approver.zh}同意。` : ""}`,
    ].join("\n"),
    en: [
      `${signed(given.delta)} for ${given.name} (${given.where}): ${given.title.en}`,
      `Reason: ${given.reason}`,
      `Published ${given.published.en}, to use from ${given.from.en}.${given.approver ? ` This is much: ${given.approver.en} must agree.` : ""}`,
    ].join("\n"),
  }),
  give: { zh: "记上", en: "Give them" },
  doNotGive: { zh: "不记了", en: "Do not" },
  changeReason: { zh: "改理由", en: "Change the reason" },
  changeTimes: { zh: "改次数", en: "Change how often" },
  changeRule: { zh: "改规则", en: "Change the rule" },
  dropped: { zh: "没有记。", en: "Nothing was given." },
  given: (name: string, paid: number): Text => ({
    zh: `已给${name}记 ${signed(paid)}。`,
    en: `${signed(paid)} for ${name}.`,
  }),
  givenInPart: (name: string, paid: number, wanted: number): Text => ({
    zh: `到上限了：${wanted} 分里只给${name}记了 ${paid} 分。`,
    en: `The limit is reached: ${name} got ${paid} of ${wanted}.`,
  }),
  capped: (name: string, title: Text): Text => ({
    zh: `${name}的「${title.zh}」已到上限，没有记。`,
    en: `${name} has reached the limit of “${title.en}”; nothing was given.`,
  }),
  nobodyApproves: {
    zh: "分数较多要另一个人同意，现在没有人能同意，没有记。",
    en: "This much needs a second person, and there is none; nothing was given.",
  },
  waits: (name: string, delta: number, who: Text): Text => ({
    zh: `${name} ${signed(delta)} 已请${who.zh}同意，同意了就记上。`,
    en: `${who.en} was asked to agree to ${signed(delta)} for ${name}.`,
  }),
  approveCard: (given: { by: string; name: string; delta: number; title: Text; reason: string }): Text => ({
    zh: `【积分待同意】${given.by}要给${given.name}记 ${signed(given.delta)}：${given.title.zh}\n理由：${given.reason}`,
    en: `[Points to agree to] ${given.by} wants to give ${given.name} ${signed(given.delta)}: ${given.title.en}\nReason: ${given.reason}`,
  }),
  agree: { zh: "同意", en: "Agree" },
  refuse: { zh: "不同意", en: "Refuse" },
  refuseTitle: { zh: "不同意记分", en: "Refuse points" },
  askWhyRefuse: {
    zh: "为什么不同意？说一句，对方会看到。",
    en: "Why not? One line; whoever asked reads it.",
  },
  refused: { zh: "没有记，已告诉对方。", en: "Nothing was given; they know." },
  noSuch: { zh: "没有这条，或者不归您定。", en: "There is no such request, or it is not yours to decide." },
  notYourOwn: { zh: "自己提的要由别人来同意。", en: "Somebody else must agree to what you asked for." },
  decided: { zh: "这条已经定了。", en: "That is decided already." },
  makersHouse: {
    zh: "家里人提的要由别人来同意。",
    en: "Somebody else must agree to what one of your household asked for.",
  },
  waitingLine: (id: number): Text => ({ zh: `积分待同意 ${id}`, en: `points to agree to, ${id}` }),
  agreedForMaker: ({
    name,
    paid,
    delta,
    by,
  }: {
    readonly name: string;
    readonly paid: number;
    readonly delta: number;
    readonly by: string;
  }): Text => {
    if (paid === 0)
      return {
        zh: `${by}同意了，但${name}已到上限，没有记。`,
        en: `${by} agreed, but ${name} has reached the limit; nothing was given.`,
      };
    return {
      zh: `${by}同意了：${name} ${signed(paid)}${paid < delta ? `（到上限了，报的是 ${delta}）` : ""}。`,
      en: `${by} agreed: ${signed(paid)} for ${name}${paid < delta ? ` (the limit is reached; it was to be ${delta})` : ""}.`,
    };
  },
  refusedForMaker: (name: string, delta: number, by: string, why: string): Text => ({
    zh: `${by}没同意给${name}记 ${signed(delta)}：${why}`,
    en: `${by} refused ${signed(delta)} for ${name}: ${why}`,
  }),
  received: (delta: number, title: Text, by: string, from: Text): Text => ({
    zh: `积分 ${signed(delta)}：${title.zh}${by === "" ? "" : `，${by}记`}。${from.zh}起生效。`,
    en: `Points ${signed(delta)}: ${title.en}${by === "" ? "" : `, by ${by}`}. In effect from ${from.en}.`,
  }),
  receivedLine: (delta: number, title: Text): Text => ({
    zh: `积分 ${signed(delta)} ${title.zh}`,
    en: `points ${signed(delta)}: ${title.en}`,
  }),
  noneGiven: { zh: "您管的地方还没有手工记过分。", en: "Nothing was given by hand in your units yet." },
  givenList: { zh: "最近记的：", en: "Given lately:" },
  givenLine: (name: string, delta: number, by: string): Text => ({
    zh: `${name} ${signed(delta)}（${by}）`,
    en: `${name} ${signed(delta)} (${by})`,
  }),
  noSuchEntry: { zh: "没有这一条。", en: "There is no such entry." },
  entry: (name: string, line: Text): Text => ({ zh: `${name}：${line.zh}`, en: `${name}: ${line.en}` }),
  takeBack: { zh: "撤销", en: "Take it back" },
  takeBackTitle: { zh: "撤销积分", en: "Take points back" },
  askWhyBack: (what: Text): Text => ({
    zh: `撤销「${what.zh}」。为什么？村民会看到。`,
    en: `To take back: ${what.en}. Why? The villager reads it.`,
  }),
  takenBefore: { zh: "这一条已经撤销过了。", en: "That was taken back already." },
  judged: {
    zh: "这一笔是异议答复定下的，不能撤销。",
    en: "An answer to an objection settled this one; it cannot be taken back.",
  },
  takenNow: { zh: "撤销了，已告诉本人。", en: "Taken back; they know." },
};

import { join, type Text } from "../../language/index.ts";
import type { EnclosedFile } from "../model.ts";
import { wordsOr } from "./names.ts";

function names(of: readonly string[]): Text {
  return of.length === 0 ? { zh: "还没有人", en: "nobody yet" } : { zh: of.join("、"), en: of.join(", ") };
}

/** What offices and their officers read, and what is said about offices. */
export const officeTexts = {
  officer: (office: string, name: string): Text => ({ zh: `${office}${name}`, en: `${name} of ${office}` }),
  countyRoom: (name: string): Text => ({ zh: `县指挥室${name}`, en: `${name} of the county's command room` }),
  officePlace: (unit: string, office: string, isPlatform: boolean): Text => ({
    zh: `${unit}${office}${isPlatform ? "平台" : ""}`,
    en: `${office} of ${unit}`,
  }),
  officeOption: (office: string, who: "there" | "away" | "nobody"): Text => {
    if (who === "there") return { zh: office, en: office };
    return who === "away"
      ? { zh: `${office}（都不在岗）`, en: `${office} (all away)` }
      : { zh: `${office}（还没有人）`, en: `${office} (nobody yet)` };
  },
  officesButton: { zh: "科室", en: "Offices" },
  noOfficesHere: (unit: string): Text => ({
    zh: `${unit}还没有科室。用「/desk offices」加一个。`,
    en: `${unit} has no offices yet. Add one with /desk offices.`,
  }),
  officeGone: {
    zh: "这个科室不在了，没有动。请重新选。",
    en: "This office is gone; nothing was done. Please choose again.",
  },
  notToHers: (office: string): Text => ({
    zh: `这是对${office}的人的投诉，不能交给${office}。`,
    en: `This complains about somebody of ${office}; it cannot go there.`,
  }),
  bounce: { zh: "退回指挥室", en: "Back to the command room" },
  bounceTitle: { zh: "退回指挥室", en: "sending a matter back" },
  askWhyBounce: (number: number): Text => ({
    zh: `${number} 为什么退回？该谁办？说一两句，完了发「好了」。`,
    en: `Why does ${number} go back, and whose is it? A sentence or two, then “done”.`,
  }),
  onlyOfficesBounce: (number: number): Text => ({
    zh: `${number} 不是分流给您科室的，不用退。`,
    en: `${number} was not dispatched to your office.`,
  }),
  bounced: (number: number, room: Text): Text => ({
    zh: `${number} 已退回${room.zh}。`,
    en: `${number} is back with ${room.en}.`,
  }),
  bouncedAsked: (number: number): Text => ({
    zh: `${number} 这一轮是第二次退回，由指挥室定谁办。定了就不能再退。`,
    en: `${number} goes back for the second time in this round: the command room decides who has it, and that stands.`,
  }),
  bouncedHead: { zh: "科室退回", en: "Back from an office" },
  askedHead: { zh: "请您定", en: "Yours to decide" },
  bouncedNote: (who: Text, words: string): Text => ({
    zh: `${who.zh}退回：${words}`,
    en: `${who.en} sends it back: ${words}`,
  }),
  askedNote: (who: Text, words: string): Text => ({
    zh: `${who.zh}退回：${words}\n这一轮已是第二次，请您定由谁办，定了不能再退。`,
    en: `${who.en} sends it back: ${words}\nIt is the second time in this round. Decide who has it; that stands.`,
  }),
  isDecided: (number: number): Text => ({
    zh: `${number} 指挥室已经定了由您科室办，不能再退。有难处请打电话给指挥室。`,
    en: `The command room has decided that ${number} is your office's; it cannot go back. If that is hard, call the command room.`,
  }),
  nothingToDecide: (number: number): Text => ({
    zh: `${number} 现在没有要定的。`,
    en: `There is nothing to decide about ${number} now.`,
  }),
  decidedNote: {
    zh: "指挥室定了：仍由您科室办，不能再退。",
    en: "The command room has decided: your office keeps it, and it cannot go back.",
  },
  decided: (number: number, to: Text): Text => ({
    zh: `定了：${number} 仍由${to.zh}办。`,
    en: `Decided: ${number} stays with ${to.en}.`,
  }),
  goneFromYou: (number: number, office: string): Text => ({
    zh: `${number} 指挥室改派${office}了，不用您办了。`,
    en: `The command room gave ${number} to ${office}; nothing more to do.`,
  }),
  goneToVillage: (number: number): Text => ({
    zh: `${number} 指挥室退回村里了，不用您办了。`,
    en: `The command room gave ${number} back to the village; nothing more to do.`,
  }),
  goneToCounty: (number: number): Text => ({
    zh: `${number} 指挥室报到县里了，不用您办了。`,
    en: `The command room sent ${number} up to the county; nothing more to do.`,
  }),
  goneToTownship: (number: number): Text => ({
    zh: `${number} 退回乡镇了，不用您办了。`,
    en: `${number} went back to its township; nothing more to do.`,
  }),
  notInOffice: {
    zh: "这个人不在您科室里了，没有转。请重新选。",
    en: "This person is no longer in your office; nothing was handed over. Please choose again.",
  },
  noColleagues: (number: number): Text => ({
    zh: `您科室这里没有别的同事，${number} 转不了。办不了就点「退回指挥室」。`,
    en: `Nobody else of your office is here to take ${number}. If it is not yours, send it back to the command room.`,
  }),
  jointTitle: { zh: "联合办理", en: "several offices" },
  askLead: (number: number): Text => ({
    zh: `${number} 由哪个科室牵头、答复村民？`,
    en: `Which office leads on ${number} and answers the villager?`,
  }),
  askHelper: (number: number, so: number): Text =>
    so === 0
      ? { zh: `${number} 请谁一起办？`, en: `Who is to help with ${number}?` }
      : { zh: "还要谁？", en: "Who else?" },
  enoughHelpers: { zh: "够了", en: "That is all" },
  thisOffice: { zh: "这个科室", en: "this office" },
  askPart: (office: Text): Text => ({ zh: `请${office.zh}做什么？`, en: `What is ${office.en} to do?` }),
  nobodyHelps: (number: number): Text => ({
    zh: `没有别的科室可以请，${number} 没有动。要分流点「分流」。`,
    en: `There is no other office to ask; nothing was done with ${number}.`,
  }),
  sureJoin: (
    number: number,
    lead: Text | undefined,
    helpers: readonly { readonly label: Text; readonly part: string }[],
  ): Text =>
    join([
      {
        zh: `${number} 牵头：${lead?.zh ?? "原来的科室"}`,
        en: `${number}, led by ${lead?.en ?? "the office that has it"}`,
      },
      ...helpers.map(({ label, part }) => ({ zh: `${label.zh}：${part}`, en: `${label.en}: ${part}` })),
      { zh: "这样办，对吗？", en: "Shall I ask them?" },
    ]),
  leadsAlready: (office: string): Text => ({
    zh: `${office}已经在办了。`,
    en: `${office} is on it already.`,
  }),
  helpAsked: (number: number, office: string): Text => ({
    zh: `${number} 已请${office}一起办。`,
    en: `${office} has been asked to help with ${number}.`,
  }),
  helperMissing: (number: number, office: string): Text => ({
    zh: `${office}这里还没有人，请电话通知。${number} 照常由牵头的办。`,
    en: `Nobody of ${office} is here yet: please telephone them. ${number} goes on with the office that leads.`,
  }),
  joinedHead: { zh: "联合办理", en: "Together" },
  partNote: (part: string): Text => ({ zh: `请您科室：${part}`, en: `Your office's part: ${part}` }),
  helpByReply: (lead: Text | undefined): Text => ({
    zh: `回复这条消息，${lead?.zh ?? "指挥室"}（牵头）看得到；村民由牵头的答复。`,
    en: `Your reply goes to ${lead?.en ?? "the command room"}, who leads and answers the villager.`,
  }),
  onlyHelping: (number: number): Text => ({
    zh: `${number} 由牵头的科室答复和办结。您这边的进展发「/task ${number} help」。`,
    en: `The office that leads answers and settles ${number}. For your part send /task ${number} help.`,
  }),
  giveHelp: { zh: "说一下进展", en: "Say how it goes" },
  helpTitle: { zh: "协办进展", en: "helping with a matter" },
  askHelp: (number: number): Text => ({
    zh: `${number} 您这边办得怎样？文字、照片都行，完了发「好了」。牵头的科室看得到，村民看不到。`,
    en: `How does your part of ${number} go? Words or photos, then “done”. The office that leads reads it, the villager does not.`,
  }),
  helped: (number: number, lead: Text | undefined): Text => ({
    zh: `记在 ${number} 上了${lead === undefined ? "" : `，已告诉${lead.zh}`}。`,
    en: `Noted on ${number}${lead === undefined ? "" : `; ${lead.en} has been told`}.`,
  }),
  helpCard: (number: number, who: Text, words: string, files: readonly EnclosedFile[]): Text => {
    const said = wordsOr(words, files);
    return {
      zh: `${number} ${who.zh}（协办）说：${said.zh}`,
      en: `${number} ${who.en} (helping) says: ${said.en}`,
    };
  },
  noHelpAsked: (number: number): Text => ({
    zh: `没有请您科室一起办 ${number}。`,
    en: `Your office was not asked to help with ${number}.`,
  }),
  helpOver: (number: number): Text => ({
    zh: `${number} 已经办结，不用再协办。`,
    en: `${number} is settled; no more help is needed.`,
  }),
  helpEnded: (number: number): Text => ({
    zh: `${number} 不用您科室协办了。`,
    en: `Your office need not help with ${number} any more.`,
  }),
  seeOffice: { zh: "科室里的", en: "My office's" },
  officeTasks: (count: number): Text => ({
    zh: `科室里还有 ${count} 件，在同事手上或请您科室协办（最急在前）：`,
    en: `${count} more in your office, with colleagues or to help with (most urgent first):`,
  }),
  offices: (unit: string, lines: readonly Text[]): Text =>
    lines.length === 0
      ? {
          zh: `${unit}还没有科室。某个镇的写「/desk offices 前童镇」。`,
          en: `${unit} has no offices. For a township: /desk offices 前童镇.`,
        }
      : join([{ zh: `${unit}的科室：`, en: `Offices of ${unit}:` }, ...lines]),
  officeLine: ({ name, kind }: { name: string; kind: string }, people: readonly string[]): Text => {
    const [who, platform] = [names(people), kind === "platform"];
    return { zh: `${name}${platform ? "平台" : ""}：${who.zh}`, en: `${name}: ${who.en}` };
  },
  officeCard: (
    { name, duties }: { name: string; duties: string },
    unit: string,
    people: readonly string[],
  ): Text => {
    const who = names(people);
    const does = duties === "" ? { zh: "", en: "" } : { zh: `\n职责：${duties}`, en: `\nDuties: ${duties}` };
    return {
      zh: `${unit}${name}${does.zh}\n人员：${who.zh}`,
      en: `${name} of ${unit}${does.en}\nOfficers: ${who.en}`,
    };
  },
  addOffice: { zh: "加科室", en: "Add an office" },
  renameOffice: { zh: "改名", en: "Rename" },
  removeOffice: { zh: "删掉", en: "Remove" },
  sureRemove: { zh: "对，删掉", en: "Yes, remove it" },
  keepOffice: { zh: "不删", en: "Keep it" },
  askOfficeName: { zh: "叫什么名字？2 到 8 个字。", en: "What is it called? 2 to 8 characters." },
  askOfficeDuties: {
    zh: "管什么？说一句；没有就「跳过」。",
    en: "What is it there for? A sentence, or “skip”.",
  },
  noOfficeName: {
    zh: "科室名要 2 到 8 个字，只用文字和数字。没有改，请再来一次。",
    en: "A name has 2 to 8 letters or digits. Nothing was changed; please try again.",
  },
  officeThere: (name: string): Text => ({ zh: `已经有「${name}」了。`, en: `There is a “${name}” already.` }),
  officeAdded: (name: string, unit: string): Text => ({
    zh: `加好了。请管理员派人：/role 姓名 科室人员 ${unit} ${name}`,
    en: `Added. An administrator can appoint somebody: /role NAME officer ${unit} ${name}`,
  }),
  officeRenamed: (from: string, to: string): Text => ({
    zh: `好，「${from}」改叫「${to}」，人还是原来的人。`,
    en: `“${from}” is called “${to}” now, with the same people.`,
  }),
  askRemoveOffice: (name: string, people: readonly string[]): Text => ({
    zh: `删掉「${name}」？${people.length === 0 ? "" : `${people.join("、")}就没有科室了。`}`,
    en: `Remove “${name}”?${people.length === 0 ? "" : ` ${people.join(", ")} would have no office.`}`,
  }),
  officeRemoved: (name: string, people: readonly string[]): Text => ({
    zh: `「${name}」删掉了。${people.length === 0 ? "" : `请管理员改派：${people.join("、")}。`}`,
    en: `“${name}” is removed.${people.length === 0 ? "" : ` Please have an administrator find a place for ${people.join(", ")}.`}`,
  }),
  officeHolds: (name: string, held: readonly number[]): Text => {
    const some = held.slice(0, 5).join("、");
    return {
      zh: `「${name}」手上还有 ${held.length} 件（${some}），办完或改派了才能删。`,
      en: `“${name}” still has ${held.length} matter(s) (${some}); settle or move them first.`,
    };
  },
  noSuchOffice: {
    zh: "没有这个科室。发「/desk offices」看看。",
    en: "There is no such office. Send /desk offices.",
  },
  notYourOffices: (unit: string): Text => ({
    zh: `${unit}的科室不归您管。`,
    en: `The offices of ${unit} are not yours to keep.`,
  }),
  noSuchUnitHere: (words: string): Text => ({
    zh: `没找到「${words.slice(0, 20)}」。发镇名，比如：/desk offices 前童镇`,
    en: `I found no “${words.slice(0, 20)}”. Name a township, for example: /desk offices 前童镇`,
  }),
} satisfies Record<string, unknown>;

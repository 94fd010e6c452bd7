import type { Text } from "../../language/index.ts";
import type { Merit } from "../model.ts";

/** What is said while a star of a village is nominated and asked. */
export const starTexts = {
  title: { zh: "推荐服务明星", en: "Nominate a star" },
  button: { zh: "推荐服务明星", en: "Nominate a star" },
  askName: { zh: "推荐谁？发姓名。", en: "Whom? Send the name." },
  askWho: { zh: "是哪一位？", en: "Which one?" },
  askReason: {
    zh: "为村里做了什么？说一件看得见的事。上报、发帖、登录不算。",
    en: "What was done for the village? Say something that can be seen. Reports, posts and log-ins do not count.",
  },
  nobody: { zh: "您管的网格里没找到这个人。", en: "Nobody of that name lives in your grids." },
  notYours: {
    zh: "没有这位村民，或者不归您推荐。",
    en: "There is no such villager, or it is not for you to nominate them.",
  },
  notNominator: {
    zh: "服务明星由网格员和联村组长推荐。您想推荐谁，跟他们说一声。",
    en: "Grid workers and liaison leads nominate stars. Tell them whom you have in mind.",
  },
  ownHouse: { zh: "自己家的人要由别人推荐。", en: "Somebody else must nominate whom you live with." },
  holdsPost: (name: string): Text => ({
    zh: `${name}有职务，参加的是考核，不评服务明星。`,
    en: `${name} holds a post and is assessed by it; stars are others.`,
  }),
  notConfirmed: (name: string): Text => ({
    zh: `${name}还没确认身份，先确认再推荐。`,
    en: `${name} is not confirmed yet; confirm first, then nominate.`,
  }),
  cannotAsk: (name: string): Text => ({
    zh: `${name}没有用点通，问不到本人同不同意，这次不能推荐。`,
    en: `${name} has no chat and cannot be asked for consent, so there is no nominating.`,
  }),
  notOpen: {
    zh: "现在不收推荐。每年 1 月名单备好到公布前可以推荐。",
    en: "Nominations are not open. They are from January, when the list is made, until it is published.",
  },
  nominatedBefore: (name: string): Text => ({
    zh: `${name}已经被推荐过了。`,
    en: `${name} was nominated before.`,
  }),
  full: (village: string, count: number): Text => ({
    zh: `${village}已经推荐了 ${count} 位，满了。`,
    en: `${village} has ${count} already, which is as many as there may be.`,
  }),
  preview: ({
    name,
    village,
    year,
    merit,
  }: {
    name: string;
    village: string;
    year: number;
    merit: Merit;
  }): Text => ({
    zh: `推荐${village}${name}为${year}年服务明星\n理由：${merit.reason}${meritText(merit).zh}\n先问本人，同意了才上名单。`,
    en: `Nominate ${name} of ${village} as a star of ${year}\nReason: ${merit.reason}${meritText(merit).en}\nThey are asked first; their name is listed with their consent only.`,
  }),
  nominate: { zh: "对，去问本人", en: "Yes, ask them" },
  doNot: { zh: "不推荐了", en: "Do not nominate" },
  changeName: { zh: "换人", en: "Somebody else" },
  changeReason: { zh: "改理由", en: "Change the reason" },
  dropped: { zh: "好，不推荐了。", en: "Not nominated." },
  asked: (name: string): Text => ({
    zh: `已经去问${name}了，同意了才上名单，结果会告诉您。`,
    en: `${name} is asked; you hear the answer.`,
  }),
  askHer: (year: number, reason: string): Text => ({
    zh: `村里推荐您当${year}年村庄服务明星：${reason}\n同意的话，您的名字和理由会给本村人看。您愿意吗？`,
    en: `You are nominated as a star of your village of ${year}: ${reason}\nWith your consent your name and the reason are shown to your village. Would you like that?`,
  }),
  agree: { zh: "愿意", en: "Yes, I would" },
  disagree: { zh: "不用了", en: "No, thank you" },
  noSuch: { zh: "没有这条推荐，或者推荐的不是您。", en: "There is no such nomination, or it is not yours." },
  agreed: {
    zh: "好，您在推荐名单上了。公布前后改主意，发「年度考核」说一声。",
    en: "You are on the list. If you change your mind, send /year.",
  },
  declined: { zh: "好，不公布您的名字。", en: "Your name is not published." },
  tooLate: {
    zh: "名单已经公布，这次没赶上。",
    en: "The list is published already; it is too late for this year.",
  },
  frozen: {
    zh: "名单已经定了，不能再改。要帮忙请说「人工」。",
    en: "The list is final. If you need help, say /human.",
  },
  answered: (name: string, isYes: boolean): Text =>
    isYes
      ? { zh: `${name}愿意当服务明星，上名单了。`, en: `${name} agreed and is on the list.` }
      : { zh: `${name}不参加服务明星，没有上名单。`, en: `${name} declined and is not on the list.` },
};

function meritText({ deeds, points }: Merit): Text {
  return deeds === 0
    ? { zh: "", en: "" }
    : {
        zh: `\n当年特别贡献 ${deeds} 次，${points} 分`,
        en: `\nSpecial contributions in the year: ${deeds}, ${points} points`,
      };
}

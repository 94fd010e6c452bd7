import type { Text } from "../../language/index.ts";
import { specialties, type Role } from "../model.ts";
import { roleNames } from "./names.ts";

/** Every sentence about posts and the units they are held in. */
export const postTexts = {
  mayNotInvite: (post: Text): Text => ({
    zh: `您不能邀请${post.zh}。`,
    en: `You may not invite a ${post.en}.`,
  }),
  invited: (given: {
    unit: string;
    role: Text;
    code: string;
    uses: number;
    days: number;
    links: readonly string[];
  }): Text => {
    const { unit, role, code, uses, days, links } = given;
    const ways = links.map((link) => `\n${link}`).join("");
    return {
      zh: `邀请码 ${code}\n${unit} · ${role.zh}，${days} 天内有效，可用 ${uses} 次。\n在「点通」里发：/start ${code}${ways}`,
      en: `Code ${code}\n${role.en} of ${unit}, valid ${days} days, ${uses} use(s).\nSend in Diantong: /start ${code}${ways}`,
    };
  },
  inviteUsage: {
    zh: "这样写：/invite 双桥村 网格员，或 /invite 双桥村 村服务团队 医生。村民用：/invite 双桥村G1 村民。",
    en: "Write it like this: /invite 双桥村 grid_worker, or /invite 双桥村 team_member 医生. For villagers: /invite 双桥村G1 villager.",
  },
  askSpecialty: (unit: string): Text => ({
    zh: `${unit}的村服务团队，请哪一种人？`,
    en: `Village team of ${unit}: as what?`,
  }),
  noSuchSpecialty: (words: string, unit: string): Text => ({
    zh: `没有「${words.slice(0, 20)}」这一种。${unit}的村服务团队，请哪一种人？`,
    en: `There is no “${words.slice(0, 20)}”. Village team of ${unit}: as what?`,
  }),
  askOffice: (unit: string): Text => ({
    zh: `${unit}的哪个科室？`,
    en: `Which office of ${unit}?`,
  }),
  noSuchOffice: (words: string, unit: string): Text => ({
    zh: `${unit}没有「${words.slice(0, 20)}」这个科室。是哪一个？`,
    en: `${unit} has no office “${words.slice(0, 20)}”. Which one is it?`,
  }),
  noOffices: (unit: string): Text => ({
    zh: `${unit}还没有科室。先用「/desk offices」加一个。`,
    en: `${unit} has no offices yet. Add one with /desk offices first.`,
  }),
  noSpecialtyHere: (role: Text): Text => ({
    zh: `${role.zh}后面不用写别的；村服务团队要写是医生、教师还是别的，科室人员要写哪个科室。比如：/invite 双桥村 村服务团队 医生`,
    en: `Nothing follows ${role.en}; only a team member has a specialty and an officer an office. For example: /invite 双桥村 team_member 医生`,
  }),
  villagersLiveInVillages: (unit: string): Text => ({
    zh: `村民住在村里，${unit}太大了。请写村或网格，比如：/invite 双桥村 村民`,
    en: `Villagers live in villages; ${unit} is too large. Name a village or a grid, for example: /invite 双桥村 villager`,
  }),
  roleUsage: {
    zh: "这样写：\n看：/role 李建国\n任：/role 李建国 网格员 双桥村G1\n免：/role 李建国 -网格员 双桥村G1",
    en: "Write it like this:\nsee: /role NAME\nappoint: /role NAME grid_worker UNIT\ndismiss: /role NAME -grid_worker UNIT",
  },
  noSuchRole: (words: string): Text => ({
    zh: `没有「${words.slice(0, 20)}」这个身份。可以写：${Object.values(roleNames)
      .map(({ zh }) => zh)
      .join("、")}。`,
    en: `There is no role “${words.slice(0, 20)}”. There are: ${Object.keys(roleNames).join(", ")}.`,
  }),
  roleNeedsUnit: (name: string, role: Text): Text => ({
    zh: `还要写是哪个单位的${role.zh}，比如：/role ${name} ${role.zh} 双桥村`,
    en: `Say which unit, for example: /role ${name} ${role.en.replaceAll(" ", "_")} 双桥村`,
  }),
  roleNeedsSpecialty: (name: string): Text => ({
    zh: `村服务团队要写是哪一种人，比如：/role ${name} 村服务团队 双桥村 医生。可以写：${specialties.join("、")}。`,
    en: `A team member has a specialty, for example: /role ${name} team_member 双桥村 医生. There are: ${specialties.join(", ")}.`,
  }),
  whichPerson: (name: string): Text => ({
    zh: `叫「${name}」的不止一位，是哪一位？`,
    en: `More than one person is called “${name}”. Which one?`,
  }),
  personAt: (name: string, home: string): Text => ({
    zh: home === "" ? name : `${name}（${home}）`,
    en: home === "" ? name : `${name} (${home})`,
  }),
  alreadyHeld: (name: string, post: Text): Text => ({
    zh: `${name}本来就是${post.zh}。`,
    en: `${name} was ${post.en} before.`,
  }),
  lastAdmin: (unit: string): Text => ({
    zh: `${unit}只剩这一位管理员，不能免。先任命另一位，再来免。`,
    en: `This is the last admin of ${unit} and cannot be dismissed. Appoint another one first.`,
  }),
  tellInPerson: (name: string): Text => ({
    zh: `${name}收不到消息，请当面或打电话告诉一声。`,
    en: `No message reaches ${name}: please tell this person yourself.`,
  }),
  toldCarer: (name: string): Text => ({
    zh: `${name}收不到消息，已请照看人转告。`,
    en: `No message reaches ${name}; the carer was asked to pass it on.`,
  }),
  personUsage: {
    zh: "这样写：/person 王秀英",
    en: "Write it like this: /person 王秀英",
  },
  rolesOf: (name: string, posts: readonly Text[]): Text => ({
    zh: `${name}：${posts.map((post) => post.zh).join("、") || "没有职务"}`,
    en: `${name}: ${posts.map((post) => post.en).join(", ") || "no posts"}`,
  }),
  appointed: (name: string, post: Text): Text => ({
    zh: `好，${name}现在是${post.zh}。`,
    en: `${name} is now ${post.en}.`,
  }),
  youAreAppointed: (post: Text): Text => ({
    zh: `您现在是${post.zh}。发「帮助」看看能做什么。`,
    en: `You are now ${post.en}. Send “help” to see what you can do.`,
  }),
  dismissed: (name: string, post: Text): Text => ({
    zh: `好，${name}不再是${post.zh}。`,
    en: `${name} is no longer ${post.en}.`,
  }),
  youAreDismissed: (post: Text): Text => ({
    zh: `您不再是${post.zh}。`,
    en: `You are no longer ${post.en}.`,
  }),
  notHeld: (name: string, post: Text): Text => ({
    zh: `${name}本来就不是${post.zh}。`,
    en: `${name} was not ${post.en}.`,
  }),
  mayNotChangeRoles: (unit: string): Text => ({
    zh: `您不能调整${unit}的职务。`,
    en: `You may not change posts in ${unit}.`,
  }),
  noSuchUnit: (words: string): Text => ({
    zh: `没找到「${words.slice(0, 20)}」。发村名、镇名或 12 位编码。`,
    en: `I found no unit “${words.slice(0, 20)}”. Send a village, a township or a 12-digit code.`,
  }),
  whichUnit: { zh: "是哪一个？", en: "Which one?" },
  holders: (role: Text, names: readonly Text[]): Text => ({
    zh: `${role.zh}：${names.map((name) => name.zh).join("、")}`,
    en: `${role.en}: ${names.map((name) => name.en).join(", ")}`,
  }),
  countysRole: (role: Role): Text =>
    role === "dispatcher" ? { zh: "县指挥室", en: "command room of the county" } : roleNames[role],
  withSpecialty: (name: string, specialty: Text): Text => ({
    zh: `${name}（${specialty.zh}）`,
    en: `${name} (${specialty.en})`,
  }),
  unitView: (given: { name: string; code: string; posts: readonly Text[]; below: number }): Text => {
    const { name, code, posts, below } = given;
    const zh = posts.length === 0 ? ["还没有人任职"] : posts.map((post) => post.zh);
    const en = posts.length === 0 ? ["nobody holds a post here yet"] : posts.map((post) => post.en);
    return {
      zh: [`${name}（${code}）`, ...zh, ...(below > 0 ? [`下面有 ${below} 个单位。`] : [])].join("\n"),
      en: [`${name} (${code})`, ...en, ...(below > 0 ? [`${below} units below.`] : [])].join("\n"),
    };
  },
  more: { zh: "更多", en: "More" },
  previous: { zh: "上一页", en: "Previous page" },
} satisfies Record<string, unknown>;

import type { Text } from "../../language/index.ts";

/** Somebody in a list of a household's people, or of those who go by a name. */
export interface Named {
  readonly name: string;
  readonly isPhoneOnly: boolean;
  readonly address: string | null;
}

/** What a household looks like to whoever keeps it. */
export interface HouseholdLines {
  readonly id: number;
  readonly grid: string;
  readonly address: string;
  readonly head: string | undefined;
  readonly carer: string | undefined;
  readonly members: readonly { readonly name: string; readonly isPhoneOnly: boolean }[];
  /** Those whom no message reaches, neither themselves nor by the carer. */
  readonly unreachable: readonly string[];
}

const phoneOnly = { zh: "只有电话", en: "telephone only" };

function person({ name, isPhoneOnly }: { name: string; isPhoneOnly: boolean }): Text {
  return isPhoneOnly
    ? { zh: `${name}（${phoneOnly.zh}）`, en: `${name} (${phoneOnly.en})` }
    : { zh: name, en: name };
}

function householdText({ id, grid, address, head, carer, members, unreachable }: HouseholdLines): Text {
  const lives = members.map(person);
  const lost = unreachable.length > 0;
  const zh = [
    `【村户 ${id}】${grid} ${address}`,
    `户主：${head ?? "没登记"}`,
    `照看人：${carer ?? "没有"}`,
    `家里人：${lives.map((one) => one.zh).join("、") || "还没有，点「加人」"}`,
    ...(lost ? [`消息送不到：${unreachable.join("、")}。设个照看人，或者上门、打电话说。`] : []),
  ];
  const en = [
    `[Household ${id}] ${grid} ${address}`,
    `Head: ${head ?? "not registered"}`,
    `Carer: ${carer ?? "nobody"}`,
    `Members: ${lives.map((one) => one.en).join(", ") || "nobody yet, press “Add somebody”"}`,
    ...(lost ? [`No message reaches: ${unreachable.join(", ")}. Name a carer, or call or visit.`] : []),
  ];
  return { zh: zh.join("\n"), en: en.join("\n") };
}

/** Every sentence about households. */
export const say = {
  help: { zh: "村户（/household）：看和登记网格里的人家", en: "/household: the households of your grid" },
  passOn: (name: string, text: Text): Text => ({
    zh: `请转告${name}：\n${text.zh}`,
    en: `Please tell ${name}:\n${text.en}`,
  }),

  list: (grid: string, count: number): Text => ({
    zh: `${grid} 登记了 ${count} 户：`,
    en: `${grid}: ${count} household(s)`,
  }),
  noneYet: (grid: string): Text => ({
    zh: `${grid} 还没有登记村户。点「加一户」，先发门牌，再发户主姓名。`,
    en: `No household of ${grid} is registered yet. Press “Add a household”: the address first, then the head's name.`,
  }),
  line: (address: string, head: string | undefined): Text => {
    const line = head === undefined ? address : `${address} ${head}`;
    return { zh: line, en: line };
  },
  household: householdText,
  whichGrid: { zh: "看哪个网格的村户？", en: "The households of which grid?" },
  nameGrid: {
    zh: "村户登记在网格里，请写上是哪个网格，比如：/household 双桥村G1",
    en: "Households are registered in grids; say which, for example: /household 双桥村G1",
  },
  usage: {
    zh: "这样写：/household（看我的网格），/household 双桥村G1（看一个网格），/household 3（看一户）。",
    en: "Write it like this: /household (my grid), /household 双桥村G1 (one grid), /household 3 (one household).",
  },
  noSuchHousehold: (id: number): Text => ({
    zh: `没有编号 ${id} 的村户。发「村户」看您的网格。`,
    en: `There is no household ${id}. Send /household to see your grid.`,
  }),
  mayNotKeep: (grid: string): Text => ({
    zh: `${grid} 的村户不归您登记。发「村户」看您自己的网格。`,
    en: `You do not keep the households of ${grid}. Send /household to see your own grid.`,
  }),

  buttons: {
    more: { zh: "更多", en: "More" },
    previous: { zh: "上一页", en: "Previous page" },
    add: { zh: "加一户", en: "Add a household" },
    member: { zh: "加人", en: "Add somebody" },
    head: { zh: "换户主", en: "Head" },
    carer: { zh: "照看人", en: "Carer" },
    phone: { zh: "只有电话", en: "Telephone only" },
    remove: { zh: "移出", en: "Take out" },
    address: { zh: "改地址", en: "Address" },
    drop: { zh: "撤掉这户", en: "Remove household" },
    list: { zh: "回列表", en: "Back to the list" },
  },

  addTitle: { zh: "登记村户", en: "registering a household" },
  memberTitle: { zh: "家里加人", en: "adding somebody to a household" },
  changeTitle: { zh: "修改村户", en: "changing a household" },
  carerTitle: { zh: "设照看人", en: "naming a carer" },
  askAddress: {
    zh: "这户住哪里？发门牌或说法，比如「樟树下3号」。",
    en: "Where is it? Send the address, for example “樟树下3号”.",
  },
  notAddress: {
    zh: "请发门牌或大家叫得出的地方，40 个字以内，比如「樟树下3号」。",
    en: "Please send an address of at most 40 characters, for example “樟树下3号”.",
  },
  addressTaken: { zh: "这里已经登记了一户：", en: "There is a household at this address already:" },
  askHead: { zh: "户主叫什么？发姓名。", en: "Who is the head? Send the name." },
  askMember: { zh: "加谁？发姓名。", en: "Who is to be added? Send the name." },
  notName: { zh: "请只发姓名，比如「王秀英」。", en: "Please send just a name, for example “Wang Xiuying”." },
  whichPerson: { zh: "是这里面的哪位？", en: "Is it one of these?" },
  somebody: ({ name, address, isPhoneOnly }: Named): Text => {
    const notes = [...(address === null ? [] : [address]), ...(isPhoneOnly ? [phoneOnly.zh] : [])];
    const notesEn = [...(address === null ? [] : [address]), ...(isPhoneOnly ? [phoneOnly.en] : [])];
    return {
      zh: notes.length > 0 ? `${name}（${notes.join("，")}）` : name,
      en: notesEn.length > 0 ? `${name} (${notesEn.join(", ")})` : name,
    };
  },
  noneOfThese: { zh: "都不是", en: "None of these" },
  somebodyNew: (name: string): Text => ({
    zh: `都不是，新登记${name}`,
    en: `None of these, register ${name}`,
  }),
  askPhone: (name: string): Text => ({
    zh: `还没有${name}，新登记。平时用什么？`,
    en: `${name} is not known yet and will be registered. What does this person use?`,
  }),
  hasChat: { zh: "有智能手机", en: "A smartphone" },
  phoneOnly: { zh: phoneOnly.zh, en: "Telephone only" },
  askMove: (name: string, address: string): Text => ({
    zh: `${name}现在登记在「${address}」，移到这一户吗？`,
    en: `${name} is registered at “${address}”. Move to this household?`,
  }),
  move: { zh: "移过来", en: "Move" },
  leave: { zh: "不移", en: "Leave" },
  notMoved: { zh: "好，没有动。", en: "All right, nothing was changed." },
  added: { zh: "登记好了。", en: "Registered." },
  changed: { zh: "改好了。", en: "Changed." },
  nobodyHere: {
    zh: "这户还没有登记家里人，先点「加人」。",
    en: "Nobody is registered in this household yet; press “Add somebody” first.",
  },

  askWho: {
    head: (address: string): Text => ({ zh: `「${address}」谁是户主？`, en: `Who heads “${address}”?` }),
    phone: (address: string): Text => ({
      zh: `「${address}」谁要改？点一下，「只有电话」和「有智能手机」互换。`,
      en: `Whose entry at “${address}” changes between telephone and smartphone?`,
    }),
    remove: (address: string): Text => ({ zh: `从「${address}」移出谁？`, en: `Who leaves “${address}”?` }),
  },
  askRemove: (name: string, address: string): Text => ({
    zh: `把${name}移出「${address}」？人还在名册里，以后可以再加。`,
    en: `Take ${name} out of “${address}”? The person stays registered and can be added again.`,
  }),
  remove: { zh: "移出", en: "Take out" },
  keep: { zh: "不移", en: "Keep" },
  askDrop: (address: string): Text => ({
    zh: `撤掉「${address}」这一户？`,
    en: `Remove the household “${address}”?`,
  }),
  drop: { zh: "撤掉", en: "Remove" },
  keepHousehold: { zh: "留着", en: "Keep" },
  dropped: (address: string): Text => ({ zh: `「${address}」已撤掉。`, en: `“${address}” was removed.` }),
  notEmpty: {
    zh: "家里还有人，先把人移出，再撤这一户。",
    en: "Somebody still lives there; take everybody out first.",
  },

  askCarer: (address: string): Text => ({
    zh: `谁照看「${address}」？没手机的家里人，消息都发给照看人。可以是家里人、亲戚、邻居。`,
    en: `Who looks after “${address}”? Messages for members without a smartphone go to the carer: family, a relative or a neighbour.`,
  }),
  otherCarer: { zh: "别的人", en: "Somebody else" },
  noCarer: { zh: "不设照看人", en: "No carer" },
  askCarerName: {
    zh: "照看人叫什么？发姓名，要是已经加入「点通」的人。",
    en: "The carer's name? It must be somebody who has joined Diantong.",
  },
  noSuchCarer: (name: string): Text => ({
    zh: `本村没有叫「${name.slice(0, 20)}」、又收得到消息的人。请换一个，或请这位先加入「点通」。`,
    en: `Nobody in this village called “${name.slice(0, 20)}” can get messages. Name somebody else, or invite this person first.`,
  }),
  youCare: (keeper: string, address: string, names: readonly string[]): Text => ({
    zh: `${keeper}请您照看「${address}」。${names.length > 0 ? `${names.join("、")}收不到消息，有话会发给您，请您转告。` : "家里谁收不到消息，有话会发给您，请您转告。"}不方便的话，请告诉${keeper}。`,
    en: `${keeper} asks you to look after “${address}”. ${names.length > 0 ? `Messages for ${names.join(", ")}` : "Messages for members who cannot be reached"} come to you to pass on. If you cannot, please tell ${keeper}.`,
  }),
  youCareNoMore: (keeper: string, address: string): Text => ({
    zh: `${keeper}把「${address}」的照看人改了，以后不再请您转告。`,
    en: `${keeper} changed the carer of “${address}”; you will not be asked to pass messages on any more.`,
  }),

  home: (address: string, head: string | undefined, carer: string | undefined): Text => ({
    zh: `村户：${address}${head === undefined ? "" : `，户主${head}`}${carer === undefined ? "" : `，照看人${carer}`}`,
    en: `Household: ${address}${head === undefined ? "" : `, head ${head}`}${carer === undefined ? "" : `, carer ${carer}`}`,
  }),
} satisfies Record<string, unknown>;

import type { Text } from "../language/index.ts";
import type { SaidMoment } from "../time/index.ts";

/** What is said in the chat; the page has its own words. */
export const say = {
  button: { zh: "打开看板", en: "Open the dashboard" },
  notYours: {
    zh: "看板给联村组长、指挥室和领导看。您现在没有这样的职务；有疑问发「人工」。",
    en: "The dashboard is for liaison leads, command rooms and leaders. You hold no such post now; say “human” if that is wrong.",
  },
  noAddress: {
    zh: "看板要在浏览器里打开，可这里还没有设对外网址。请管理员在设置里填 PUBLIC_URL（像 https://example.org），重启后再发 /stats。",
    en: "The dashboard opens in a browser, but this installation has no public address. Ask its operator to set PUBLIC_URL (like https://example.org) and restart, then say /stats again.",
  },
  link: (url: string, until: SaidMoment): Text => ({
    zh: `看板：${url}\n只能打开一次，${until.zh} 前有效。这是您本人的，别转发。`,
    en: `The dashboard: ${url}\nIt opens once, until ${until.en}. It is yours alone: do not pass it on.`,
  }),
  alsoOpen: (count: number, until: SaidMoment): Text => ({
    zh: `您的看板现在开着 ${count} 处，${until.zh} 到时。不是您开的，点「都退出」。`,
    en: `Your dashboard is open in ${count} browser(s), until ${until.en}. If that is not you, sign them all out.`,
  }),
  goOn: { zh: "开着的续 4 小时", en: "4 hours more for those" },
  closeAll: { zh: "都退出", en: "Sign all out" },
  goesOn: (count: number, until: SaidMoment): Text => ({
    zh: `好，开着的 ${count} 处看到 ${until.zh}。`,
    en: `All right, ${count} browser(s) go on until ${until.en}.`,
  }),
  closed: (count: number): Text => ({
    zh: `退出了 ${count} 处。再看发 /stats，点「打开看板」。`,
    en: `${count} browser(s) signed out. For a new link say /stats.`,
  }),
  noneOpen: {
    zh: "您没有开着的看板。要看，发 /stats，点「打开看板」。",
    en: "No dashboard of yours is open. To open one say /stats.",
  },
  log: { zh: "谁看过看板", en: "Who opened dashboards" },
  logHead: { zh: "最近打开看板的：", en: "Dashboards opened lately:" },
  logLine: (name: string, unit: string, at: SaidMoment, until: SaidMoment): Text => ({
    zh: `${at.zh} ${name}看了${unit}（开到 ${until.zh}）`,
    en: `${at.en} ${name}: ${unit} (open until ${until.en})`,
  }),
  emptyLog: { zh: "还没有人打开过看板。", en: "Nobody has opened a dashboard yet." },
  notYourLog: {
    zh: "谁看过看板，由主要领导、纪检和管理员来查。",
    en: "Who opened dashboards is for main leaders, the discipline role and admins to see.",
  },
};

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
};

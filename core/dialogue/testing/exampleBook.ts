import { verbatim } from "../../language/index.ts";
import { begin, type Book, type Command } from "../command.ts";
import { steps, type Flow, type Part } from "../flow.ts";
import { choice } from "../questions/choice.ts";
import { confirm } from "../questions/confirm.ts";
import { optional } from "../questions/optional.ts";
import { words } from "../questions/words.ts";
import { say } from "./example.texts.ts";
import type { ReportServices } from "./exampleServices.ts";
import { report } from "./report.flow.ts";

const { ask, once, within } = steps<ReportServices>();

/** Twenty goods over three pages, a confirmation, a deed, and a question after it. */
const shop: Flow<ReportServices> = {
  name: "shop",
  title: say.shop,
  *tell() {
    const goods = Array.from({ length: 20 }, (_, index) => say.good(index + 1));
    const good = yield* ask("good", choice(say.goods, goods));
    if (!(yield* ask("sure", confirm(say.sure(good))))) return say.kept;
    const code = yield* once("order", ({ tickets }, key) => tickets.file(key, good));
    const note = yield* ask("note", optional(words(say.note)));
    return [say.code(String(code)), say.thanks(note)];
  },
};

function* household(): Part<ReportServices, string> {
  return yield* ask("home", words(say.home));
}

const join: Flow<ReportServices> = {
  name: "join",
  title: say.join,
  *tell() {
    const name = yield* ask("name", words(say.name));
    const phone = yield* ask("phone", optional(words(say.phone)));
    const home = yield* within("house", household());
    return say.joinedAs(name, phone, home);
  },
};

const rate: Flow<ReportServices, { number: number }> = {
  name: "rate",
  title: say.rate,
  *tell({ number }) {
    const score = yield* ask("score", choice(say.how(number), say.scores));
    const reason = score === "bad" ? yield* ask("reason", words(say.why)) : "";
    yield* once("rate", ({ tickets }) => tickets.note(`${number} ${score} ${reason}`));
    return say.rated;
  },
};

const commands: readonly Command<ReportServices>[] = [
  {
    name: "menu",
    aliases: ["菜单"],
    help: verbatim("菜单 /menu"),
    isFor: () => true,
    run: async () => ({
      text: say.menu,
      choices: [
        { label: say.report, token: "/report" },
        { label: say.shop, token: "/shop" },
      ],
    }),
  },
  {
    name: "report",
    aliases: ["反映问题", "报事"],
    help: verbatim("反映问题 /report"),
    isFor: () => true,
    run: async (args) =>
      args === "" ? begin(report) : begin(report, undefined, { type: "text", text: args }),
  },
  {
    name: "shop",
    aliases: ["换东西"],
    help: verbatim("换东西 /shop"),
    isFor: () => true,
    run: async () => begin(shop),
  },
  {
    name: "join",
    aliases: ["登记"],
    help: verbatim("登记 /join"),
    isFor: () => true,
    run: async () => begin(join),
  },
  {
    name: "rate",
    aliases: [],
    help: verbatim("评价 /rate 1024"),
    isFor: () => true,
    run: async (args) => (/^\d+$/.test(args) ? begin(rate, { number: Number(args) }) : say.unclear),
  },
  {
    name: "tasks",
    aliases: ["我的任务"],
    help: verbatim("任务 /tasks"),
    isFor: ({ persona }) => persona === "老李",
    run: async () => ({ text: say.tasks, choices: [{ label: verbatim("1024 路灯"), token: "/task 1024" }] }),
  },
  {
    name: "task",
    aliases: [],
    help: verbatim("一件任务 /task 1024"),
    isFor: ({ persona }) => persona === "老李",
    run: async (args) => ({ text: say.card(args) }),
  },
  {
    name: "human",
    aliases: ["人工帮助"],
    help: verbatim("人工 /human"),
    isFor: () => true,
    run: async () => say.human,
  },
];

/** A small program that uses every kind of question; transcripts and hazards are tried on it. */
export const exampleBook: Book<ReportServices> = {
  flows: [report, shop, join, rate],
  commands,
  async otherwise(body) {
    const opens =
      body.type === "media" || body.type === "voice" || (body.type === "text" && body.text.length > 5);
    return opens ? begin(report, undefined, body) : say.unclear;
  },
};

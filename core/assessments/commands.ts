import { begin, sayings, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitByCode } from "../org/index.ts";
import type { Acting } from "../people/index.ts";
import { correctList, refuseList } from "./decide/decide.flow.ts";
import { makeAgain, publish, setDays } from "./decide/service.ts";
import type { YearServices } from "./desk.ts";
import { makeAll } from "./make/schedule.ts";
import { judgeObjection, objectToLine } from "./object/object.flow.ts";
import { demoRules } from "./rules/model.ts";
import { mayMake } from "./show/access.ts";
import { homeView, readableLists } from "./show/home.ts";
import { lineView } from "./show/line.ts";
import { listView } from "./show/list.ts";
import { answerStar } from "./stars/service.ts";
import { nominateStar } from "./stars/star.flow.ts";
import { say } from "./texts.ts";

type Said = Reply | Begin;

export const yearCommands: readonly Command<YearServices>[] = [
  {
    name: "year",
    aliases: ["年度考核", "优秀团队", "服务明星", "村庄服务明星"],
    help: say.help,
    isFor: ({ acting }) => acting !== undefined,
    async run(args, { acting }) {
      if (!acting) throw new Error("this command is for people who have joined");
      return run(args.normalize("NFKC").trim(), acting);
    },
  },
];

/** `/year`, `/year 2025`, `/year 前童镇`, `/year make 330226106000`, `/year how`, `/year star`; on a list `/year list 3 2`, `yes`, `no` …; on a line `/year line 12`, `object` … */
async function run(args: string, acting: Acting): Promise<Said> {
  if (args === "how") return say.rules(demoRules);
  if (args === "star") return begin(nominateStar);
  const made = /^make (\d{12})$/.exec(args)?.[1];
  if (made !== undefined) return make(acting, made);
  const [, verb = "", id = "", rest = ""] = /^([a-z]+) (\d{1,9})(?: (\S+))?$/.exec(args) ?? [];
  const said = verb === "" ? undefined : await onOne(acting, verb, Number(id), rest);
  if (said) return said;
  const [, year, words = ""] = /^(?:(\d{4})(?:年)?(?: |$))?(.*)$/.exec(args) ?? [];
  if (/^[a-z]+(?: |$)/.test(words)) return say.usage;
  return homeView(acting, { words, year: year === undefined ? undefined : Number(year) });
}

async function onOne(acting: Acting, verb: string, id: number, rest: string): Promise<Said | undefined> {
  const number = /^\d{1,4}$/.test(rest) ? Number(rest) : 0;
  const deeds: Readonly<Record<string, () => Promise<Said> | Said>> = {
    list: () => listView(acting, id, number),
    yes: () => publish(acting, id),
    no: () => begin(refuseList, { id }),
    days: () => setDays(acting, id, number),
    again: () => makeAgain(acting, id),
    correct: () => begin(correctList, { id }),
    line: () => lineView(acting, id),
    object: () => begin(objectToLine, { id }),
    judge: () => begin(judgeObjection, { id }),
    star: () => (rest === "yes" || rest === "no" ? answerStar(acting, id, rest === "yes") : say.usage),
  };
  return deeds[verb]?.();
}

/** Has every list of last year made that is not there. */
async function make(acting: Acting, code: string): Promise<Reply> {
  const unit = await unitByCode(acting.tx, code);
  if (!unit || !mayMake(acting, unit)) return say.decide.notMaker;
  const { year, made } = await makeAll(acting, unit, acting.person.id);
  return {
    text: say.decide.made(year, made),
    choices: [{ label: say.look, token: `/year ${year} ${unit.code}` }],
  };
}

/** `/stats` with a way to the year's lists below its first figures, where there are any for whoever reads. Others stay as they are. */
export function withYear<Of extends YearServices>(command: Command<Of>): Command<Of> {
  if (command.name !== "stats") return command;
  return {
    ...command,
    async run(args, services) {
      const said = await command.run(args, services);
      const { acting } = services;
      if (!acting || args.trim() !== "" || (await readableLists(acting)).length === 0) return said;
      return withButton(said);
    },
  };
}

function withButton(said: Reply | Begin): Reply | Begin {
  if ("begin" in said) return said;
  const all = sayings(said);
  const last = all.at(-1);
  if (!last) return said;
  return [
    ...all.slice(0, -1),
    { ...last, choices: [...(last.choices ?? []), { label: say.button, token: "/year" }] },
  ];
}

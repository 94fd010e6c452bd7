import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { mayObject } from "../object/service.ts";
import type { Line, LineId, YearList } from "../store.ts";
import { say } from "../texts.ts";
import { readableLine, type Readable } from "./access.ts";
import { namedLine } from "./naming.ts";

/** One line with everything it is based on, and a way to object to it. */
export async function lineView(acting: Acting, id: LineId): Promise<Reply> {
  const found = await readableLine(acting, id);
  if (!found) return say.noSuchLine;
  const { list, line } = found;
  const demo: Text = list.isDemo ? { zh: "（演示数据）", en: " (demonstration data)" } : verbatim("");
  const head = namedLine(list, line);
  return {
    text: join([
      { zh: `${head.zh}${demo.zh}`, en: `${head.en}${demo.en}` },
      basisText(list, line),
      putRight(line),
    ]),
    choices: await choicesOn(acting, found),
  };
}

function basisText({ rules, kind }: YearList, { basis, grade, objection }: Line): Text {
  if ("merit" in basis) return say.starLine(say.reason, basis.merit, grade === "asked");
  return say.outcome(basis.outcome, rules, kind !== "good_teams" && objection === null);
}

function putRight({ objection, grade, words }: Line): Text {
  return objection === null ? verbatim("") : say.putRight(grade, words ?? "");
}

async function choicesOn(acting: Acting, found: Readable): Promise<readonly Choice[]> {
  const { list, line, isOwn, reader } = found;
  const choices: Choice[] = [];
  const isStar = list.kind === "stars" && isOwn;
  if (isStar && line.grade === "asked" && list.state === "draft")
    choices.push({ label: say.star.agree, token: `/year star ${line.id} yes` });
  if (isStar && list.state !== "frozen")
    choices.push({ label: say.withdraw, token: `/year star ${line.id} no` });
  if (await mayObject(acting, found)) choices.push({ label: say.objectTo, token: `/year object ${line.id}` });
  if (reader !== undefined) choices.push({ label: say.back, token: `/year list ${list.id}` });
  return [...choices, { label: say.how, token: "/year how" }];
}

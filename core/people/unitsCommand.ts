import type { Reply, Saying } from "../dialogue/index.ts";
import { unitByCode, unitsBelow, type Unit } from "../org/index.ts";
import { calledName } from "./model.ts";
import type { Acting } from "./moment.ts";
import { unitsWhere } from "./permission.ts";
import { readUnit } from "./reading.ts";
import { personById, postsIn } from "./store.ts";
import { roleNames, say } from "./texts.ts";

const shown = 8;

/** `/units` shows one's own unit, `/units 双桥村` any by name or code; its posts, and the units below as buttons. */
export async function unitsCommand(args: string, acting: Acting): Promise<Reply> {
  const [, words = "", page = "1"] = /^(.*?)(?: #(\d+))?$/.exec(args) ?? [];
  if (words !== "") {
    const read = await readUnit(acting.tx, words, (code) => `/units ${code}`);
    return "ask" in read ? read.ask : view(acting, read.unit, Number(page));
  }
  const [own = ""] = unitsWhere(acting.person.memberships, "unit.browse");
  const unit = await unitByCode(acting.tx, own);
  return unit ? view(acting, unit, Number(page)) : say.noSuchUnit(own);
}

async function view(acting: Acting, unit: Unit, page: number): Promise<Saying> {
  const posts: string[] = [];
  for (const { person, role } of await postsIn(acting.tx, unit.code)) {
    const holder = await personById(acting.tx, person);
    posts.push(`${roleNames[role].zh}：${holder ? calledName(holder) : "—"}`);
  }
  const below = await unitsBelow(acting.tx, unit.code);
  const from = (page - 1) * shown;
  const choices = below
    .slice(from, from + shown)
    .map(({ code, name }) => ({ label: { zh: name, en: name }, token: `/units ${code}` }));
  if (below.length > from + shown)
    choices.push({ label: say.more, token: `/units ${unit.code} #${page + 1}` });
  const text = say.unitView({ name: unit.name, code: unit.code, posts, below: below.length });
  return choices.length > 0 ? { text, choices } : { text };
}

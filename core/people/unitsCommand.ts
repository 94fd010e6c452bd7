import type { Reply, Saying } from "../dialogue/index.ts";
import { verbatim, type Text } from "../language/index.ts";
import { unitByCode, unitsBelow, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { calledName, roles } from "./model.ts";
import type { Acting } from "./moment.ts";
import { unitsWhere } from "./permission.ts";
import { readUnit } from "./reading.ts";
import { holdersIn } from "./service.ts";
import { roleNames, say, specialtyName } from "./texts.ts";

const shown = 8;
/** A village's 首问责任人 stands before her team. */
const order = ["liaison_lead", ...roles.filter((role) => role !== "liaison_lead")] as const;

/** `/units` shows one's own unit, `/units 双桥村` any by name or code; its posts, and the units below as buttons. */
export async function unitsCommand(args: string, acting: Acting): Promise<Reply> {
  const [, words = "", page = "1"] = /^(.*?)(?: #(\d{1,6}))?$/.exec(args) ?? [];
  if (words !== "") {
    const read = await readUnit(acting.tx, words, (code) => `/units ${code}`);
    return "ask" in read ? read.ask : view(acting, read.unit, Number(page));
  }
  const [own = ""] = unitsWhere(acting.person.memberships, "unit.browse");
  const unit = await unitByCode(acting.tx, own);
  return unit ? view(acting, unit, Number(page)) : say.noSuchUnit(own);
}

async function view({ tx }: Acting, unit: Unit, page: number): Promise<Saying> {
  const below = await unitsBelow(tx, unit.code);
  const pages = Math.max(1, Math.ceil(below.length / shown));
  const at = Math.min(Math.max(1, page), pages);
  const choices = below
    .slice((at - 1) * shown, at * shown)
    .map(({ code, name }) => ({ label: verbatim(name), token: `/units ${code}` }));
  if (at > 1) choices.push({ label: say.previous, token: `/units ${unit.code} #${at - 1}` });
  if (at < pages) choices.push({ label: say.more, token: `/units ${unit.code} #${at + 1}` });
  const posts = await postLines(tx, unit);
  const text = say.unitView({ name: unit.name, code: unit.code, posts, below: below.length });
  return choices.length > 0 ? { text, choices } : { text };
}

/** One line for each post somebody holds: 「村服务团队：葛志强（村干部）、叶医生（医生）」. */
async function postLines(tx: Tx, unit: Unit): Promise<readonly Text[]> {
  const holders = await holdersIn(tx, unit.code);
  return order.flatMap((role) => {
    const names = holders
      .filter((holder) => holder.role === role)
      .map(({ person, specialty }) => {
        const name = calledName(person);
        return specialty === undefined ? verbatim(name) : say.withSpecialty(name, specialtyName(specialty));
      });
    return names.length === 0
      ? []
      : [say.holders(unit.kind === "county" ? say.countysRole(role) : roleNames[role], names)];
  });
}

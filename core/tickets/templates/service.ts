import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, upwards } from "../../org/index.ts";
import { can, unitsWhere, type Acting } from "../../people/index.ts";
import type { KindId } from "../kinds/model.ts";
import type { TicketNumber } from "../model.ts";
import { actable } from "../respond/service.ts";
import { unitOf } from "../responsible.ts";
import type { Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { shippedTemplates } from "../texts/templates.ts";
import { fittingOf, longestTemplate, mostTemplates } from "./model.ts";
import type { anyKind, OwnTemplate, Template } from "./model.ts";
import { deleteTemplate, insertTemplate, templateByNumber, templatesFor } from "./store.ts";

/** What we bring along, in the language of whoever reads it. */
export function shippedFor({ person }: Acting): readonly (Template & { readonly kind: string })[] {
  return shippedTemplates.map(({ id, kind, words }) => ({ id, kind, words: words[person.language] }));
}

/** The templates for answering a matter: those of her unit in it and above. None for what is sealed. */
export async function fitting(acting: Acting, number: TicketNumber | null): Promise<readonly Template[]> {
  const ticket = number === null ? undefined : await actable(acting, number);
  if (!ticket || "refused" in ticket || ticket.isSealed || ticket.isUrgent) return [];
  const path = upwards(await unitOf(acting, ticket.unit));
  const own = path.findIndex((code) => acting.person.memberships.some(({ unit }) => unit === code));
  const units = own < 0 ? path : path.slice(own);
  const made = await templatesFor(acting.tx, units);
  return fittingOf(made, shippedFor(acting), { kind: ticket.kind, units });
}

/** Where this person may keep templates, as options. */
export async function keptUnits({
  tx,
  person,
}: Acting): Promise<readonly { readonly id: string; readonly label: Text }[]> {
  const units = Array.from(new Set(unitsWhere(person.memberships, "template.keep")));
  const options: { id: string; label: Text }[] = [];
  for (const id of units) {
    const name = await unitName(tx, id);
    options.push({ id, label: { zh: name, en: name } });
  }
  return options;
}

/** Every template made for her units and above them, the newest first. */
export async function templatesOf({ tx, person }: Acting): Promise<readonly OwnTemplate[]> {
  const units = new Set<string>();
  for (const code of unitsWhere(person.memberships, "ticket.read")) {
    const unit = await unitByCode(tx, code);
    for (const above of unit ? upwards(unit) : []) units.add(above);
  }
  return templatesFor(tx, [...units]);
}

/** Keeps a template for a unit and everything inside it. */
export async function addTemplate(
  acting: Acting,
  given: { readonly kind: KindId | typeof anyKind; readonly words: string; readonly unit: string },
): Promise<"kept" | Refusal> {
  const { tx, person, now } = acting;
  const unit = await unitByCode(tx, given.unit);
  if (!unit || !can(person.memberships, "template.keep", unit)) return { refused: say.mayNotKeepTemplates };
  const words = given.words.trim();
  if (words.length > longestTemplate) return { refused: say.templateTooLong(longestTemplate) };
  const known = await templatesFor(tx, [unit.code]);
  if (known.some((one) => one.words === words && one.kind === given.kind))
    return { refused: say.templateKnown };
  if (known.length >= mostTemplates) return { refused: say.templatesFull(mostTemplates) };
  await insertTemplate(tx, { unit: unit.code, kind: given.kind, words, by: person.id }, now);
  return "kept";
}

/** No row has a larger number on either database. */
const largestNumber = 2_147_483_647;

/** A template of a place where this person may keep them. */
export async function ownTemplate(acting: Acting, number: number): Promise<OwnTemplate | Refusal> {
  const template = number > largestNumber ? undefined : await templateByNumber(acting.tx, number);
  const unit = template && (await unitByCode(acting.tx, template.unit));
  const may = unit && can(acting.person.memberships, "template.keep", unit);
  return template && may ? template : { refused: say.noSuchTemplate };
}

export async function removeTemplate(acting: Acting, number: number): Promise<"removed" | Refusal> {
  const template = await ownTemplate(acting, number);
  if ("refused" in template) return template;
  await deleteTemplate(acting.tx, template.number);
  return "removed";
}

import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName } from "../../org/index.ts";
import { can, unitsWhere, type Acting } from "../../people/index.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { placeName, unitOf } from "../responsible.ts";
import { permitted, record, type Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { isBetweenPeople, ticketTags, type TicketTag } from "./model.ts";
import { countTagged, deleteTag, insertTag, taggedWith, tagsOf, type Looking } from "./store.ts";

const listed = 8;

/** A matter that this person may tag: not by acting on it, by screening there. What is sealed nobody tags. */
async function screened(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await permitted(acting, number, "ticket.tag");
  if ("refused" in ticket) return ticket;
  const unit = await unitOf(acting, ticket.unit);
  const { memberships } = acting.person;
  if (isBetweenPeople(ticket) && !can(memberships, "ticket.read", unit))
    return { refused: say.noSuch(String(number)) };
  return can(memberships, "ticket.tag", unit) && !ticket.isSealed ? ticket : { refused: say.mayNotTag };
}

/** What she is asked of a matter: its kind and place, no words of it, and each tag, to be put on or taken off. */
export async function taggable(
  acting: Acting,
  number: TicketNumber,
): Promise<
  | { readonly text: Text; readonly tags: readonly { readonly id: TicketTag; readonly label: Text }[] }
  | Refusal
> {
  const ticket = await screened(acting, number);
  if ("refused" in ticket) return ticket;
  const has = await tagsOf(acting.tx, number);
  return {
    text: say.askTag(number, ticket.kind, await placeName(acting, ticket), has),
    tags: ticketTags.map((id) => ({ id, label: say.tagOption(id, has.includes(id)) })),
  };
}

/** Puts a tag on a matter, or takes it off where it carries it; it stands on the matter's timeline, which villagers read without it. */
export async function turnTag(
  acting: Acting,
  key: string,
  number: TicketNumber,
  tag: TicketTag,
): Promise<Reply> {
  const ticket = await screened(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const { tx, now, person } = acting;
  const isOff = (await tagsOf(tx, number)).includes(tag);
  await record(acting, ticket, isOff ? "untagged" : "tagged", { words: tag, files: [] }, key);
  if (isOff) await deleteTag(tx, number, tag);
  else await insertTag(tx, { number, tag, by: person.id }, now);
  const choices: Choice[] = [{ label: say.tagMore, token: `/screen ${number}` }];
  if (!isOff) choices.push({ label: say.seeTagged(tag), token: `/screen ${tag}` });
  return { text: say.tagged(number, await tagsOf(tx, number)), choices };
}

/** Where this person screens; undefined where nowhere. */
async function lookingOf({ tx, person }: Acting): Promise<Looking | undefined> {
  const paths: string[] = [];
  for (const code of new Set(unitsWhere(person.memberships, "ticket.tag"))) {
    const unit = await unitByCode(tx, code);
    if (unit) paths.push(unit.path);
  }
  const isReader = unitsWhere(person.memberships, "ticket.read").length > 0;
  return paths.length === 0 ? undefined : { paths, reader: person.id, isReader };
}

/** `/screen`: the tags that matters of hers carry, each with how many. */
export async function tagsView(acting: Acting): Promise<Reply> {
  const looking = await lookingOf(acting);
  if (!looking) return say.mayNotTag;
  const counts = await countTagged(acting.tx, looking);
  const choices = ticketTags.flatMap((id) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? [] : [{ label: say.tagCount(id, count), token: `/screen ${id}` }];
  });
  return choices.length === 0 ? say.noneTagged : { text: say.tagsHead, choices };
}

/** `/screen repeated #2`: the matters of hers that carry a tag. @param page from 1. */
export async function taggedView(acting: Acting, tag: TicketTag, page: number): Promise<Reply> {
  const looking = await lookingOf(acting);
  if (!looking) return say.mayNotTag;
  const { tx } = acting;
  const count = (await countTagged(tx, looking)).get(tag) ?? 0;
  const found = await taggedWith(tx, looking, tag, { from: (page - 1) * listed, limit: listed });
  if (found.length === 0) return say.noneSoTagged(tag);
  const choices: Choice[] = [];
  // The back office may tag a matter, not read it.
  const opens = looking.isReader ? "/task" : "/screen";
  for (const one of found) {
    const label = say.taggedLine(one, await unitName(tx, one.unit));
    choices.push({ label, token: `${opens} ${one.number}` });
  }
  const left = count - page * listed;
  if (left > 0) choices.push({ label: say.moreTagged(left), token: `/screen ${tag} #${page + 1}` });
  return { text: say.taggedHead(tag, count), choices };
}

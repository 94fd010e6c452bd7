import type { Reply } from "../../dialogue/index.ts";
import { mayKeep } from "../households/service.ts";
import type { Person } from "../model.ts";
import type { Acting } from "../moment.ts";
import { personChoices } from "../reading.ts";
import { personById, personsNamed } from "../store.ts";
import { readTag } from "./model.ts";
import { deleteTag, insertTag, tagsOf } from "./store.ts";
import { say } from "./texts.ts";

/** `/tag 张福根` shows, `/tag 张福根 独居老人` notes, `/tag 张福根 -独居老人` takes off; for whoever keeps her grid. */
export async function tagCommand(args: string, acting: Acting): Promise<Reply> {
  const [name = "", ...rest] = args.normalize("NFKC").split(/\s+/);
  const words = rest.join("");
  if (name === "") return say.usage;
  const kept = await keptPersons(acting, name);
  const [person, ...namesakes] = kept;
  if (!person) return say.nobody(name);
  if (namesakes.length > 0) return personChoices(acting.tx, name, kept, (id) => `/tag ${id} ${words}`.trim());
  return words === "" ? shown(acting, person) : noted(acting, person, words);
}

async function shown({ tx }: Acting, person: Person): Promise<Reply> {
  return say.has(person.name, await tagsOf(tx, person.id));
}

async function noted(acting: Acting, person: Person, words: string): Promise<Reply> {
  const isOff = words.startsWith("-");
  const tag = readTag(isOff ? words.slice(1) : words);
  if (tag === undefined) return say.notATag;
  const { tx, now } = acting;
  if (!isOff) await insertTag(tx, { person: person.id, tag, by: acting.person.id }, now);
  else if (!(await deleteTag(tx, person.id, tag))) return say.hadNot(person.name, tag);
  return shown(acting, person);
}

async function keptPersons(acting: Acting, name: string): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (const id of [name, ...(await personsNamed(acting.tx, name))]) {
    const person = await personById(acting.tx, id);
    if (person?.grid && !(await mayKeep(acting, person.grid))) found.push(person);
  }
  return found;
}

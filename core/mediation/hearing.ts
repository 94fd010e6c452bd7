import type { Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { type Enclosure, type Refusal } from "../tickets/index.ts";
import { sayChoice } from "./choices.ts";
import { ledBy } from "./lead.ts";
import { isOpen, type Mediation, type Party } from "./model.ts";
import { keepWord, mediationOf } from "./store.ts";
import {
  aboutMediation,
  isOffline,
  mediatorCalled,
  noSuch,
  ownSide,
  tellOne,
  wordsWithFiles,
} from "./telling.ts";
import { say } from "./texts.ts";

/** Each side is heard by herself: what she says only the mediator reads, and what the mediator asks her only she does. */

function isEmpty({ words, files }: Enclosure): boolean {
  return words === "" && files.length === 0;
}

/** The side of whoever acts in a mediation that is under way. */
export async function sideUnderWay(
  { tx, person }: Acting,
  number: number,
): Promise<{ readonly mediation: Mediation; readonly side: Party } | Refusal> {
  const mediation = await mediationOf(tx, number);
  const side = mediation ? ownSide(mediation, person.id) : noSuch(number);
  if (!mediation || "refused" in side) return noSuch(number);
  return isOpen(mediation) ? { mediation, side } : { refused: say.opening.ended(number) };
}

/** What a side says goes to the mediator. */
export async function hear(acting: Acting, number: number, key: string, said: Enclosure): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  if (isEmpty(said)) return say.party.nothingSaid;
  const { mediation, side } = found;
  const { words, files } = said;
  const word = { party: side.id, by: acting.person.id, kind: "said", words, files, key } as const;
  const choices = [sayChoice(number, say.party.sayMore)];
  if (!(await keepWord(acting.tx, number, word, acting.now)))
    return { text: say.party.said(number), choices };
  const text = say.mediator.said(number, side.name, wordsWithFiles(words, files));
  const saying = { text, files, about: aboutMediation(number, side) };
  await tellOne(acting, mediation.mediator, number, saying, `said ${key}`);
  const receipt = mediation.mediator === undefined ? say.party.saidWithoutMediator : say.party.said;
  return { text: receipt(number), choices };
}

async function ledSide(
  acting: Acting,
  number: number,
  id: number,
): Promise<{ readonly mediation: Mediation; readonly side: Party } | Refusal> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation;
  const side = mediation.parties.find((party) => party.id === id);
  if (!side) return { refused: say.mediator.noSuchSide(number) };
  return side.consent === "willing" ? { mediation, side } : { refused: say.mediator.notYetWilling(number) };
}

/** Whom a question of the mediator's goes to, or why it cannot. */
export async function askable(
  acting: Acting,
  number: number,
  id: number,
): Promise<{ readonly name: string } | Refusal> {
  const found = await ledSide(acting, number, id);
  return "refused" in found ? found : { name: found.side.name };
}

/** The mediator asks one side; no other hears of it. */
export async function askSide(
  acting: Acting,
  number: number,
  key: string,
  { party, said }: { readonly party: number; readonly said: Enclosure },
): Promise<Reply> {
  const found = await ledSide(acting, number, party);
  if ("refused" in found) return found.refused;
  if (isEmpty(said)) return say.party.nothingSaid;
  const { side } = found;
  if (await isOffline(acting, side)) return say.mediator.askInPerson(side.name);
  const { words, files } = said;
  const word = { party, by: acting.person.id, kind: "asked", words, files, key } as const;
  if (!(await keepWord(acting.tx, number, word, acting.now))) return say.mediator.asked(number, side.name);
  const mediator = await mediatorCalled(acting, acting.person.id);
  const text = say.party.asks(number, mediator, words);
  const choices = [sayChoice(number, say.party.answer)];
  await tellOne(acting, side.person, number, { text, files, choices }, `question ${key}`);
  return say.mediator.asked(number, side.name);
}

/** The mediator notes what a side told her in person. */
export async function noteSide(
  acting: Acting,
  number: number,
  key: string,
  { party, said }: { readonly party: number; readonly said: Enclosure },
): Promise<Reply> {
  const found = await ledSide(acting, number, party);
  if ("refused" in found) return found.refused;
  if (isEmpty(said)) return say.party.nothingSaid;
  const { words, files } = said;
  await keepWord(
    acting.tx,
    number,
    { party, by: acting.person.id, kind: "noted", words, files, key },
    acting.now,
  );
  return say.mediator.noted(number, found.side.name);
}

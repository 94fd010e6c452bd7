import { steps, type Part, type Place } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { say } from "../texts.ts";
import type { NamedVillage } from "./namedVillage.ts";

const { ask } = steps<TicketServices>();

/** The village that was named; where two are called so, the one she picks, unless she wants out. Null where none was named. */
export function* whichVillage(
  villages: readonly NamedVillage[],
): Part<TicketServices, NamedVillage | typeof dropped | null> {
  const [first, another] = villages;
  if (!first) return null;
  const options = villages.map(({ code, whole }) => ({ id: code, label: verbatim(whole) }));
  const picked = yield* ask(
    "village",
    choiceOrMore<string>(say.whichVillage(first.name), options),
    another ? undefined : first.code,
  );
  if (picked === dropped) return dropped;
  return villages.find(({ code }) => code === picked) ?? null;
}

/** The place with the village that was named, and its township: whoever reads it lives in another one. */
export function inVillage(place: Place, village: NamedVillage | null): Place {
  if (village === null || place.words.includes(village.whole)) return place;
  const { name, whole } = village;
  const words = place.words.includes(name) ? place.words.replace(name, whole) : `${whole}${place.words}`;
  return { ...place, words };
}

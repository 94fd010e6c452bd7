import type { Acting } from "../people/index.ts";
import type { Refusal } from "../tickets/index.ts";
import { isOpen, type Mediation } from "./model.ts";
import { mediationOf } from "./store.ts";
import { noSuch } from "./telling.ts";
import { say } from "./texts.ts";

/** The mediation that whoever acts mediates and that is under way; for anybody else there is none. */
export async function ledBy({ tx, person }: Acting, number: number): Promise<Mediation | Refusal> {
  const mediation = await mediationOf(tx, number);
  if (!mediation || mediation.mediator !== person.id) return noSuch(number);
  return isOpen(mediation) ? mediation : { refused: say.opening.ended(number) };
}

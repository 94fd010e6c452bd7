import type { Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { nag, type Moment, type PersonId } from "../../people/index.ts";
import { nameOf } from "../nameOf.ts";
import { say } from "../texts.ts";
import type { Told } from "../texts/follow.ts";
import { recipientsOf } from "./listed.ts";
import type { FollowUp } from "./store.ts";

/** What nags about a follow-up are about. */
export function aboutFollowUp({ id }: Pick<FollowUp, "id">): string {
  return `follow-up ${id}`;
}

/** Tells whom it is about: herself, or those who keep the place; never whoever the matter is kept from. */
export async function tellThem(moment: Moment, followUp: FollowUp, text: Text, told: Told): Promise<void> {
  for (const recipient of await recipientsOf(moment, followUp))
    await nag(moment, {
      key: `follow-up ${followUp.id} stands ${recipient}`,
      recipient,
      subject: aboutFollowUp(followUp),
      rank: 2,
      line: say.follow.forHerLine(told),
      open: `/weekly one ${followUp.id}`,
      saying: { text },
      isFact: true,
      passOn: "nobody",
    });
}

/** What the discipline role reads before it confirms. */
export async function cardOf(
  moment: Pick<Moment, "tx">,
  id: FollowUp["id"],
  told: Told,
  madeBy: PersonId,
): Promise<Saying> {
  return {
    text: say.follow.card(told, await nameOf(moment, madeBy)),
    choices: [
      { label: say.follow.confirm, token: `/weekly confirm ${id}` },
      { label: say.follow.decline, token: `/weekly decline ${id}` },
    ],
  };
}

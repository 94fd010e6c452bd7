import { confirm, steps, type Flow } from "../dialogue/index.ts";
import type { JoinServices } from "./join.flow.ts";
import { say } from "./texts.ts";

const { ask, look, once } = steps<JoinServices>();

/** Somebody who is known already comes with a code: the post it offers is hers once she says yes. */
export const accept: Flow<JoinServices, { readonly code: string }> = {
  name: "accept",
  title: say.acceptTitle,
  *tell({ code }) {
    const offer = yield* look("offer", (services) => services.newcomer.offer(code));
    if ("refused" in offer) return offer.refused;
    if (!(yield* ask("sure", confirm(say.offered(offer.unitName, offer.roleName))))) return say.notAccepted;
    const accepted = yield* once("redeem", (services) => services.newcomer.redeem(code));
    return accepted ? say.accepted(offer.unitName, offer.roleName) : say.inviteSpent;
  },
};

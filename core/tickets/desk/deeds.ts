import type { Material, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TicketNumber } from "../model.ts";
import { enclosure, type Enclosure, type Refusal } from "../service.ts";
import { fromCounty, returnToVillage, takeBack, toCounty } from "./back.ts";
import { bounce } from "./bounce.ts";
import { help } from "./joint.ts";
import { supervise } from "./supervise.ts";

/** What is done at the desk, and in offices, by saying one thing about a matter. */
const deeds = {
  bounce,
  take_back: takeBack,
  return_to_village: returnToVillage,
  send_to_county: toCounty,
  send_down: fromCounty,
  supervise,
  help,
} satisfies Record<
  string,
  (acting: Acting, number: TicketNumber, key: string, said: Enclosure) => Promise<{ done: Text } | Refusal>
>;

export type DeskDeed = keyof typeof deeds;

/** Does one of them once per `key`, and says what came of it. */
export type DeskDeeds = Readonly<
  Record<DeskDeed, (key: string, number: TicketNumber, said: Material) => Promise<Reply>>
>;

export function deskDeedsFor(acting: () => Acting): DeskDeeds {
  const by =
    (name: DeskDeed): DeskDeeds[DeskDeed] =>
    async (key, number, said) =>
      doneReply(await deeds[name](acting(), number, key, enclosure(said)));
  return {
    bounce: by("bounce"),
    take_back: by("take_back"),
    return_to_village: by("return_to_village"),
    send_to_county: by("send_to_county"),
    send_down: by("send_down"),
    supervise: by("supervise"),
    help: by("help"),
  };
}

/** What came of a deed, or why it was not done. */
export function doneReply(done: { readonly done: Text } | Refusal): Reply {
  return "refused" in done ? done.refused : done.done;
}

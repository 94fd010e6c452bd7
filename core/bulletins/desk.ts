import type { Choosable, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { correct, refuse, whyNotCorrect, whyNotRefuse } from "./decide/service.ts";
import type { Refusal } from "./refusal.ts";
import { close, decline, whyNotClose, whyNotDecline } from "./follow/decide.ts";
import { askable, previewOf, submit, type Wish } from "./follow/service.ts";
import { changeable, changeTrigger, type TriggerWish } from "./follow/triggers/service.ts";

/** What flows may do with weekly sheets and monthly bulletins, for whoever speaks; every deed asks anew whether she may. */
export interface BulletinDesk {
  readonly follow: FollowDesk;
  readonly triggers: TriggerDesk;
  whyNotRefuse(bulletin: number): Promise<Refusal | null>;
  refuse(bulletin: number, why: string): Promise<Reply>;
  whyNotCorrect(bulletin: number): Promise<Refusal | null>;
  correct(bulletin: number, why: string): Promise<Reply>;
}

/** What flows may do about matters on a sheet. */
export interface FollowDesk {
  askable(
    given: Pick<Wish, "bulletin" | "number" | "kind">,
  ): Promise<{ readonly people: readonly Choosable[] } | Refusal>;
  preview(wish: Wish): Promise<Text | Refusal>;
  submit(key: string, wish: Wish): Promise<Reply>;
  whyNotDecline(followUp: number): Promise<Refusal | null>;
  decline(followUp: number, why: string): Promise<Reply>;
  whyNotClose(followUp: number): Promise<Refusal | null>;
  close(followUp: number, outcome: string): Promise<Reply>;
}

/** What flows may do about the triggers of 约谈 and 通报. */
export interface TriggerDesk {
  changeable(which: Pick<TriggerWish, "unit" | "kind">): Promise<{ readonly line: Text } | Refusal>;
  change(key: string, wish: TriggerWish): Promise<Reply>;
}

export interface BulletinServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  readonly bulletins: BulletinDesk;
}

/** The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join. */
export function bulletinDesk(acting: Acting | undefined): BulletinDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined decides on no sheet");
    return acting;
  };
  return {
    whyNotRefuse: (id) => whyNotRefuse(known(), id),
    refuse: (id, why) => refuse(known(), id, why),
    whyNotCorrect: (id) => whyNotCorrect(known(), id),
    correct: (id, why) => correct(known(), id, why),
    triggers: {
      changeable: (which) => changeable(known(), which),
      change: (key, wish) => changeTrigger(known(), key, wish),
    },
    follow: {
      askable: (given) => askable(known(), given),
      preview: (wish) => previewOf(known(), wish),
      submit: (key, wish) => submit(known(), key, wish),
      whyNotDecline: (id) => whyNotDecline(known(), id),
      decline: (id, why) => decline(known(), id, why),
      whyNotClose: (id) => whyNotClose(known(), id),
      close: (id, outcome) => close(known(), id, outcome),
    },
  };
}

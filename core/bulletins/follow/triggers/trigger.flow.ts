import { choice, review, steps, type Flow } from "../../../dialogue/index.ts";
import type { BulletinServices } from "../../desk.ts";
import { say } from "../../texts.ts";
import { triggerHours, triggerTimes, type Confirmed } from "../model.ts";

const { ask, look, once } = steps<BulletinServices>();

interface Given {
  readonly unit: string;
  readonly kind: Confirmed;
}

const none = { id: "none", label: say.triggers.none };
const hours = [
  ...triggerHours.map((count) => ({ id: String(count), label: say.triggers.hours(count) })),
  none,
];
const times = [
  ...triggerTimes.map((count) => ({ id: String(count), label: say.triggers.times(count) })),
  none,
];

/** 改约谈或通报的情形: from when on it may follow, seen before it holds; what is published keeps what held then. */
export const changeBulletinTrigger: Flow<BulletinServices, Given> = {
  name: "change_bulletin_trigger",
  title: say.triggers.title,
  *tell(given) {
    const found = yield* look("now", ({ bulletins }) => bulletins.triggers.changeable(given));
    if ("refused" in found) return found.refused;
    const unanswered = yield* ask("hours", choice(say.triggers.askHours(found.line), hours));
    const dissatisfied = yield* ask("times", choice(say.triggers.askTimes, times));
    const wish = {
      ...given,
      unansweredHours: numberOf(unanswered),
      dissatisfiedTimes: numberOf(dissatisfied),
    };
    const sure = yield* ask(
      "sure",
      review({ text: say.triggers.sure(given.kind, wish), changes, ...labels }),
    );
    if (!sure) return say.triggers.kept;
    return yield* once("change", ({ bulletins }, key) => bulletins.triggers.change(key, wish));
  },
};

const labels = { yes: say.triggers.yes, add: false, drop: say.triggers.no } as const;
const changes = { hours: say.triggers.changeHours, times: say.triggers.changeTimes };

function numberOf(id: string): number | null {
  return id === none.id ? null : Number(id);
}

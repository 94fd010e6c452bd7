import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { Ticket } from "../model.ts";
import { reasonName } from "./why.ts";

interface Due {
  readonly said: SaidMoment;
  readonly isPast: boolean;
}

/** When the answer and the settlement are due, and the reason why it stands still. */
export interface Dues {
  readonly answer: Due;
  readonly settle: Due | undefined;
  readonly paused: string | undefined;
}

const none: Text = { zh: "", en: "" };

function answerBy({ said, isPast }: Due): Text {
  return isPast
    ? { zh: `，本该 ${said.zh} 前答复，已超时`, en: `, an answer was due by ${said.en} and is late` }
    : { zh: `，最晚 ${said.zh} 前答复`, en: `, answer due by ${said.en}` };
}

function settleBy({ said, isPast }: Due): Text {
  return isPast
    ? { zh: `，本该 ${said.zh} 前办好，已超时`, en: `, it was to be settled by ${said.en} and is late` }
    : { zh: `，最晚 ${said.zh} 前办好`, en: `, to be settled by ${said.en}` };
}

function standsStill(reason: string): Text {
  const said = reasonName(reason);
  return reason === ""
    ? { zh: "，暂停中", en: ", paused" }
    : { zh: `，暂停中：${said.zh}`, en: `, paused: ${said.en}` };
}

/** Both deadlines of a matter that somebody must act on, or why it stands still; nothing afterwards. */
export function waitsUntil({ state, isSealed }: Pick<Ticket, "state" | "isSealed">, dues: Dues): Text {
  const isWaiting = state === "open" || state === "answered";
  return join(
    [
      state === "open" && !isSealed ? answerBy(dues.answer) : none,
      isWaiting && dues.settle ? settleBy(dues.settle) : none,
      isWaiting && dues.paused !== undefined ? standsStill(dues.paused) : none,
    ],
    "",
  );
}

/** A matter goes in three steps: answered, settled, rated. */
const steps: Partial<Record<Ticket["state"], number>> = { open: 1, answered: 2, settled: 3 };

/** 「现在（第 2 步，共 3 步）」; without a step once it is over. */
export function stepSaid(state: Ticket["state"]): Text {
  const step = steps[state];
  return step === undefined
    ? { zh: "现在：", en: "Now: " }
    : { zh: `现在（第 ${step} 步，共 3 步）：`, en: `Now (step ${step} of 3): ` };
}

import type { Material } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TicketNumber } from "../model.ts";
import {
  checkSeveral,
  passableOf,
  passSeveral,
  planSeveral,
  type SeveralPassed,
  type SeveralPlan,
} from "../pass/several.ts";
import { enclosure, type Refusal } from "../service.ts";
import { answerTogether, planTogether, type Together, type TogetherPlan } from "./together.ts";

type Numbers = readonly TicketNumber[];

/** What can be done about several matters at once: one answer, or one colleague. */
export interface Several {
  plan(numbers: Numbers): Promise<TogetherPlan>;
  answer(key: string, numbers: Numbers, said: Material): Promise<Together>;
  /** What this person could hand on. */
  passable(): Promise<Numbers>;
  planPassing(numbers: Numbers): Promise<SeveralPlan | Refusal>;
  checkPassing(numbers: Numbers, to: string): Promise<Pick<SeveralPlan, "going" | "staying"> | Refusal>;
  pass(
    key: string,
    numbers: Numbers,
    given: { readonly to: string; readonly why: string },
  ): Promise<SeveralPassed | Refusal>;
}

/** @param known who acts; throws for a stranger. */
export function severalFor(known: () => Acting): Several {
  return {
    plan: (numbers) => planTogether(known(), numbers),
    answer: (key, numbers, said) => answerTogether(known(), key, numbers, enclosure(said)),
    passable: () => passableOf(known()),
    planPassing: (numbers) => planSeveral(known(), numbers),
    checkPassing: (numbers, to) => checkSeveral(known(), numbers, to),
    pass: (key, numbers, given) => passSeveral(known(), key, numbers, given),
  };
}

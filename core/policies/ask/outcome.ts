import type { Reply } from "../../dialogue/index.ts";
import type { Conditions } from "../model.ts";
import type { QuestionId } from "./store.ts";

/** What is needed to ask for a date of birth. */
export interface AgeQuestion {
  readonly conditions: Conditions;
  /** 2026-11-26, where she is. */
  readonly today: string;
}

/** What comes of a question: an answer, or first a date of birth, since that decides. */
export type Outcome =
  | { readonly kind: "said"; readonly reply: Reply }
  | { readonly kind: "birth"; readonly question: QuestionId; readonly asks: AgeQuestion };

export function said(reply: Reply): Outcome {
  return { kind: "said", reply };
}

import type { Choosable, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import type { PointsServices } from "../points/index.ts";
import { correct, refuse, whyNotCorrect, whyNotRefuse, type Refusal } from "./decide/service.ts";
import { judge, judgeable, type Judgeable, type Verdict } from "./object/judge.ts";
import { object, objectable } from "./object/service.ts";
import { candidatesNamed, nominate, previewStar, whyNotNominate, whyNotStar } from "./stars/service.ts";

/** What flows may do with the year's lists, for whoever speaks; every deed asks anew whether she may. */
export interface YearDesk {
  whyNotRefuse(list: number): Promise<Refusal | null>;
  refuse(list: number, why: string): Promise<Reply>;
  whyNotCorrect(list: number): Promise<Refusal | null>;
  correct(list: number, why: string): Promise<Reply>;
  objectable(line: number): Promise<{ readonly what: Text } | Refusal>;
  object(key: string, line: number, words: string): Promise<Reply>;
  judgeable(objection: number): Promise<Judgeable | Refusal>;
  judge(objection: number, given: Verdict): Promise<Reply>;
  whyNotNominate(): Promise<Refusal | null>;
  whyNotStar(person: string): Promise<Refusal | null>;
  candidates(name: string): Promise<readonly Choosable[]>;
  previewStar(person: string, reason: string): Promise<Text | Refusal>;
  nominate(person: string, reason: string): Promise<Reply>;
}

export interface YearServices extends Pick<PointsServices, "points"> {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  readonly year: YearDesk;
}

/** The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join. */
export function yearDesk(acting: Acting | undefined): YearDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined has no part in a list of the year");
    return acting;
  };
  return {
    whyNotRefuse: (id) => whyNotRefuse(known(), id),
    refuse: (id, why) => refuse(known(), id, why),
    whyNotCorrect: (id) => whyNotCorrect(known(), id),
    correct: (id, why) => correct(known(), id, why),
    objectable: (id) => objectable(known(), id),
    object: (key, id, words) => object(known(), key, id, words),
    judgeable: (id) => judgeable(known(), id),
    judge: (id, given) => judge(known(), id, given),
    whyNotNominate: () => whyNotNominate(known()),
    whyNotStar: (person) => whyNotStar(known(), person),
    candidates: (name) => candidatesNamed(known(), name),
    previewStar: (person, reason) => previewStar(known(), person, reason),
    nominate: (person, reason) => nominate(known(), person, reason),
  };
}

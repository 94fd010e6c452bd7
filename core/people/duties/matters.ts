import type { Unit } from "../../org/index.ts";
import type { Person, PersonId } from "../model.ts";
import type { Moment } from "../moment.ts";
import type { Holder } from "../service.ts";
import type { Absence } from "./model.ts";

/** What one person has, or has taken on from somebody else, by its numbers. */
export interface HandedOn {
  readonly to: Holder;
  readonly numbers: readonly number[];
}

/** A moment in which somebody may act, or nobody does, as when an alarm rings. */
export interface Occasion extends Moment {
  readonly person?: Person;
}

/** Whose matters go elsewhere. */
export interface Vacated {
  /** Null for those that lie with nobody; everybody's, unless given. */
  readonly whose?: readonly (PersonId | null)[];
  /** Who follows, and gets what she may have before anybody else. */
  readonly to?: PersonId | undefined;
}

/** What duties have to do with matters: the slice that keeps these does it. */
export interface OpenMatters {
  /** How many that are not over lie with somebody for a unit and everything inside it. */
  count(moment: Moment, person: PersonId, unit: Unit): Promise<number>;
  /**
   * Gives what lies with somebody who is away now, and is not answered or falls due meanwhile, to whoever stands in; each of
   * them is told once. The clocks run on.
   */
  handOnAbsent(occasion: Occasion, absence: Absence): Promise<readonly HandedOn[]>;
  /** Gives on what lies with somebody who holds no post for it any more; each successor is told. */
  handOnVacated(occasion: Occasion, key: string, vacated: Vacated): Promise<readonly HandedOn[]>;
  /** What went elsewhere because of an absence and is not over, by who has it now. */
  elsewhere(moment: Moment, absence: Absence): Promise<readonly HandedOn[]>;
}

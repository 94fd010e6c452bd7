import { contains, unitByCode, type Unit } from "../../org/index.ts";
import type { Moment } from "../../people/index.ts";
import { countDoors, countDoorsIn } from "../doors/store.ts";
import { allOf, answeredOf, headOf, openOf, type NoticeId } from "../model.ts";
import { openCalls } from "../store.ts";

/** How an urgent notice stands inside a unit, door by door. */
export interface Call {
  readonly id: NoticeId;
  /** Its first line. */
  readonly head: string;
  /** When whoever has not answered is gone to, epoch milliseconds; null before that is known. */
  readonly dueAt: number | null;
  readonly doors: number;
  /** Answered by themselves. */
  readonly answered: number;
  /** Of these: asked for help. */
  readonly help: number;
  /** Somebody went or telephoned, and found them. */
  readonly visited: number;
  /** Nobody has heard of them yet. */
  readonly open: number;
}

/** The urgent notices that are being answered behind doors inside this unit, the newest first. */
export async function callsIn({ tx }: Pick<Moment, "tx">, unit: Unit): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const { id, words, dueAt, unit: code } of await openCalls(tx)) {
    const whole = await unitByCode(tx, code);
    if (!whole || (!contains(unit, whole) && !contains(whole, unit))) continue;
    const doors = contains(unit, whole) ? await countDoors(tx, id) : await countDoorsIn(tx, id, unit.path);
    if (allOf(doors) === 0) continue;
    calls.push({
      id,
      head: headOf(words),
      dueAt,
      doors: allOf(doors),
      answered: answeredOf(doors),
      help: doors.help ?? 0,
      visited: (doors.visited ?? 0) + (doors.called ?? 0),
      open: openOf(doors),
    });
  }
  return calls;
}

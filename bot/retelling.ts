import type { Logger } from "pino";
import type { Post } from "../core/delivery/index.ts";
import { unitByCode, unitName, upwards } from "../core/org/index.ts";
import type { Person } from "../core/people/index.ts";
import {
  createRetelling,
  retellingsAtOnce,
  wantRetelling,
  type Reteller,
  type RetellingServices,
} from "../core/retelling/index.ts";
import { afterCommit, type Database, type Tx } from "../core/store/index.ts";
import { createZone, type TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";

/** The kind of job that has answers retold in plain words. */
export const retellingJob = "retelling";

/** A large model, and what it may cost. */
export interface RetellingSettings {
  readonly reteller: Reteller;
  /** Tokens of one day. */
  readonly dailyTokens: number;
}

/** What turns need so that an answer can be retold. */
export interface RetellingPorts {
  readonly isRetelling: boolean;
  /** Called after the commit that asked for it. */
  readonly wanted: (key: string) => void;
}

/** What a flow may do once it has answered with a passage. Plain words are Chinese, as their passage is. */
export function retellingServices(
  ports: RetellingPorts,
  asked: {
    readonly tx: Tx;
    readonly now: number;
    readonly address: string;
    readonly person: Person | undefined;
  },
): RetellingServices {
  const { tx, now, address, person } = asked;
  return {
    retelling: {
      async want(answered) {
        if (!ports.isRetelling || !person || person.language !== "zh") return;
        const names = await namesOf(tx, person);
        if (await wantRetelling(tx, answered, { address, names }, now))
          afterCommit(tx, () => ports.wanted(answered.key));
      },
    },
  };
}

/** What nobody else must learn of her: what she is called, and where she lives. */
async function namesOf(tx: Tx, { name, nickname, grid }: Person): Promise<readonly string[]> {
  const given = /^\p{Script=Han}{3,4}$/u.test(name) ? [name.slice(1)] : [];
  const home = grid === null ? undefined : await unitByCode(tx, grid);
  const places: string[] = [];
  for (const code of home ? upwards(home) : []) places.push(await unitName(tx, code));
  const short = places.map((place) => place.replace(/(?:村|镇|乡|街道|县)$/u, ""));
  return [name, ...given, ...(nickname === null ? [] : [nickname]), ...places, ...short];
}

/** What retelling needs of the program. */
export interface RetellingProgram {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly timeZone: string;
  readonly log: Logger;
  readonly retelling?: RetellingSettings | undefined;
}

/** Retelling answers in plain words; where nobody does any more, those that wait are too late. */
export function retellingKind(program: RetellingProgram, post: Post): JobKind {
  const { database, clock, log, retelling } = program;
  const zone = createZone(program.timeZone);
  const work = createRetelling({
    database,
    clock,
    reteller: retelling?.reteller,
    dailyTokens: retelling?.dailyTokens ?? 0,
    dateOf: (now) => zone.dateOf(now),
    told: (tx, { key, address }, text) =>
      post(tx, {
        key: `retelling ${key}`,
        address,
        lane: "reply",
        blocks: [{ type: "text", text: text.zh }],
      }),
    report: (why) => log.warn({ why }, "an answer was not retold this time"),
  });
  return { name: retellingJob, atOnce: retellingsAtOnce, ...work };
}

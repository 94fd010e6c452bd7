import { expect, test } from "vitest";
import { addUnit, unitByCode } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import type { Role } from "../model.ts";
import { insertMembership, insertPerson, upsertAccount } from "../store.ts";
import type { Wanted } from "./choose.ts";
import { hearersOf } from "./hearing.ts";
import { insertAbsence, setDeputy } from "./store.ts";

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "g1", name: "G1", kind: "grid", parent: "town" },
] as const;

/** Who holds what, first come first. */
const posts: readonly (readonly [string, Role, string])[] = [
  ["xu", "direct_leader", "town"],
  ["tong", "main_leader", "town"],
  ["tong2", "main_leader", "town"],
  ["head", "main_leader", "county"],
  ["he", "team_member", "town"],
];

const noon = Date.parse("2026-11-26T12:00:00+08:00");
const hour = 3_600_000;

interface Situation {
  readonly post: Role;
  readonly away?: readonly string[];
  readonly unreachable?: readonly string[];
  readonly deputies?: readonly (readonly [holder: string, deputy: string])[];
  readonly wanted?: Wanted;
}

const situations: readonly (readonly [string, Situation, readonly string[], string | undefined])[] = [
  ["everybody who holds it at the nearest level", { post: "main_leader" }, ["tong", "tong2"], undefined],
  ["one is away: the others", { post: "main_leader", away: ["tong"] }, ["tong2"], undefined],
  ["one cannot be reached: the others", { post: "main_leader", unreachable: ["tong"] }, ["tong2"], undefined],
  [
    "nobody there: the level above",
    { post: "main_leader", away: ["tong"], unreachable: ["tong2"] },
    ["head"],
    "away tong",
  ],
  ["away: her deputy", { post: "direct_leader", away: ["xu"], deputies: [["xu", "he"]] }, ["he"], undefined],
  [
    "out of reach: her deputy",
    { post: "direct_leader", unreachable: ["xu"], deputies: [["xu", "he"]] },
    ["he"],
    undefined,
  ],
  [
    "her deputy is away too",
    { post: "direct_leader", away: ["xu", "he"], deputies: [["xu", "he"]] },
    [],
    "away xu",
  ],
  [
    "her deputy cannot be reached either",
    { post: "direct_leader", away: ["xu"], unreachable: ["he"], deputies: [["xu", "he"]] },
    [],
    "away xu",
  ],
  ["out of reach, with no deputy", { post: "direct_leader", unreachable: ["xu"] }, [], "unreachable xu"],
  [
    "holders only: no deputy",
    { post: "direct_leader", away: ["xu"], deputies: [["xu", "he"]], wanted: { holdersOnly: true } },
    [],
    "away xu",
  ],
  ["vacant", { post: "dispatcher" }, [], "vacant"],
  [
    "whoever is excepted is not said to be missing",
    { post: "direct_leader", wanted: { except: ["xu"] } },
    [],
    undefined,
  ],
];

async function settle(tx: Tx, { away = [], unreachable = [], deputies = [] }: Situation): Promise<void> {
  for (const unit of units) await addUnit(tx, unit);
  for (const [index, [id, role, unit]] of posts.entries()) {
    await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "g1" }, index);
    await insertMembership(tx, id, { role, unit }, index);
    const account = { channel: "paper", bot: "bot", actor: id, address: `paper/bot/${id}` };
    if (!unreachable.includes(id)) await upsertAccount(tx, id, account, index);
  }
  for (const person of away)
    await insertAbsence(tx, {
      person,
      fromAt: noon - hour,
      untilAt: noon + hour,
      reason: "",
      madeBy: person,
    });
  for (const [holder, deputy] of deputies)
    await setDeputy(tx, { unit: "town", role: "direct_leader" }, { holder, deputy }, noon);
}

describeOnEachEngine("who hears what a post is told", (open) => {
  test.each(situations)("%s", async (_name, situation, who, why) => {
    const database = await open();
    await database.transaction((tx) => settle(tx, situation));

    const heard = await database.transaction(async (tx) => {
      const unit = await unitByCode(tx, "g1");
      if (!unit) throw new Error("no grid");
      const moment = { tx, now: noon, calendar: createCalendar("Asia/Shanghai") };
      return hearersOf(moment, unit, situation.post, situation.wanted);
    });

    expect(heard.hearers.map(({ person }) => person.id)).toEqual(who);
    const { unheard } = heard;
    expect(unheard && [unheard.why, unheard.who].filter((word) => word !== undefined).join(" ")).toBe(why);
  });
});

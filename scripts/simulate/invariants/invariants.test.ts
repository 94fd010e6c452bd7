import { afterEach, beforeEach, expect, test } from "vitest";
import type { Tx } from "../../../core/store/index.ts";
import { day, hour, minute } from "../../../core/time/index.ts";
import { peopleCounty, type SimTownship } from "../county.ts";
import { openWorld, type World } from "../world.ts";
import { inspect, type Findings } from "./inspect.ts";
import { stoodStillMs, violationsOf, type Invariant, type LiveClock } from "./model.ts";

/** A Tuesday at ten in China. */
const start = Date.UTC(2026, 8, 15, 2);

let world: World;
let people: { readonly township: SimTownship; readonly villager: string; readonly worker: string };

beforeEach(async () => {
  world = await openWorld(start);
  const { townships } = await peopleCounty(world.database, world.adapter, 1, start);
  const [township] = townships;
  const [village] = township?.villages ?? [];
  const [villager, worker] = [village?.villagers[0], village?.workers[0]];
  if (!township || !villager || !worker) throw new Error("nobody lives here");
  people = { township, villager: villager.id, worker: worker.id };
  await world.text(villager.id, "村口1号门口路灯坏了");
  await world.text(villager.id, "对");
  await world.talk(worker.id, "/task 1001 answer", "看过了，这两天办", "好了");
});

afterEach(() => world.close());

async function found(): Promise<readonly string[]> {
  const findings: Findings = new Map();
  await world.program.sweep();
  await inspect(world, findings, start - day);
  return [...findings.keys()];
}

const pause = () => world.talk(people.worker, "/task 1001 pause", "1", "3");

async function dispatch(): Promise<void> {
  await world.talk(people.worker, "/task 1001 up", "村里办不了", "好了");
  await world.talk(people.township.room.holder.id, "/desk 1001 dispatch", "1", "跳过", "好");
}

const nothing = () => Promise.resolve();

interface Plant {
  readonly invariant: Invariant;
  readonly what: string;
  readonly before: () => Promise<void>;
  readonly plant: (tx: Tx) => Promise<unknown>;
}

const clocks = (tx: Tx) => tx.updateTable("clock").where("state", "<>", "stopped");
const matters = (tx: Tx) => tx.updateTable("ticket").where("number", "=", 1001);

const plants: readonly Plant[] = [
  {
    invariant: "pastWithoutBreach",
    what: "was due an hour ago and nobody noticed",
    before: nothing,
    plant: (tx) =>
      clocks(tx)
        .set({ due_at: start - hour })
        .execute(),
  },
  {
    invariant: "breachedAndAhead",
    what: "is breached and due tomorrow",
    before: nothing,
    plant: (tx) =>
      clocks(tx)
        .set({ breached_at: start - hour })
        .execute(),
  },
  {
    invariant: "notOneAlarm",
    what: "runs with no alarm",
    before: nothing,
    plant: (tx) => tx.deleteFrom("alarm").where("kind", "=", "clock").execute(),
  },
  {
    invariant: "notOneAlarm",
    what: "runs with an alarm of an older revision",
    before: nothing,
    plant: (tx) =>
      clocks(tx)
        .set(({ eb }) => ({ revision: eb("revision", "+", 1) }))
        .execute(),
  },
  {
    invariant: "notOneAlarm",
    what: "stands still and would ring all the same",
    before: nothing,
    plant: (tx) => clocks(tx).set({ state: "paused", due_at: null, since_at: null }).execute(),
  },
  {
    invariant: "pausedTooLong",
    what: "has stood still for eight days",
    before: pause,
    plant: (tx) =>
      tx
        .updateTable("clock_segment")
        .set({ at: start - 8 * day })
        .where("kind", "=", "paused")
        .execute(),
  },
  {
    invariant: "pausedWithoutAlarm",
    what: "stands still and nothing ends it",
    before: pause,
    plant: (tx) => tx.deleteFrom("alarm").where("kind", "=", "pause").execute(),
  },
  {
    invariant: "pausedWithoutAlarm",
    what: "stands still and what ends it is for another round",
    before: pause,
    plant: (tx) => tx.updateTable("alarm").set({ subject: "1001 2" }).where("kind", "=", "pause").execute(),
  },
  {
    invariant: "pausedAllRound",
    what: "stands still for a third week",
    before: pause,
    plant: (tx) =>
      tx
        .updateTable("alarm")
        .set({ fire_at: start + 15 * day })
        .where("kind", "=", "pause")
        .execute(),
  },
  {
    invariant: "pausedLate",
    what: "stands still though it is late",
    before: pause,
    plant: (tx) =>
      clocks(tx)
        .set({ breached_at: start - hour })
        .execute(),
  },
  {
    invariant: "pausedPastMove",
    what: "stands still by the word of somebody who passed it on since",
    before: pause,
    plant: (tx) =>
      tx
        .updateTable("clock_segment")
        .set({ at: start - day })
        .where("kind", "=", "paused")
        .execute()
        .then(() =>
          tx
            .updateTable("ticket_event")
            .set({ kind: "handed_over" })
            .where("number", "=", 1001)
            .where("kind", "=", "answered")
            .execute(),
        ),
  },
  {
    invariant: "officeClockOutside",
    what: "is an office's, and the matter is in none",
    before: dispatch,
    plant: (tx) => matters(tx).set({ office_id: null }).execute(),
  },
  {
    invariant: "officeClockOutside",
    what: "is an office's, and the command room is asked who has it",
    before: dispatch,
    plant: (tx) => matters(tx).set({ bounced: 2 }).execute(),
  },
  {
    invariant: "clockOfNothing",
    what: "runs for a matter that is settled",
    before: nothing,
    plant: (tx) => matters(tx).set({ state: "settled" }).execute(),
  },
  {
    invariant: "clockOfNothing",
    what: "runs for a round that is over",
    before: nothing,
    plant: (tx) => matters(tx).set({ cycle: 2 }).execute(),
  },
];

test.each(plants)("$invariant: a clock that $what is found", async ({ invariant, before, plant }) => {
  await before();
  const atFirst = await found();
  await world.database.transaction(plant);

  const afterwards = await found();

  expect(atFirst).toEqual([]);
  expect(afterwards).toContain(invariant);
});

test("nagUnsaid: what has waited for an hour while the program ran is found", async () => {
  const nag = { key: "planted", recipient: people.worker, clock_id: null, subject: "ticket 1001", rank: 2 };
  const said = { line: "{}", saying: "{}", is_fact: 1, release_at: start - hour, sent_at: null };
  const findings: Findings = new Map();
  await world.database.transaction((tx) =>
    tx
      .insertInto("nag")
      .values({ ...nag, ...said, created_at: start - hour })
      .execute(),
  );

  await inspect(world, findings, start - 2 * hour);

  expect(findings.get("nagUnsaid")?.seen).toEqual(new Set(['"planted"']));
});

test("what was seen first is told with what had happened to the matter, and the same is counted once", async () => {
  const findings: Findings = new Map();
  await world.database.transaction((tx) => matters(tx).set({ state: "settled" }).execute());

  await inspect(world, findings, start);
  await inspect(world, findings, start);

  const { seen, first } = findings.get("clockOfNothing") ?? {};
  expect(seen?.size).toBe(1);
  expect(first).toMatch(/^09-15 10:00 clock \d+ \(worker, ticket 1001, running\): 09-15 10:00 filed, /);
});

test("what stood still side by side counts once, what a mediator had not at all, what still does not yet", () => {
  const life = (...happened: readonly (readonly [string, number, string?])[]) =>
    happened.map(([kind, days, reason = "等天气"]) => ({ kind, at: days * day, reason }));

  const total = stoodStillMs([
    life(["started", 0], ["paused", 1], ["resumed", 4], ["paused", 10, "mediating"], ["resumed", 20]),
    life(["started", 0], ["paused", 2], ["stopped", 6], ["resumed", 7], ["paused", 30]),
  ]);

  expect(total).toBe(5 * day);
});

const clock: LiveClock = {
  id: 1,
  subject: "ticket 1001",
  kind: "village",
  cycle: 1,
  revision: 3,
  state: "paused",
  dueAt: null,
  breachedAt: null,
  pausedAt: start - 30 * day,
  endsAtBreach: false,
  alarms: [],
  matter: {
    number: 1001,
    cycle: 1,
    state: "answered",
    office: null,
    bounced: 0,
    isMediated: true,
    pauseAlarm: undefined,
    movedAt: start - day,
    pausedBeforeMs: 30 * day,
  },
};

const running = { ...clock, state: "running", pausedAt: undefined } as const;

test.each<{ readonly what: string; readonly well: LiveClock; readonly upSince?: number }>([
  { what: "stands still for a month while somebody mediates", well: clock },
  {
    what: "has no alarm left because nobody above is ever told again",
    well: { ...running, dueAt: start - day, breachedAt: start - day, endsAtBreach: true },
  },
  {
    what: "passed while the program was down, before its first sweep",
    well: { ...running, dueAt: start - day, alarms: ["1 3 breach"] },
    upSince: start - 10 * minute,
  },
])("a clock that $what breaks nothing", ({ well, upSince = start - 90 * day }) => {
  const broken = violationsOf({ clocks: [well], nags: [] }, { now: start, upSince });

  expect(broken).toEqual([]);
});

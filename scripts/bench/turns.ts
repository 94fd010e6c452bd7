import { copyFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import type { InboundEvent } from "../../core/channel/index.ts";
import { systemClock } from "../../core/time/index.ts";
import { fillWithMatters } from "./fill.ts";
import { createRecorder, mixOf, replay, type Recorded, type Recorder } from "./recorder.ts";
import { median, type Figure } from "./result.ts";
import { eventFrom, live, openVillage, saidTo, type Village } from "./village.ts";

const people = 100;
const few = 1_000;
const many = Number(process.env["BENCH_MATTERS"] ?? 1_000_000);
const rounds = 9;
const warmUps = 3;
/** Each time another lamp: of one that a neighbour told already, it would be asked whether it is the same. */
const wordsOf = (index: number, round: number): string =>
  `大樟树路${round * people + index}号门前的路灯坏了三天，夜里看不见路`;

/** The waves of one mix: everybody says one thing, and the next only when all of it was answered. */
type Mix = (village: Village, round: number) => readonly (() => readonly InboundEvent[])[];

/** A villager says what is wrong and hands it in: two turns, the second writes the ticket, its clock and two messages. */
const filing: Mix = ({ villagers }, round) => [
  () => villagers.map((actor, index) => eventFrom(actor, { type: "text", text: wordsOf(index, round) })),
  () => villagers.map((actor) => eventFrom(actor, { type: "text", text: "对" })),
];

/** The grid worker replies to each card and notes it as done, the villager rates it: three turns. */
const answering: Mix = (village) => {
  const cards = saidTo(village, "li").filter(({ text }) => text?.startsWith("【新事项"));
  const fresh = cards
    .slice(-people)
    .map(({ key, text }) => ({ key, number: /\d+/.exec(text ?? "")?.[0] ?? "" }));
  const reporters = fresh.map(({ number }) =>
    village.villagers.find((actor) => saidTo(village, actor).at(-1)?.text?.includes(`编号 ${number}`)),
  );
  return [
    () =>
      fresh.map(({ key }) =>
        eventFrom("li", { type: "text", text: "下午电工来换，换好拍照给你" }, `p-${key}`),
      ),
    () => fresh.map(({ number }) => eventFrom("li", { type: "action", token: `/task ${number} done` })),
    () =>
      fresh.map(({ number }, index) =>
        eventFrom(reporters[index] ?? "", { type: "action", token: `/mine ${number} satisfied` }),
      ),
  ];
};

export const mixes = { filing, answering };
type MixName = keyof typeof mixes;
const mixNames: readonly MixName[] = ["filing", "answering"];
const targets = { filing: 800, answering: 1_300 };

interface Round {
  readonly turns: number;
  readonly milliseconds: number;
}

export async function play(village: Village, mix: Mix, round: number): Promise<Round> {
  const waves = mix(village, round);
  let [turns, milliseconds] = [0, 0];
  for (const wave of waves) {
    const events = wave();
    const began = performance.now();
    await live(village, events);
    milliseconds += performance.now() - began;
    turns += events.length;
  }
  return { turns, milliseconds };
}

interface Recording {
  readonly statements: readonly Recorded[];
  readonly turns: number;
  /** The file as it was before. */
  readonly before: string;
}

function copyOf(village: Village, name: string): string {
  const handle = new Sqlite(village.file);
  handle.pragma("wal_checkpoint(TRUNCATE)");
  handle.close();
  const copy = `${village.file}.${name}`;
  copyFileSync(village.file, copy);
  return copy;
}

/** What one round of each mix runs, on a village that has seen some before. */
async function recordMixes(
  village: Village,
  recorder: Recorder,
): Promise<Readonly<Record<MixName, Recording>>> {
  const record = async (name: MixName, round: number): Promise<Recording> => {
    const before = copyOf(village, name);
    let turns = 0;
    const statements = await recorder.record(async () => {
      turns = (await play(village, mixes[name], round)).turns;
    });
    return { statements, turns, before };
  };
  for (const name of mixNames) await play(village, mixes[name], -1);
  return { filing: await record("filing", 0), answering: await record("answering", 0) };
}

function figuresOf(name: MixName, measured: Measured, { turns, statements }: Recording): readonly Figure[] {
  const perSecond = (times: readonly number[]): number => (turns / median(times)) * 1000;
  const value = perSecond(measured.core);
  const mix = Object.entries(mixOf(statements)).map(
    ([kind, count]) => `${kind} ${(count / turns).toFixed(1)}`,
  );
  return [
    {
      name: `turns: ${name}`,
      value,
      unit: "turns/s",
      beside: { name: "its statements, bare", value: perSecond(measured.everything) },
      target: { value: targets[name], is: "at least" },
      note: `statements a turn: ${mix.join(", ")}`,
    },
    {
      name: `turns: ${name}`,
      value,
      unit: "turns/s",
      beside: { name: "its writes, bare", value: perSecond(measured.writes) },
    },
    {
      name: `turns: ${name}, among ${many.toLocaleString("en")}`,
      value: perSecond(measured.amongMany),
      unit: "turns/s",
      beside: { name: `among ${few.toLocaleString("en")}`, value },
      target: { value: 0.8 * value, is: "at least" },
      note: "matters in all villages, a fiftieth of them open; rounds of both villages in turn",
    },
  ];
}

interface Measured {
  readonly core: number[];
  readonly amongMany: number[];
  readonly everything: number[];
  readonly writes: number[];
}

/** A village with so many matters, nearly all of them long over. */
async function villageWith(matters: number): Promise<Village> {
  const village = await openVillage(people);
  await fillWithMatters(village.database, matters, systemClock.now());
  return village;
}

/** Plays every mix once: in the small village and the large, and the same statements bare. */
async function measureRound(
  round: number,
  { small, large }: { readonly small: Village; readonly large: Village },
  recordings: Readonly<Record<MixName, Recording>>,
): Promise<Readonly<Record<MixName, Readonly<Record<keyof Measured, number>>>>> {
  const measure = async (name: MixName) => {
    const core = (await play(small, mixes[name], round)).milliseconds;
    const amongMany = (await play(large, mixes[name], round)).milliseconds;
    const { before, statements } = recordings[name];
    const everything = replay(before, statements, "everything");
    return { core, amongMany, everything, writes: replay(before, statements, "writes") };
  };
  return { filing: await measure("filing"), answering: await measure("answering") };
}

const nothing = (): Measured => ({ core: [], amongMany: [], everything: [], writes: [] });

/** Turns per second of the core, delivery included, beside the same statements with bare better-sqlite3. */
export async function benchTurns(): Promise<readonly Figure[]> {
  const recorder = createRecorder();
  const recorded = await openVillage(people);
  const recordings = await recordMixes(recorded, recorder);
  recorder.remove();
  const villages = { small: await villageWith(few), large: await villageWith(many) };
  const measured = { filing: nothing(), answering: nothing() };
  for (let round = 0; round < rounds + warmUps; round += 1) {
    const times = await measureRound(round, villages, recordings);
    if (round < warmUps) continue;
    for (const name of mixNames)
      for (const what of ["core", "amongMany", "everything", "writes"] as const)
        measured[name][what].push(times[name][what]);
  }
  for (const village of [villages.small, villages.large, recorded]) await village.remove();
  return mixNames.flatMap((name) => figuresOf(name, measured[name], recordings[name]));
}

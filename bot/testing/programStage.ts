import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pino, type Logger } from "pino";
import { addressOf, type Body, type Caps, type Option } from "../../core/channel/index.ts";
import { createPaperAdapter, type PaperAdapter } from "../../core/channel/testing/paperAdapter.ts";
import type { HeardMessage, Stage } from "../../core/dialogue/testing/index.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { samples } from "../../core/media/testing/samples.ts";
import type { Transcriber } from "../../core/speech/index.ts";
import type { Database } from "../../core/store/index.ts";
import type { TestDatabase } from "../../core/store/testing/index.ts";
import { day, hour } from "../../core/time/index.ts";
import { createManualClock, type ManualClock } from "../../core/time/testing/manualClock.ts";
import { createProgram, type Program, type ProgramPorts } from "../program.ts";
import { holdsDemo, seedDemo } from "../seed.ts";

/** The real program on a real database, with a platform on paper: conversations are played on it. */
export interface ProgramStage extends Stage {
  readonly clock: ManualClock;
  readonly adapter: PaperAdapter;
  program(): Program;
  /** The data as it stands; another handle after each restart. */
  database(): TestDatabase;
}

/** Demo people by what they are called; anybody else is a stranger with an account of that name. */
const actors: Readonly<Record<string, string>> = Object.fromEntries(
  (
    JSON.parse(readFileSync(new URL("../../prisma/seed/demo.json", import.meta.url), "utf8")) as Demo
  ).people.map(({ actor, name, nickname }) => [nickname ?? name, actor]),
);

interface Demo {
  readonly people: readonly {
    readonly actor: string;
    readonly name: string;
    readonly nickname: string | null;
  }[];
}

/** Codes that are the same in every run. */
function createDraw(): (below: number) => number {
  let drawn = 0;
  return (below) => (drawn += 7) % below;
}

/** What every stage begins with; `open.filled(seedVillage)` gives it to test after test without writing it anew. */
export async function seedVillage(database: Database): Promise<void> {
  await seedDemo(database, [createPaperAdapter("paper")], createManualClock().now());
}

/** Documents of policies, and tables to be brought in, by their names. */
const documents = [
  new URL("../../core/policies/documents/testing/files/", import.meta.url),
  new URL("../../core/exchange/testing/files/", import.meta.url),
];

/** A document whose bytes are a program; every other file of a transcript is one the platform has no more. */
const gameInDisguise = "通知.doc";

export async function createProgramStage(
  opened: TestDatabase,
  caps: Partial<Caps> = {},
  log: Logger = pino({ level: "silent" }),
  services: Pick<ProgramPorts, "retelling" | "publicUrl"> = {},
): Promise<ProgramStage> {
  let database = opened;
  const clock = createManualClock();
  const adapter = createPaperAdapter("paper", { edit: true, ...caps });
  adapter.files.set(gameInDisguise, Buffer.from("\x7fELF\x02\x01\x01", "latin1"));
  for (const folder of documents)
    for (const name of readdirSync(folder)) adapter.files.set(name, readFileSync(new URL(name, folder)));
  const draw = createDraw();
  const heardIn = new Map<string, string>();
  let transcriber: Transcriber | undefined;
  if (!(await holdsDemo(database))) await seedVillage(database);
  let program = await start();
  let [updates, seen] = [0, 0];

  async function start(): Promise<Program> {
    const started = createProgram({
      database,
      clock,
      adapters: [adapter],
      timeZone: "Asia/Shanghai",
      // One person speaks at a time: nobody comes to share a commit with.
      gatherMs: 0,
      log,
      draw,
      files: new KeptFiles(join(database.dataDir, "media")),
      transcriber,
      publicUrl: "https://diantong.example",
      ...services,
    });
    await started.recover();
    return started;
  }

  async function restart(): Promise<void> {
    database = await database.reopen();
    await seedDemo(database, [adapter], clock.now());
    program = await start();
    await program.settle();
  }

  async function say(persona: string, body: Body, replyTo?: string): Promise<void> {
    const actor = actors[persona] ?? persona;
    const event = {
      dedupeKey: `update-${(updates += 1)}`,
      channel: "paper",
      bot: "bot",
      chat: actor,
      actor: { id: actor, name: persona },
      group: false,
      addressed: true,
      at: clock.now(),
      body: onPaper(body),
    };
    await program.intake.accept([replyTo === undefined ? event : { ...event, replyTo }]);
    await program.settle();
  }

  /** Goes from one moment at which something is due to the next, as the program's ticks would. */
  async function pass(milliseconds: number): Promise<void> {
    const end = clock.now() + milliseconds;
    while (clock.now() < end) {
      clock.set(Math.min(end, await nextMoment(database, clock.now())));
      await program.sweep();
      await program.settle();
    }
  }

  /** Chats are sent to side by side, so what was sent is put in the order it was written. */
  async function heard(): Promise<readonly HeardMessage[]> {
    const fresh = adapter.sent.slice(seen);
    seen = adapter.sent.length;
    const rows = await database.transaction((tx) =>
      tx.selectFrom("outbox").select(["id", "key", "menu"]).execute(),
    );
    const row = new Map(rows.map(({ key, ...rest }) => [key, rest]));
    fresh.sort((one, other) => (row.get(one.key)?.id ?? 0) - (row.get(other.key)?.id ?? 0));
    return fresh.map((outbound) => ({
      id: `p-${outbound.key}`,
      persona: personaAt(outbound.to),
      text: outbound.edits === undefined ? (outbound.text ?? "") : `${changed}${outbound.text ?? ""}`,
      buttons: outbound.buttons,
      files: outbound.file ? [outbound.file] : [],
      ...(adapter.caps().choices.kind === "numbers" && menuIn(row.get(outbound.key)?.menu)),
    }));
  }

  return {
    clock,
    adapter,
    program: () => program,
    database: () => database,
    say,
    pass,
    heard,
    restart,
    async hears(file, words) {
      heardIn.set(file, words);
      adapter.files.set(file, Buffer.concat([samples.ogg, Buffer.from(file)]));
      if (transcriber) return;
      transcriber = createPaperTranscriber(heardIn);
      await restart();
    },
  };
}

/** Hears what it is told that it hears in a file, by the name that stands at the end of its bytes. */
function createPaperTranscriber(heardIn: ReadonlyMap<string, string>): Transcriber {
  return {
    transcribe({ bytes }) {
      const words = heardIn.get(Buffer.from(bytes).subarray(samples.ogg.length).toString()) ?? "(away)";
      if (words === "(away)") return Promise.resolve({ kind: "refused", status: 401 });
      return Promise.resolve({ kind: "heard", words: words === "(nothing)" ? "" : words });
    },
  };
}

/** Before the words of a message that changes an earlier one. */
const changed = "（改）";

/** When something is due next, at the latest in the morning. */
async function nextMoment(database: TestDatabase, now: number): Promise<number> {
  const [alarm, nag] = await database.transaction(async (tx) => [
    await tx
      .selectFrom("alarm")
      .select(({ fn }) => fn.min<number | null>("fire_at").as("at"))
      .where("fired_at", "is", null)
      .where("fire_at", ">", now)
      .executeTakeFirst(),
    await tx
      .selectFrom("nag")
      .select(({ fn }) => fn.min<number | null>("release_at").as("at"))
      .where("sent_at", "is", null)
      .where("release_at", ">", now)
      .executeTakeFirst(),
  ]);
  const morning = nextMorning(now);
  return Math.min(morning, alarm?.at ?? morning, nag?.at ?? morning);
}

/** Seven o'clock in China, when schedules begin the day. */
function nextMorning(now: number): number {
  const sevenInChina = -hour;
  const days = Math.floor((now - sevenInChina) / day) + 1;
  return days * day + sevenInChina;
}

/** The menu that was stored with a message, if it changed what numbers mean. */
function menuIn(stored: string | null | undefined): Pick<HeardMessage, "menu"> {
  return stored ? { menu: JSON.parse(stored) as readonly Option[] } : {};
}

/** Files of a transcript are files of the platform it is played on. */
function onPaper(body: Body): Body {
  if (body.type !== "media" && body.type !== "voice") return body;
  return { ...body, file: { ...body.file, channel: "paper" } };
}

function personaAt(address: string): string {
  const known = Object.entries(actors).find(
    ([, actor]) => addressOf({ channel: "paper", bot: "bot", chat: actor }) === address,
  );
  return known?.[0] ?? address.slice(address.lastIndexOf("/") + 1);
}

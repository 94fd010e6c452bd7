import { createServer, type AddressInfo } from "node:net";
import { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import { addressOf } from "../../../core/channel/index.ts";
import {
  confirmPerson,
  insertConsent,
  insertMembership,
  insertPerson,
  upsertAccount,
} from "../../../core/people/index.ts";
import { openDatabase, type Tx } from "../../../core/store/index.ts";
import { systemClock } from "../../../core/time/index.ts";
import { seedDemo } from "../../seed.ts";
import { startHelpers, type Helpers } from "./helpers.ts";
import { drawLedger, ledgerText, type Ledger } from "./ledger.ts";
import { textOf } from "./pageJudge.ts";
import { Phones } from "./phones.ts";
import type { Sent } from "./phonesJudge.ts";
import { createRandom } from "./random.ts";
import { createStorm } from "./storm.ts";
import { tryToBreak, type People } from "./trial.ts";
import { villagers, workers } from "./village.ts";

export type Mode = "polling" | "webhook";

/** How many kills a run takes: `PROOF_KILLS`, or few enough for every commit. */
export const killsOnTelegram = Number(process.env["PROOF_KILLS"] ?? 6);

interface Place {
  readonly url: string;
  readonly dataDir: string;
}

export interface TelegramTrial {
  readonly mode: Mode;
  readonly place: Place;
  readonly title: string;
  readonly seed: number;
  readonly kills: number;
  readonly patience?: number;
  /** Processes beside the one that opens Telegram, by their roles; that one is the gateway then. */
  readonly beside?: readonly string[];
  /** The platform takes "given" for "kept": what a program would do that acknowledges before it stores. */
  readonly hasty?: boolean;
}

const grids = ["330226106235-G1", "330226106235-G2"];
const neighbours = Array.from({ length: 3 }, (_, index) => `neighbour-${String(index + 1)}`);
const idlers = Array.from({ length: 8 }, (_, index) => `idler-${String(index + 1)}`);
const people: People = { villagers: [...villagers, ...neighbours], workers, idlers };
const everybody = [...people.villagers, ...people.workers, ...people.idlers];
const numbers: ReadonlyMap<string, number> = new Map(everybody.map((actor, index) => [actor, 7_001 + index]));
const secret = "a-secret_Of-the-webhook";

/** Lets the village live on Telegram (a fake one, in a storm) while the real program is killed, and draws the ledger. */
export async function killOnTelegram(trial: TelegramTrial): Promise<Ledger> {
  const { mode, place, seed, kills, patience = 120_000 } = trial;
  const fake = await FakeTelegram.start();
  if (trial.hasty === true) fake.updates.believesAtOnce = true;
  let helpers: Helpers | undefined;
  try {
    await settle(place, fake.bot.id);
    const { beside = [] } = trial;
    const settings = await settingsFor(mode, place, fake);
    const others = (helpers = startHelpers(beside, settings));
    const world = new Phones({
      fake,
      numbers,
      patience,
      random: createRandom(seed + 2),
      storm: createStorm(createRandom(seed + 3)),
    });
    const witness = await tryToBreak({
      seed,
      kills,
      people,
      world: () => world,
      settings: () => (beside.length > 0 ? { ...settings, ROLE: "gateway" } : settings),
      afterKill: () => others.killNext(async () => world.wereInFlight(await leased(place))),
    });
    const complaints = [...witness.complaints, ...(await others.stop())];
    const ledger = await drawLedger(place, { ...witness, complaints });
    process.stdout.write(ledgerText(`${trial.title}, PROOF_SEED=${String(seed)}`, ledger));
    return ledger;
  } finally {
    await helpers?.end();
    await fake.close();
  }
}

/** What the program had leased when it died: it may have been sent. */
async function leased({ url, dataDir }: Place): Promise<readonly Sent[]> {
  const database = await openDatabase(url, { dataDir });
  const rows = await database.transaction((tx) =>
    tx.selectFrom("outbox").select(["address", "payload"]).where("state", "=", "leased").execute(),
  );
  await database.close();
  return rows.map(({ address, payload }) => ({
    chat: address.slice(address.lastIndexOf("/") + 1),
    text: textOf(payload) ?? "",
  }));
}

async function settingsFor(mode: Mode, { url, dataDir }: Place, fake: FakeTelegram) {
  const port = await freePort();
  const telegram = { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot, TELEGRAM_MODE: mode };
  const webhook = { TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: `http://127.0.0.1:${String(port)}` };
  const common = { DATABASE_URL: url, DATA_DIR: dataDir, SEED: "none", HTTP_PORT: String(port), ...telegram };
  return mode === "webhook" ? { ...common, ...webhook } : common;
}

/** Everybody of the village is known on Telegram; the program itself gives numbers there to nobody. */
async function settle({ url, dataDir }: Place, bot: number): Promise<void> {
  const database = await openDatabase(url, { dataDir });
  const now = systemClock.now();
  await seedDemo(database, [], now);
  await database.transaction(async (tx) => {
    const moved = [...neighbours, ...idlers];
    for (const [index, actor] of moved.entries()) await moveIn(tx, actor, grids[index % 2] ?? "", now);
    for (const [actor, number] of numbers) {
      const account = { channel: "telegram", bot: String(bot), actor: String(number) };
      const address = addressOf({ ...account, chat: String(number) });
      await upsertAccount(tx, `demo-${actor}`, { ...account, address }, now);
    }
  });
  await database.close();
}

async function moveIn(tx: Tx, actor: string, grid: string, now: number): Promise<void> {
  const id = `demo-${actor}`;
  await insertPerson(tx, { id, name: actor, nickname: null, language: "zh", grid }, now);
  await insertMembership(tx, id, { role: "villager", unit: grid }, now);
  await insertConsent(tx, id, "demo", now);
  await confirmPerson(tx, id, id, now);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

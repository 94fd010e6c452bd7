import { draw, type Drawn, type Route } from "../../channel/index.ts";
import { insertCircular } from "../../delivery/index.ts";
import { blocksOf, type Moment } from "../../people/index.ts";
import { scopeOf } from "../audience/service.ts";
import {
  countRecipients,
  insertDoors,
  insertRecipients,
  nextCarers,
  nextChunk,
  ownAddresses,
  ownIn,
  shareChats,
  wardsIn,
  type Chunk,
  type Scope,
  type Ward,
} from "../audience/store.ts";
import { batchOf, keyOf, type Notice } from "../model.ts";
import { changeNotice, filesOfNotice } from "../store.ts";
import type { SpreadPorts } from "./ports.ts";
import { sayingOf, type Said } from "./saying.ts";

/** So many people in one transaction: it takes some 50 ms and nobody waits longer for an answer. */
const usualChunk = 2_000;
const carersAtOnce = 300;
const languages = ["zh", "en"] as const;

/** Where a chunk stands: the notice as it reads now, and whom it is for. */
interface Spreading {
  readonly ports: SpreadPorts;
  readonly moment: Moment;
  readonly notice: Notice;
  readonly scope: Scope;
  readonly said: Said;
}

/**
 * Writes the next chunk of a notice and remembers how far it came, in one transaction: a program that dies in between goes on
 * from there. First come the carers, whose message says whom they must tell, then everybody else.
 */
export async function spreadChunk(ports: SpreadPorts, moment: Moment, notice: Notice): Promise<void> {
  const { tx } = moment;
  const scope = await scopeOf(tx, notice.audience, ports.routes);
  const { words, isUrgent, unit } = notice;
  const said = { words, isUrgent, unit, files: await filesOfNotice(tx, notice.id) };
  const spreading = { ports, moment, notice, scope, said };
  return notice.phase === "carers" ? spreadToCarers(spreading) : spreadToPeople(spreading);
}

async function spreadToCarers(spreading: Spreading): Promise<void> {
  const { moment, notice, scope } = spreading;
  const carers = await nextCarers(moment.tx, notice.cursor?.person ?? "", carersAtOnce);
  const last = carers.at(-1);
  if (last === undefined) return changeNotice(moment.tx, notice.id, { phase: "people", cursor: null });
  const wards = await wardsIn(moment.tx, scope, carers);
  for (const own of Map.groupBy(wards, ({ carer }) => carer).values()) await writeToCarer(spreading, own);
  await changeNotice(moment.tx, notice.id, { cursor: { grid: "", person: last } });
}

async function writeToCarer({ moment, notice, said }: Spreading, wards: readonly Ward[]): Promise<void> {
  const [first] = wards;
  if (!first) return;
  const saying = await sayingOf(
    moment,
    notice.id,
    said,
    wards.map(({ name }) => name),
  );
  const { address, language } = first;
  await moment.post(moment.tx, {
    key: `${keyOf(notice.id)} ${address}`,
    address,
    lane: laneOf(notice),
    blocks: blocksOf(saying, language),
    about: saying.about ?? "",
    batch: batchOf(notice.id, "carers"),
    notBefore: notice.holdUntil ?? moment.now,
  });
}

function laneOf({ isUrgent }: Notice): "urgent" | "bulk" {
  return isUrgent ? "urgent" : "bulk";
}

async function spreadToPeople(spreading: Spreading): Promise<void> {
  const { ports, moment, notice, scope } = spreading;
  const { tx } = moment;
  const after = notice.cursor ?? { grid: "", person: "" };
  const chunk = await nextChunk(tx, scope, after, ports.chunkSize ?? usualChunk);
  if (!chunk) {
    const { people } = await countRecipients(tx, notice.id);
    return changeNotice(tx, notice.id, { phase: "spread", state: "sending", cursor: null, people });
  }
  await insertRecipients(tx, notice.id, scope, chunk);
  await writeToPeople(spreading, chunk);
  if (notice.isUrgent) await insertDoors(tx, notice.id, scope, chunk);
  await changeNotice(tx, notice.id, { cursor: chunk.last });
}

/** The same words for everybody on one platform who reads one language: drawn once, written with one statement. */
async function writeToPeople(spreading: Spreading, chunk: Chunk): Promise<void> {
  const { ports, moment, notice, scope, said } = spreading;
  const { tx, now } = moment;
  const saying = await sayingOf(moment, notice.id, said);
  let written = 0;
  for (const route of ports.routes)
    for (const language of languages) {
      const pieces = drawnFor(ports, route, blocksOf(saying, language));
      if (pieces.length === 0) continue;
      const circular = {
        key: keyOf(notice.id),
        route,
        lane: laneOf(notice),
        pieces,
        batch: batchOf(notice.id, language),
        about: saying.about ?? "",
        nextAt: Math.max(now, notice.holdUntil ?? now),
      } as const;
      const addresses = ownAddresses(notice.id, scope, chunk, { route, language });
      written += await insertCircular(tx, circular, addresses, now);
    }
  if (written === 0) return;
  if (written < (await ownIn(tx, notice.id, scope, chunk))) await shareChats(tx, notice.id, scope, chunk);
  for (const route of ports.routes) await ports.written(tx, route);
}

function drawnFor(
  { capsOf }: SpreadPorts,
  route: Route,
  blocks: ReturnType<typeof blocksOf>,
): readonly Drawn[] {
  const caps = capsOf(route);
  return caps ? draw(blocks, caps) : [];
}

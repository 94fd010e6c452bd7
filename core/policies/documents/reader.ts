import { fateOfFile, type KeptFiles, type Reason } from "../../media/index.ts";
import { join, verbatim } from "../../language/index.ts";
import { tell, type Moment } from "../../people/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { second, type TimeSource } from "../../time/index.ts";
import { createRowWork, type RowWork } from "../../work/index.ts";
import { appendPolicyEvent, changePolicy, describePolicy, insertPassages } from "../drafts/store.ts";
import type { Policy } from "../model.ts";
import { firstLines } from "../passageNames.ts";
import { described } from "../publish/service.ts";
import { plantPolicies } from "../imports/plant.ts";
import type { PolicyPackage } from "../imports/package.ts";
import { policyById, versionsOf } from "../store.ts";
import { publishTexts as say } from "../texts/publish.ts";
import type { Unreadable } from "./model.ts";
import type { Read } from "./read.ts";
import { claimDocument, dueDocuments, markDocument, postponeDocument, type Waiting } from "./store.ts";

export interface ReaderPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly files: Pick<KeptFiles, "read">;
  readonly momentIn: (tx: Tx) => Moment;
  /** Makes passages of the bytes of a file. */
  readonly read: (bytes: Uint8Array) => Promise<Read>;
  /** The operator should know: a document broke what reads them. */
  readonly report: (error: unknown, document: Waiting) => void;
}

/** One document after another: each may take a processor for seconds. */
export const documentsAtOnce = 1;
/** What the program died of so often is not tried again. */
const mostAttempts = 3;
const shownLines = 8;

/** Reads the documents that editors sent into the passages of their drafts, and tells them. */
export function createDocumentReader(ports: ReaderPorts): RowWork {
  return createRowWork<Waiting>({
    database: ports.database,
    clock: ports.clock,
    atOnce: documentsAtOnce,
    idOf: ({ id }) => String(id),
    async due(tx, claimant, limit) {
      const ids: string[] = [];
      // What is still on its way from its platform is not due yet.
      for (const { id, file } of await dueDocuments(tx, claimant, limit))
        if ((await fateOfFile(tx, file)) !== "waiting") ids.push(String(id));
      return ids;
    },
    claim: (tx, id, claimant) => claimDocument(tx, Number(id), claimant),
    perform: (waiting, stopped) => perform(ports, waiting, stopped),
  });
}

async function perform(
  ports: ReaderPorts,
  waiting: Waiting,
  stopped: Promise<"stopped">,
): Promise<number | undefined> {
  const { database, clock, files } = ports;
  const fate = await database.transaction((tx) => fateOfFile(tx, waiting.file));
  if (fate === "waiting") return postpone(ports, waiting, clock.now() + second);
  if ("reason" in fate) return record(ports, waiting, { why: whyGone(waiting, fate.reason) });
  if (waiting.attempts > mostAttempts) return record(ports, waiting, { why: "too_hard" });
  const bytes = await files.read(fate.name);
  if (!bytes) return record(ports, waiting, { why: "gone" });
  const read = await Promise.race([readOnce(ports, waiting, bytes), stopped]);
  return read === "stopped" ? undefined : record(ports, waiting, read);
}

async function readOnce({ read, report }: ReaderPorts, waiting: Waiting, bytes: Uint8Array): Promise<Read> {
  try {
    return await read(bytes);
  } catch (error) {
    report(error, waiting);
    return { why: "broken" };
  }
}

/** A kind of file that is not kept is told by its name. */
function whyGone({ file }: Waiting, reason: Reason): Unreadable {
  if (reason === "too_big") return "too_large";
  if (reason !== "wrong_type") return "gone";
  return /\.(?:doc|wps|xls|et|ppt|dps)$/iu.test(file.name ?? "") ? "old_office" : "other_kind";
}

async function postpone({ database }: ReaderPorts, { id }: Waiting, at: number): Promise<number> {
  await database.transaction((tx) => postponeDocument(tx, id, at));
  return at;
}

async function record(ports: ReaderPorts, waiting: Waiting, read: Read): Promise<undefined> {
  await ports.database.transaction(async (tx) => {
    const policy = await policyById(tx, waiting.policy);
    const end =
      "why" in read ? ({ state: "refused", reason: read.why } as const) : ({ state: "read" } as const);
    const isOurs = await markDocument(tx, waiting.id, end);
    // Dropped while it was being read: nobody waits for it.
    if (!isOurs || policy?.state !== "reading") return;
    const moment = ports.momentIn(tx);
    if ("why" in read) await recordRefused(moment, policy, waiting, read.why);
    else if ("several" in read) await recordSeveral(moment, policy, waiting, read.several);
    else await recordRead(moment, policy, waiting, read);
  });
}

async function recordRefused(
  moment: Moment,
  policy: Policy,
  { file, id: document }: Waiting,
  why: Unreadable,
): Promise<void> {
  const { id, madeBy } = policy;
  await changePolicy(moment.tx, id, { state: "unreadable" });
  const event = {
    policy: id,
    kind: "unreadable",
    actor: madeBy,
    data: why,
    sourceKey: `document ${document}`,
  } as const;
  await appendPolicyEvent(moment.tx, event, moment.now);
  const before = await versionBefore(moment.tx, policy);
  const token = before ? `/policyadmin ${before.id} version` : "/publish";
  const text = say.notRead(file.name ?? say.unnamed.zh, why);
  const letter = { key: `policy ${id} read`, lane: "reply" } as const;
  await tell(moment, madeBy, { text, choices: [{ label: say.again, token }] }, letter);
}

/** The version that the one in the document follows: what the document does not say of itself is as it was there. */
async function versionBefore(tx: Tx, { root, version }: Policy): Promise<Policy | undefined> {
  return (await versionsOf(tx, root)).find((one) => one.version < version);
}

/** Each becomes a draft of its own; the one that stood for the file is over. */
async function recordSeveral(
  moment: Moment,
  policy: Policy,
  { file, id: document }: Waiting,
  several: PolicyPackage,
): Promise<void> {
  const { tx, now } = moment;
  const { id, madeBy, unit } = policy;
  const planted = await plantPolicies(tx, several, {
    now,
    keyOf: (index) => `document ${document}.${index}`,
    unitOf: () => unit,
    by: madeBy,
    reviewer: null,
    isPublished: false,
  });
  const withdrawn = { why: say.imported(planted.length).zh, at: now };
  await changePolicy(tx, id, { state: "withdrawn", withdrawn });
  const text = say.severalRead(file.name ?? say.unnamed.zh, planted.length);
  const choices = [{ label: say.lookAtAll, token: "/policyadmin" }];
  await tell(moment, madeBy, { text, choices }, { key: `policy ${id} read`, lane: "reply" });
}

async function recordRead(
  moment: Moment,
  policy: Policy,
  { file, id: document }: Waiting,
  { header, by, sections }: Extract<Read, { sections: unknown }>,
): Promise<void> {
  const { tx, now } = moment;
  const { id, madeBy, unit } = policy;
  const before = await versionBefore(tx, policy);
  await insertPassages(tx, id, sections, now);
  await describePolicy(tx, id, { ...described(header, before), unit });
  await changePolicy(tx, id, { state: "draft" });
  const data = `${sections.length}`;
  const event = { policy: id, kind: "read", actor: madeBy, data, sourceKey: `document ${document}` } as const;
  await appendPolicyEvent(tx, event, now);
  const { lines, more } = firstLines(sections, shownLines);
  const head = say.read(file.name ?? say.unnamed.zh, sections.length, by);
  const text = join([head, verbatim(lines), ...(more > 0 ? [say.andMore(more)] : [])]);
  const choices = [
    { label: say.goOn, token: `/policyadmin ${id} describe` },
    { label: say.drop, token: `/policyadmin ${id} drop` },
  ];
  await tell(moment, madeBy, { text, choices }, { key: `policy ${id} read`, lane: "reply" });
}

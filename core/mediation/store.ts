import type { FileRef } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import {
  wordKinds,
  type Consent,
  type Mediation,
  type MediationState,
  type MeetingWord,
  type Outcome,
  type Party,
  type WordKind,
} from "./model.ts";

/** A mediation with its sides, the reporter's first. */
export async function mediationOf(tx: Tx, number: number): Promise<Mediation | undefined> {
  const row = await tx.selectFrom("mediation").selectAll().where("number", "=", number).executeTakeFirst();
  if (!row) return undefined;
  return {
    number: row.number,
    state: row.state as MediationState,
    mediator: row.mediator_id ?? undefined,
    outcome: (row.outcome as Outcome | null) ?? undefined,
    agreement: row.agreement ?? undefined,
    meetingAt: row.meeting_at ?? undefined,
    meetingPlace: row.meeting_place ?? undefined,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    endedAt: row.ended_at ?? undefined,
    parties: await partiesOf(tx, number),
  };
}

async function partiesOf(tx: Tx, number: number): Promise<readonly Party[]> {
  const rows = await tx
    .selectFrom("mediation_party")
    .selectAll()
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id ?? undefined,
    name: row.name,
    consent: row.state as Consent,
    meeting: (row.meeting as MeetingWord | null) ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
  }));
}

export interface NewMediation {
  readonly number: number;
  readonly mediator: string;
  readonly openedBy: string;
  /** The reporter's side first. */
  readonly parties: readonly { readonly person: string | undefined; readonly name: string }[];
}

/** Keeps a mediation; one that had ended begins anew, with what each side that is still one had said. */
export async function insertMediation(tx: Tx, fresh: NewMediation, now: number): Promise<void> {
  const row = {
    state: "hearing",
    mediator_id: fresh.mediator,
    outcome: null,
    agreement: null,
    meeting_at: null,
    meeting_place: null,
    opened_by: fresh.openedBy,
    opened_at: now,
    ended_at: null,
  };
  await tx
    .insertInto("mediation")
    .values({ number: fresh.number, ...row })
    .onConflict((conflict) => conflict.column("number").doUpdateSet(row))
    .execute();
  const before = await partiesOf(tx, fresh.number);
  const kept = new Set<number>();
  for (const party of fresh.parties) {
    const known = before.find(({ person, name }) => person === party.person && name === party.name);
    if (known) {
      kept.add(known.id);
      await changeParty(tx, known.id, { consent: "waiting", meeting: null, confirmedAt: null });
    } else {
      const { person, name } = party;
      await tx
        .insertInto("mediation_party")
        .values({ number: fresh.number, person_id: person ?? null, name, state: "waiting" })
        .execute();
    }
  }
  for (const { id } of before)
    if (!kept.has(id)) await tx.deleteFrom("mediation_party").where("id", "=", id).execute();
}

/** What changes; what is left out stays. */
export interface MediationChange {
  readonly state?: MediationState;
  readonly mediator?: string | null;
  readonly outcome?: Outcome | null;
  readonly agreement?: string | null;
  readonly meetingAt?: number | null;
  readonly meetingPlace?: string | null;
  readonly endedAt?: number;
}

export async function changeMediation(tx: Tx, number: number, change: MediationChange): Promise<void> {
  await tx
    .updateTable("mediation")
    .set({
      state: change.state,
      mediator_id: change.mediator,
      outcome: change.outcome,
      agreement: change.agreement,
      meeting_at: change.meetingAt,
      meeting_place: change.meetingPlace,
      ended_at: change.endedAt,
    })
    .where("number", "=", number)
    .execute();
}

export async function changeParty(
  tx: Tx,
  id: number,
  change: {
    readonly consent?: Consent;
    readonly meeting?: MeetingWord | null;
    readonly confirmedAt?: number | null;
  },
): Promise<void> {
  await tx
    .updateTable("mediation_party")
    .set({ state: change.consent, meeting: change.meeting, confirmed_at: change.confirmedAt })
    .where("id", "=", id)
    .execute();
}

/** Every side's word on a meeting, or on an agreement, is asked for anew. */
export async function forgetAnswers(
  tx: Tx,
  number: number,
  which: "meeting" | "confirmed_at",
): Promise<void> {
  await tx
    .updateTable("mediation_party")
    .set({ [which]: null })
    .where("number", "=", number)
    .execute();
}

/** Something that was said, for the mediator and whoever said it. */
export interface Word {
  readonly id: number;
  /** The side it is of, or to; undefined for an agreement. */
  readonly party: number | undefined;
  readonly by: string;
  readonly kind: WordKind;
  readonly words: string;
  readonly files: readonly FileRef[];
  readonly at: number;
}

/** Keeps what was said. @param key what it came from: the same twice is kept once, and then undefined is returned. */
export async function keepWord(
  tx: Tx,
  number: number,
  word: Omit<Word, "id" | "at"> & { readonly key: string },
  now: number,
): Promise<number | undefined> {
  const row = await tx
    .insertInto("mediation_word")
    .values({
      number,
      party_id: word.party ?? null,
      said_by: word.by,
      words: word.words,
      files: JSON.stringify(word.files),
      at: now,
      key: `${word.kind} ${number} ${word.key}`,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Everything that was said in a mediation, oldest first. The key of a word begins with its kind. */
export async function wordsOf(tx: Tx, number: number): Promise<readonly Word[]> {
  const rows = await tx
    .selectFrom("mediation_word")
    .selectAll()
    .where("number", "=", number)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    party: row.party_id ?? undefined,
    by: row.said_by,
    kind: wordKinds.find((kind) => row.key.startsWith(`${kind} `)) ?? "said",
    words: row.words,
    files: JSON.parse(row.files) as readonly FileRef[],
    at: row.at,
  }));
}

/** The newest mediations in which somebody is a side that was told of it, the mediator, or who opened it. */
export async function mediationsOf(tx: Tx, person: string, limit: number): Promise<readonly Mediation[]> {
  const rows = await tx
    .selectFrom("mediation as m")
    .select("m.number")
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("m.mediator_id", "=", person),
        eb("m.opened_by", "=", person),
        exists(
          selectFrom("mediation_party as p")
            .select("p.id")
            .whereRef("p.number", "=", "m.number")
            .where("p.person_id", "=", person)
            .where("p.state", "<>", "waiting"),
        ),
      ]),
    )
    .orderBy("m.opened_at", "desc")
    .orderBy("m.number", "desc")
    .limit(limit)
    .execute();
  const found: Mediation[] = [];
  for (const { number } of rows) {
    const mediation = await mediationOf(tx, number);
    if (mediation) found.push(mediation);
  }
  return found;
}

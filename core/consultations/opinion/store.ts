import { z } from "zod";
import type { FileRef } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import type { ConsultationId, Party, PartyKind, PartyState } from "../model.ts";

/** What a party says. */
export interface Opinion {
  readonly words: string;
  readonly files: readonly FileRef[];
}

/** A party with what it said. */
export interface HeardParty extends Party {
  readonly opinion: Opinion | undefined;
}

const opinionShape = z.object({ words: z.string(), files: z.array(z.looseObject({})) });

interface PartyRow {
  readonly id: number;
  readonly consultation_id: number;
  readonly name: string;
  readonly person_id: string | null;
  readonly kind: string;
  readonly state: string;
  readonly opinion: string | null;
  readonly answered_at: number | null;
  readonly is_late: number;
}

function asParty(row: PartyRow): HeardParty {
  return {
    id: row.id,
    consultation: row.consultation_id,
    name: row.name,
    person: row.person_id ?? undefined,
    kind: row.kind as PartyKind,
    state: row.state as PartyState,
    opinion:
      row.opinion === null ? undefined : (opinionShape.parse(JSON.parse(row.opinion)) as unknown as Opinion),
    answeredAt: row.answered_at ?? undefined,
    isLate: row.is_late === 1,
  };
}

/** Adds a body to be asked. @returns its id. */
export async function insertParty(
  tx: Tx,
  party: Pick<Party, "consultation" | "name" | "person" | "kind">,
): Promise<number> {
  const row = await tx
    .insertInto("consultation_party")
    .values({
      consultation_id: party.consultation,
      name: party.name,
      person_id: party.person ?? null,
      kind: party.kind,
      state: "waiting",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

const partyColumns = [
  "id",
  "consultation_id",
  "name",
  "person_id",
  "kind",
  "state",
  "opinion",
  "answered_at",
  "is_late",
] as const;

/** Everybody who is asked, in the order they were. */
export async function partiesOf(tx: Tx, id: ConsultationId): Promise<readonly HeardParty[]> {
  const rows = await tx
    .selectFrom("consultation_party")
    .select(partyColumns)
    .where("consultation_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(asParty);
}

/** What changes with a party, what is left out stays. */
export interface PartyChange {
  readonly state?: PartyState;
  readonly kind?: PartyKind;
  readonly opinion?: Opinion;
  readonly answeredAt?: number;
  readonly isLate?: boolean;
}

export async function changeParty(tx: Tx, id: number, change: PartyChange): Promise<void> {
  await tx
    .updateTable("consultation_party")
    .set({
      state: change.state,
      kind: change.kind,
      opinion: change.opinion && JSON.stringify(change.opinion),
      answered_at: change.answeredAt,
      is_late: change.isLate === undefined ? undefined : Number(change.isLate),
    })
    .where("id", "=", id)
    .execute();
}

import { addUnits } from "../../org/index.ts";
import {
  insertMembership,
  insertPerson,
  personById,
  type Acting,
  type Moment,
  type Role,
} from "../../people/index.ts";
import type { Posting } from "../../delivery/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createCalendar, day } from "../../time/index.ts";
import { notPassedOn } from "../../tickets/model.ts";
import { addFollower } from "../../tickets/same/store.ts";
import { insertTicket, type NewTicket } from "../../tickets/store.ts";
import { upsertAccount } from "../../people/index.ts";

/** Monday, 30 November 2026, 00:00 in China: the week that is looked at begins. */
export const monday = Date.UTC(2026, 10, 29, 16);

const units = [
  { code: "330226000000", name: "某县", kind: "county", parent: null },
  { code: "330226101000", name: "某镇", kind: "township", parent: "330226000000" },
  { code: "330226101201", name: "甲村", kind: "village", parent: "330226101000" },
  { code: "330226101201-G1", name: "G1", kind: "grid", parent: "330226101201" },
  { code: "330226101201-G2", name: "G2", kind: "grid", parent: "330226101201" },
  { code: "330226101202", name: "乙村", kind: "village", parent: "330226101000" },
  { code: "330226101202-G1", name: "G1", kind: "grid", parent: "330226101202" },
] as const;

export const [county, town, first, , , second] = units.map(({ code }) => code);

/** A town of two villages, on the Monday after the week; matters are told as a test says. */
export async function openTown(open: OpenTestDatabase) {
  const database = await open();
  const stage = { now: monday + 7 * day + 7 * 3_600_000 };
  const said: Posting[] = [];
  let number = 1_000;
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: stage.now,
    post: (_tx, posting) => Promise.resolve(said.push(posting) > 0),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  });
  await database.transaction((tx) => addUnits(tx, units));

  async function addPerson(
    tx: Tx,
    id: string,
    post?: { readonly role: Role; readonly unit: string },
  ): Promise<void> {
    await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: units[3].code }, monday);
    await upsertAccount(
      tx,
      id,
      { channel: "paper", bot: "bot", actor: id, address: `paper/bot/${id}` },
      monday,
    );
    if (post) await insertMembership(tx, id, post, monday);
  }

  /** Somebody tells of a lamp in the first village at the beginning of the week, unless it is said otherwise. */
  async function tellOf(tx: Tx, reporter: string, more: Partial<NewTicket> = {}): Promise<number> {
    number += 1;
    await insertTicket(tx, {
      number,
      kind: "lamp",
      what: "路灯坏了",
      place: "村口",
      reporter,
      unit: units[3].code,
      responsible: undefined,
      filedBy: undefined,
      state: "open",
      ...notPassedOn,
      cycle: 1,
      answerDueAt: monday,
      dueAt: monday,
      about: undefined,
      isUrgent: false,
      isSealed: false,
      createdAt: monday,
      coordinates: undefined,
      sourceKey: `ticket ${number}`,
      ...more,
    });
    return number;
  }

  return {
    database,
    stage,
    said,
    momentOf,
    addPerson,
    tellOf,
    follow: (tx: Tx, what: number, person: string, at = monday) => addFollower(tx, what, person, at),
    change: <T>(work: (tx: Tx) => Promise<T>) => database.transaction(work),
    as: <T>(id: string, work: (acting: Acting) => Promise<T>): Promise<T> =>
      database.transaction(async (tx) => {
        const person = await personById(tx, id);
        if (!person) throw new Error(`nobody is called ${id}`);
        return work({ ...momentOf(tx), person });
      }),
  };
}

import { insertEvent, insertMatter, openTown, type EventOf } from "../../evaluation/testing/openTown.ts";
import type { Saying } from "../../dialogue/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import {
  insertMembership,
  insertPerson,
  personById,
  upsertAccount,
  type Acting,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createCalendar, hour } from "../../time/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { bulletinCommands } from "../commands.ts";
import { bulletinDesk, type BulletinDesk } from "../desk.ts";
import { isCounted, makeBundle } from "../make/service.ts";
import type { Sheet } from "../model.ts";
import { periodFrom } from "../periods/model.ts";
import { bulletinById, bundled } from "../store.ts";

/** Monday, 16 November 2026, 0:00 where the town is; the week ends at `week.to`. */
export const monday = Date.UTC(2026, 10, 15, 16);

export const week = periodFrom("weekly", createCalendar("Asia/Shanghai").zone, "2026-11-16");

/** Everybody of the town who matters: her post, and where. */
const staff: readonly (readonly [id: string, role: Role, unit: string])[] = [
  ["zhao", "dispatcher", "town"],
  ["fang", "discipline", "town"],
  ["xu", "direct_leader", "town"],
  ["zhou", "liaison_lead", "v1"],
  ["li", "grid_worker", "v1-G1"],
];

export type Town = Awaited<ReturnType<typeof openBulletins>>;

const [weekly] = bulletinCommands;

/** A small town at 7:00 of the Monday after `week`, with two villages; 王 reports and 李 answers, unless said otherwise. */
export async function openBulletins(open: OpenTestDatabase) {
  const { database } = await openTown(open);
  const clock = createManualClock(week.from);
  const posted: string[] = [];
  const momentOf = (tx: Tx): Moment => ({
    tx,
    now: clock.now(),
    post: async (_tx, { key }) => posted.push(key) > 0,
    calendar: createCalendar("Asia/Shanghai"),
    draw: (below) => below - 1,
  });
  /** In a transaction as a turn has it. */
  const act = <T>(work: (moment: Moment) => Promise<T>): Promise<T> =>
    database.transaction((tx) => work(momentOf(tx)), { isolated: true });
  const addPerson = (id: PersonId) =>
    act(async ({ tx, now }) => {
      await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "v1-G1" }, now);
      await upsertAccount(
        tx,
        id,
        { channel: "paper", bot: "bot", actor: id, address: `paper/bot/${id}` },
        now,
      );
    });
  for (const id of ["wang", "chen"]) await addPerson(id);
  for (const [id, role, unit] of staff) {
    await addPerson(id);
    await act(({ tx, now }) => insertMembership(tx, id, { role, unit }, now));
  }

  clock.set(week.to + 7 * hour);

  /** A matter of 王 in the first village, with what happened to it, each so many hours after the week began. */
  async function matter(
    number: number,
    told: readonly (readonly [kind: string, hours: number, more?: Partial<EventOf>])[],
    row: {
      readonly state?: string;
      readonly kind?: string;
      readonly about?: string;
      readonly cycle?: number;
    } = {},
  ): Promise<void> {
    const { state = "open", cycle = 1, ...rest } = row;
    await act(async ({ tx }) => {
      await insertMatter(tx, { number, ...rest });
      const [filedAt = 0] = told.map(([, hours]) => monday + hours * hour);
      await tx
        .updateTable("ticket")
        .set({ state, cycle, created_at: filedAt })
        .where("number", "=", number)
        .execute();
      for (const [index, [kind, hours, more]] of told.entries()) {
        const by = ["filed", "rated", "withdrawn", "not_fixed"].includes(kind) ? "wang" : "li";
        const actor = kind === "overdue" || kind === "late" ? null : by;
        const at = monday + hours * hour;
        await insertEvent(tx, { number, kind, at, actor, holder: "li", key: `${index}`, ...more });
      }
    });
  }

  /** The sheets of the town and its villages, by their units. */
  async function sheets(
    period = week,
    correction: string | null = null,
  ): Promise<ReadonlyMap<string, Sheet>> {
    return act(async (moment) => {
      const town = await townIn(moment);
      if (!(await isCounted(moment))) throw new Error("there is more to be counted");
      const version = correction === null ? 1 : 2;
      const id = await makeBundle(moment, town, period, { by: null, version, correction });
      if (id === undefined) throw new Error("these sheets are there already");
      const whole = await bulletinById(moment.tx, id);
      const all = [...(whole ? [whole] : []), ...(await bundled(moment.tx, id))];
      return new Map(all.map(({ unit, sheet }) => [unit, sheet]));
    });
  }

  const as = <T>(id: PersonId, work: (acting: Acting) => Promise<T>): Promise<T> =>
    act(async (moment) => {
      const person = await personById(moment.tx, id);
      if (!person) throw new Error(`nobody is called ${id}`);
      return work({ ...moment, person });
    });

  return {
    database,
    clock,
    posted,
    act,
    matter,
    sheets,
    as,
    /** What somebody reads, in Chinese, who types this after `/weekly`, and the buttons below it. */
    type: (id: PersonId, args: string) =>
      as(id, async (acting) => {
        const reply = await weekly?.run(args, { acting, bulletins: bulletinDesk(acting) });
        if (!reply || "begin" in reply) throw new Error("this begins a talk");
        const { text, choices = [] } = "zh" in reply ? { text: reply } : (reply as Saying);
        return {
          text: text.zh,
          labels: choices.map(({ label }) => label.zh),
          tokens: choices.map(({ token }) => token),
        };
      }),
    desk: <T>(id: PersonId, work: (desk: BulletinDesk) => Promise<T>): Promise<T> =>
      as(id, (acting) => work(bulletinDesk(acting))),
    /** The sheets of the town itself, the oldest version first. */
    bulletins: () =>
      act(({ tx }) =>
        tx
          .selectFrom("bulletin")
          .select(["id", "version", "state", "decided_by"])
          .where("unit_code", "=", "town")
          .orderBy("version")
          .execute(),
      ),
  };
}

async function townIn({ tx }: Moment): Promise<Unit> {
  const town = await unitByCode(tx, "town");
  if (!town) throw new Error("the town is not there");
  return town;
}

/** 「1001 answer_late」, and that it is still to be done. */
export function saidOf({ matters }: Sheet["overdue"]): readonly string[] {
  return matters.map(({ number, fault, isOpen }) => `${number} ${fault}${isOpen ? " open" : ""}`);
}

import { expect, test } from "vitest";
import type { Posting } from "../../delivery/index.ts";
import { addUnits } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar, hour, minute } from "../../time/index.ts";
import { changeHousehold, householdAt, moveIn } from "../households/store.ts";
import type { Moment } from "../moment.ts";
import { insertPerson, upsertAccount } from "../store.ts";
import { nag, releaseNags, saidAt, type Nagging, type PassOn } from "./service.ts";

/** 24 November 2026, 10:00 in China. */
const morning = Date.UTC(2026, 10, 24, 2);
const people = ["li", "wang", "zhou"] as const;

/** A platform that this program does not speak on now. */
const elsewhere = "elsewhere";

describeOnEachEngine("what clocks have to say", (open) => {
  async function openStage() {
    const database = await open();
    const said: Posting[] = [];
    const errors: string[] = [];
    const stage = { now: morning };
    const momentIn = (tx: Tx): Moment => ({
      tx,
      now: stage.now,
      post: (_tx, posting) => {
        if (posting.address.startsWith(elsewhere)) return Promise.resolve(false);
        said.push(posting);
        return Promise.resolve(true);
      },
      calendar: createCalendar("Asia/Shanghai"),
      draw: () => 0,
    });
    await database.transaction(async (tx) => {
      await addUnits(tx, [{ code: "g1", name: "G1", kind: "grid", parent: null }]);
      for (const id of people) {
        await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "g1" }, morning);
        await reach(tx, id, "paper");
      }
    });
    async function reach(tx: Tx, id: string, channel: string): Promise<void> {
      const at = { channel, bot: "bot", actor: id, address: `${channel}/bot/${id}` };
      await upsertAccount(tx, id, at, morning);
    }
    return {
      ...stage,
      database,
      said,
      errors,
      heardBy: (id: string) => said.filter(({ address }) => address === `paper/bot/${id}`),
      later: (ms: number) => (stage.now += ms),
      change: <T>(work: (tx: Tx) => Promise<T>) => database.transaction(work),
      keep: (recipient: string, which: string, more: Partial<Nagging> = {}) =>
        database.transaction((tx) => nag(momentIn(tx), nagging(recipient, which, more))),
      release: () => releaseNags({ database, momentIn, report: (error) => errors.push(String(error)) }),
    };
  }

  function nagging(recipient: string, which: string, more: Partial<Nagging>): Nagging {
    const text = { zh: which, en: which };
    return {
      key: `${which} ${recipient}`,
      recipient,
      subject: which,
      rank: 10,
      line: text,
      open: `/mine ${which}`,
      saying: { text },
      ...more,
    };
  }

  /** 王's household is looked after by 周; she herself has no account that works. */
  async function caredFor(tx: Tx, account: "none" | "elsewhere"): Promise<void> {
    const { id } = await householdAt(tx, { grid: "g1", address: "1", by: null }, morning);
    await moveIn(tx, "wang", id, morning);
    await changeHousehold(tx, id, { carer: "zhou" });
    const update = tx.updateTable("account").where("person_id", "=", "wang");
    if (account === "none") await update.set({ reachable: 0 }).execute();
    else await update.set({ channel: elsewhere, address: `${elsewhere}/bot/wang` }).execute();
  }

  test("is said to the others when it is spoiled for one, who is tried again five minutes later", async () => {
    const stage = await openStage();
    for (const id of people) await stage.keep(id, "1001");
    await stage.change((tx) =>
      tx.updateTable("nag").set({ saying: "{spoiled" }).where("recipient", "=", "li").execute(),
    );

    const first = await stage.release();
    await stage.change((tx) =>
      tx
        .updateTable("nag")
        .set({ saying: '{"saying":{"text":{"zh":"好","en":"ok"}}}' })
        .where("recipient", "=", "li")
        .execute(),
    );
    const atOnce = await stage.release();
    stage.later(5 * minute);
    const then = await stage.release();

    expect(first).toEqual({ told: 2, unreachable: [], failed: 1 });
    expect(stage.errors).toHaveLength(1);
    expect(atOnce).toEqual({ told: 0, unreachable: [], failed: 0 });
    expect(then).toEqual({ told: 1, unreachable: [], failed: 0 });
    expect(people.map((id) => stage.heardBy(id).length)).toEqual([1, 1, 1]);
  });

  const kept: readonly (readonly [string, PassOn])[] = [
    ["complains about him", { except: ["li", "zhou"] }],
    ["is for nobody else", "nobody"],
  ];

  test.each(kept)("a list with a line that %s is read by no carer", async (_why, passOn) => {
    const stage = await openStage();
    await stage.change((tx) => caredFor(tx, "elsewhere"));
    await stage.keep("wang", "1001");
    await stage.keep("wang", "1002", { passOn });

    const released = await stage.release();

    expect(released).toEqual({ told: 0, unreachable: ["wang"], failed: 0 });
    expect(stage.said).toEqual([]);
  });

  test.each(kept)("a carer hears what he may, and not the line that %s", async (_why, passOn) => {
    const stage = await openStage();
    await stage.change((tx) => caredFor(tx, "none"));
    await stage.keep("wang", "1001");
    await stage.keep("wang", "1002", { passOn });

    const released = await stage.release();

    expect(released).toEqual({ told: 1, unreachable: [], failed: 0 });
    expect(stage.heardBy("zhou").map(({ blocks }) => JSON.stringify(blocks))).toEqual([
      expect.not.stringContaining("1002"),
    ]);
  });

  test("whoever cannot be reached, and has no carer who may hear it, is named", async () => {
    const stage = await openStage();
    await stage.change((tx) => caredFor(tx, "none"));
    await stage.keep("wang", "1001", { passOn: "nobody" });
    await stage.keep("li", "1001");

    expect(await stage.release()).toEqual({ told: 1, unreachable: ["wang"], failed: 0 });
    expect(await stage.release()).toEqual({ told: 0, unreachable: [], failed: 0 });
  });
});

test("a list waits for the end of the night, where that is later than the list", () => {
  const calendar = createCalendar("Asia/Shanghai", { from: 20 * 60, to: 8 * 60 });
  const night = Date.UTC(2026, 10, 23, 20);

  expect(saidAt({ now: night, calendar }, { isForList: true })).toBe(Date.UTC(2026, 10, 24));
  expect(saidAt({ now: night + 5 * hour, calendar }, { isForList: true })).toBe(Date.UTC(2026, 10, 24, 9));
});

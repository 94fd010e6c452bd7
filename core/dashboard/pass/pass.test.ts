import { expect, test } from "vitest";
import { sayings, type Reply } from "../../dialogue/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hour, minute, second } from "../../time/index.ts";
import { openCounty } from "../testing/openCounty.ts";
import { logView } from "./log.ts";
import { closeAll, endSession, goOn, lookAtLink, offerLink, openLink, readerOf } from "./service.ts";
import { noteLook } from "./store.ts";

const pagesAt = "https://diantong.example";

function read(reply: Reply): string {
  return sayings(reply)
    .map(({ text }) => text.zh)
    .join("\n");
}

function secretIn(reply: Reply): string {
  return /\/board\/open\/(\S+)/.exec(read(reply))?.[1] ?? "";
}

describeOnEachEngine("a link to the dashboard", (open) => {
  async function openPeople() {
    const county = await openCounty(await open(), { townships: 2, villages: 2 });
    await county.addPerson("leader", "童书记", [["main_leader", "t0"]]);
    await county.addPerson("other", "周敏", [["liaison_lead", "v1"]]);
    const linkOf = (id: string) =>
      county.as(id, async (acting) => secretIn(await offerLink(acting, pagesAt)));
    const openedBy = (secret: string) =>
      county.database.transaction((tx) => openLink(county.momentOf(tx), secret), { isolated: true });
    const readBy = (cookie: string) =>
      county.database.transaction((tx) => readerOf(county.momentOf(tx), cookie));
    return { ...county, linkOf, openedBy, readBy };
  }

  test("opens once, for the person who asked, and her posts are those of the moment", async () => {
    const { linkOf, openedBy, readBy } = await openPeople();
    const secret = await linkOf("leader");

    const session = await openedBy(secret);
    const again = await openedBy(secret);

    const reader = await readBy(typeof session === "string" ? "" : session.cookie);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(reader?.person).toMatchObject({
      id: "leader",
      memberships: [{ role: "main_leader", unit: "t0" }],
    });
    expect(again).toBe("used");
  });

  test("is opened by one of two who press at the same moment", async () => {
    const { linkOf, openedBy } = await openPeople();
    const secret = await linkOf("leader");

    const both = await Promise.all([openedBy(secret), openedBy(secret)]);

    expect(both.filter((one) => one === "used")).toHaveLength(1);
    expect(both.filter((one) => typeof one === "object")).toHaveLength(1);
  });

  test("is not used up by looking at it, as chats do for their previews", async () => {
    const { linkOf, openedBy, database, momentOf } = await openPeople();
    const secret = await linkOf("leader");

    const looked = await database.transaction((tx) => lookAtLink(momentOf(tx), secret));

    expect(looked).toMatchObject({ id: "leader" });
    expect(await openedBy(secret)).toMatchObject({ cookie: expect.any(String) as string });
  });

  test("is good for 15 minutes and no longer", async () => {
    const { linkOf, openedBy, clock } = await openPeople();
    const [early, late] = [await linkOf("leader"), await linkOf("other")];

    clock.pass(15 * minute - second);
    const inTime = await openedBy(early);
    clock.pass(second);

    expect(typeof inTime).toBe("object");
    expect(await openedBy(late)).toBe("expired");
  });

  test("is void as soon as its person asks for another one", async () => {
    const { linkOf, openedBy } = await openPeople();
    const [first, second_] = [await linkOf("leader"), await linkOf("leader")];

    expect(await openedBy(first)).toBe("unknown");
    expect(await openedBy(second_)).toMatchObject({ cookie: expect.any(String) as string });
  });

  test("cannot be made up, cut, or put together from two", async () => {
    const { linkOf, openedBy } = await openPeople();
    const [one, other] = [await linkOf("leader"), await linkOf("other")];
    const wrong = ["", "x", one.slice(0, -1), `${one}a`, one.slice(0, 20) + other.slice(20), `${one}'--`];

    const opened = [];
    for (const secret of wrong) opened.push(await openedBy(secret));

    const nowhere = { tx: undefined as never, now: 0 };
    const asked = [await lookAtLink(nowhere, "x"), await readerOf(nowhere, "' or 1=1 --")];

    expect(opened).toEqual(wrong.map(() => "unknown"));
    expect(asked).toEqual(["unknown", undefined]);
  });

  test("opens nothing for somebody who lost her post in between, nor is it offered to her", async () => {
    const { linkOf, openedBy, as, database } = await openPeople();
    const secret = await linkOf("leader");
    await database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "leader").execute(),
    );

    const [refusal] = sayings(await as("leader", (acting) => offerLink(acting, pagesAt)));

    expect(await openedBy(secret)).toBe("no_post");
    expect(refusal?.text.zh).toContain("您现在没有这样的职务");
  });

  test("is not made where nobody knows by which address it opens", async () => {
    const { as, database } = await openPeople();

    const [said] = sayings(await as("leader", (acting) => offerLink(acting, undefined)));

    expect(said?.text.zh).toContain("PUBLIC_URL");
    expect(await database.transaction((tx) => tx.selectFrom("dashboard_pass").selectAll().execute())).toEqual(
      [],
    );
  });

  test("leads to a session that ends after four hours, or when its reader ends it; others go on", async () => {
    const { linkOf, openedBy, readBy, clock, database, momentOf } = await openPeople();
    const cookies: string[] = [];
    for (const id of ["leader", "leader", "other"]) {
      const session = await openedBy(await linkOf(id));
      cookies.push(typeof session === "string" ? session : session.cookie);
    }
    const [phone = "", wall = "", others = ""] = cookies;

    await database.transaction((tx) => endSession(momentOf(tx), phone));
    const after = [await readBy(phone), await readBy(wall), await readBy(others)];
    clock.pass(4 * hour);
    const late = [await readBy(wall), await readBy(others)];

    expect(after.map((reader) => reader?.person.id)).toEqual([undefined, "leader", "other"]);
    expect(late).toEqual([undefined, undefined]);
  });

  test("and what it opened go on or end by a word in the chat, all browsers of hers and nobody else's", async () => {
    const { linkOf, openedBy, readBy, as, clock } = await openPeople();
    const cookies: string[] = [];
    for (const id of ["leader", "leader", "other"]) {
      const session = await openedBy(await linkOf(id));
      cookies.push(typeof session === "string" ? session : session.cookie);
    }
    const readers = async () => {
      const found = await Promise.all(cookies.map(readBy));
      return found.map((reader) => reader?.person.id);
    };
    const offered = read(await as("leader", (acting) => offerLink(acting, pagesAt)));

    clock.pass(3 * hour);
    const longer = read(await as("leader", goOn));
    clock.pass(2 * hour);
    const later = await readers();
    const ended = read(await as("leader", closeAll));
    const after = [await readers(), read(await as("leader", goOn)), read(await as("leader", closeAll))];

    expect(offered).toContain("您的看板现在开着 2 处");
    expect(longer).toContain("开着的 2 处看到");
    expect(later).toEqual(["leader", "leader", undefined]);
    expect(ended).toContain("退出了 2 处");
    expect(after[0]).toEqual([undefined, undefined, undefined]);
    expect(after.slice(1)).toEqual([after[1], after[1]]);
    expect(after[1]).toContain("您没有开着的看板");
  });

  test("does not go on for somebody who lost her post", async () => {
    const { linkOf, openedBy, as, clock, database, readBy } = await openPeople();
    const session = await openedBy(await linkOf("leader"));
    await database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "leader").execute(),
    );

    const refused = read(await as("leader", goOn));
    clock.pass(4 * hour);

    expect(refused).toContain("您现在没有这样的职务");
    expect(await readBy(typeof session === "string" ? session : session.cookie)).toBeUndefined();
  });

  test("leaves a record of whose pages were read that its person cannot take away, for whoever audits there", async () => {
    const { linkOf, openedBy, as, addPerson, database, momentOf, clock, readBy } = await openPeople();
    await addPerson("discipline", "纪委书记", [["discipline", "t0"]]);
    await addPerson("elsewhere", "别镇书记", [["main_leader", "t1"]]);
    const session = await openedBy(await linkOf("leader"));
    const reader = await readBy(typeof session === "string" ? session : session.cookie);
    const look = (unit: string) =>
      database.transaction((tx) => noteLook(tx, { pass: reader?.pass ?? 0, unit }, momentOf(tx).now));
    for (const unit of ["t0", "v0", "t0"]) {
      await look(unit);
      clock.pass(minute);
    }

    await as("leader", closeAll);
    await linkOf("leader");
    const logs = [];
    for (const id of ["discipline", "elsewhere", "other", "leader"]) logs.push(read(await as(id, logView)));

    expect(logs[0]?.split("\n")).toEqual([
      "最近打开看板的：",
      expect.stringMatching(/ 童书记看了第1村（开到 .*）$/) as string,
      expect.stringMatching(/ 童书记看了跃龙镇（开到 .*）$/) as string,
    ]);
    expect(logs[1]).toBe("还没有人打开过看板。");
    expect(logs[2]).toContain("由主要领导、纪检和管理员来查");
    expect(logs[3]).toBe(logs[0]);
  });

  test("and its cookie stand in no table, and nothing of her is left when she is erased", async () => {
    const { linkOf, openedBy, database } = await openPeople();
    const secret = await linkOf("leader");
    const session = await openedBy(secret);
    const rows = () => database.transaction((tx) => tx.selectFrom("dashboard_pass").selectAll().execute());

    const kept = JSON.stringify(await rows());
    await database.transaction(async (tx) => {
      await tx.deleteFrom("membership").where("person_id", "=", "leader").execute();
      await tx.deleteFrom("person").where("id", "=", "leader").execute();
    });

    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(typeof session === "string" ? session : session.cookie);
    expect(await rows()).toEqual([]);
  });
});

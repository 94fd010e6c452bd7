/** The dashboard over HTTP: who gets in by which link, and what the answers allow a browser to do. */
import { expect, test } from "vitest";
import { goOn } from "../../../core/dashboard/pass/service.ts";
import { describeOnEachEngine } from "../../../core/store/testing/index.ts";
import { hour, minute } from "../../../core/time/index.ts";
import { openDashboard } from "./testing/openDashboard.ts";
import type { DashboardPorts } from "./routes.ts";

const small = { townships: 2, villages: 4 };

describeOnEachEngine("the dashboard over HTTP", (open) => {
  async function openSmall(ports: Partial<DashboardPorts> = {}) {
    const dashboard = await openDashboard(await open(), small, ports);
    await dashboard.addPerson("leader", "童书记", [["main_leader", "t0"]]);
    await dashboard.addPerson("lead", "周敏", [["liaison_lead", "v1"]]);
    const press = (link: string, headers: Record<string, string> = {}) =>
      fetch(link, { method: "POST", redirect: "manual", headers });
    return { ...dashboard, press };
  }

  test("a link shows a button, and the button gives a session that pages read", async () => {
    const { linkOf, press, page, close } = await openSmall();
    const link = await linkOf("leader");

    const preview = { "user-agent": "TelegramBot (like TwitterBot)", "sec-purpose": "prefetch" };
    const looked = [
      await fetch(link),
      await fetch(link, { method: "HEAD" }),
      await fetch(link, { headers: preview }),
    ];
    const pressed = await press(link, { "content-type": "application/x-www-form-urlencoded" });
    const [cookie = "", ...flags] = (pressed.headers.get("set-cookie") ?? "").split("; ");
    const board = await page("/board", cookie);

    await close();
    expect(looked.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await looked[0]?.text()).toContain("童书记");
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "../../board"]);
    expect(flags).toEqual(["Path=/", "Max-Age=14400", "HttpOnly", "SameSite=Strict"]);
    expect(board.status).toBe(200);
    expect(await board.text()).toContain("跃龙镇看板");
  });

  test.each([
    ["used", 410, "已经打开过一次"],
    ["expired", 410, "过了 15 分钟"],
    ["tampered with", 404, "这个链接不对"],
    ["another person's with her own half", 404, "这个链接不对"],
    ["without a post", 403, "没有看看板的职务"],
  ])(
    "a link that is %s is refused with %i and a sentence in both languages, looked at or pressed",
    async (why, status, sentence) => {
      const dashboard = await openSmall();
      const { linkOf, press, clock, database, close } = dashboard;
      let link = await linkOf("leader");
      if (why === "used") await press(link);
      if (why === "expired") clock.pass(15 * minute);
      if (why === "tampered with") link = `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`;
      if (why.startsWith("another")) link = link.slice(0, -20) + (await linkOf("lead")).slice(-20);
      if (why === "without a post")
        await database.transaction((tx) =>
          tx.deleteFrom("membership").where("person_id", "=", "leader").execute(),
        );

      const answers = [await fetch(link), await press(link)];

      await close();
      for (const answer of answers) {
        expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
        const said = await answer.text();
        expect(said).toContain(sentence);
        expect(said).toContain('lang="en"');
      }
    },
  );

  test("whoever loses her post, or part of her reach, loses the page with the next look", async () => {
    const { cookieOf, page, database, close } = await openSmall();
    const cookie = await cookieOf("leader");
    const before = await page("/board?unit=t0", cookie);

    await database.transaction((tx) =>
      tx.updateTable("membership").set({ unit_code: "v0" }).where("person_id", "=", "leader").execute(),
    );
    const smaller = [await page("/board?unit=t0", cookie), await page("/board", cookie)];
    await database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "leader").execute(),
    );
    const none = await page("/board", cookie);

    await close();
    expect(before.status).toBe(200);
    expect(smaller.map(({ status }) => status)).toEqual([404, 200]);
    expect(await smaller[1]?.text()).toContain("第1村看板");
    expect(none.status).toBe(403);
    expect(await none.text()).toContain("您现在没有看看板的职务");
  });

  test("another township's page is refused in the same words as one that is not there", async () => {
    const { cookieOf, page, close } = await openSmall();
    const cookie = await cookieOf("leader");

    const asked = ["t1", "v1", "county", "nowhere", "%3Cscript%3E", "%00", "t1&unit=t0"];
    const answers = await Promise.all(asked.map((code) => page(`/board?unit=${code}`, cookie)));
    const pages = await Promise.all(answers.map((answer) => answer.text()));

    await close();
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 404));
    expect(new Set(pages).size).toBe(1);
  });

  test("a session ends by the button, by its time, and was never there for a made-up cookie", async () => {
    const { cookieOf, page, origin, clock, close } = await openSmall();
    const [left, late] = [await cookieOf("leader"), await cookieOf("lead")];

    const leave = await fetch(`${origin}/board/leave`, { method: "POST", headers: { cookie: left } });
    const after = [await page("/board", left), await page("/board", late)];
    clock.pass(4 * hour);
    const over = [await page("/board", late), await page("/board", "board=x"), await page("/board")];

    await close();
    expect(leave.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(after.map(({ status }) => status)).toEqual([401, 200]);
    expect(over.map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  test("who opened it stands on the page, and half an hour before the end so does how it goes on", async () => {
    const { cookieOf, page, as, clock, close } = await openSmall();
    const cookie = await cookieOf("lead");

    const early = await (await page("/board", cookie)).text();
    clock.pass(3.6 * hour);
    const late = await page("/board", cookie);
    await as("lead", goOn);
    const longer = await page("/board", cookie);
    clock.pass(hour);
    const still = await page("/board", cookie);

    await close();
    expect(early).toMatch(/周敏打开，.* 自动退出/);
    expect(early).not.toContain("续 4 小时");
    expect(await late.text()).toContain("续 4 小时");
    expect(
      [late, longer].map(({ headers }) => /Max-Age=(\d+)/.exec(headers.get("set-cookie") ?? "")?.[1]),
    ).toEqual(["1440", "14400"]);
    expect(await longer.text()).not.toContain("续 4 小时");
    expect(still.status).toBe(200);
  });

  test("whose pages were read is written down once for each, and nothing for a page that was refused", async () => {
    const { cookieOf, page, database, close } = await openSmall();
    const cookie = await cookieOf("leader");

    for (const path of ["/board", "/board?unit=v0", "/board", "/board?unit=t1", "/board?unit=nowhere"])
      await page(path, cookie);

    const looks = await database.transaction((tx) =>
      tx.selectFrom("dashboard_look").select("unit_code").orderBy("unit_code").execute(),
    );
    await close();
    expect(looks.map(({ unit_code }) => unit_code)).toEqual(["t0", "v0"]);
  });

  test("another site's page can press nothing here", async () => {
    const { linkOf, press, origin, cookieOf, page, close } = await openSmall();
    const link = await linkOf("leader");
    const foreign = { "sec-fetch-site": "cross-site" };

    const opened = await press(link, foreign);
    const cookie = await cookieOf("lead");
    const ended = await fetch(`${origin}/board/leave`, { method: "POST", headers: { cookie, ...foreign } });

    const still = [await fetch(link), await page("/board", cookie)];
    await close();
    expect([opened.status, ended.status]).toEqual([403, 403]);
    expect(still.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("every answer forbids scripts but its own, frames, guesses, copies and tales", async () => {
    const { cookieOf, page, linkOf, close } = await openSmall();
    const cookie = await cookieOf("leader");

    const answers = [
      await page("/board", cookie),
      await page("/board"),
      await page(new URL(await linkOf("lead")).pathname),
      await page("/board/page/refresh.js"),
    ];

    await close();
    for (const { headers } of answers) {
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'$/,
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toMatch(/^no-(?:store|cache)$/);
    }
    expect(await answers[0]?.text()).not.toMatch(/<script>|\son\w+=|\sstyle=/);
  });

  test("behind https its cookie is for https alone, and no other host can plant one", async () => {
    const { linkOf, press, page, close } = await openSmall({ publicUrl: "https://village.example" });

    const pressed = await press(await linkOf("leader"));
    const [cookie = "", ...flags] = (pressed.headers.get("set-cookie") ?? "").split("; ");
    const read = [await page("/board", cookie), await page("/board", cookie.replace("__Host-", ""))];

    await close();
    expect(cookie).toMatch(/^__Host-board=[\w-]{43}$/);
    expect(flags).toContain("Secure");
    expect(read.map(({ status }) => status)).toEqual([200, 401]);
  });

  test("what people named is text on the page, whatever it holds", async () => {
    const { addMatters, addPerson, cookieOf, page, database, close } = await openSmall();
    await database.transaction(async (tx) => {
      await tx.updateTable("unit").set({ name: "<b>村</b>\"'&" }).where("code", "=", "v0").execute();
      await tx
        .updateTable("person")
        .set({ nickname: "<script>alert(1)</script>" })
        .where("id", "=", "worker")
        .execute();
    });
    await addPerson("bold", "<i>某</i>", [["main_leader", "t0"]]);
    await addMatters([{ grid: "v0-G1" }]);

    const said = await (await page("/board", await cookieOf("bold"))).text();

    await close();
    expect(said).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(said).toContain("&lt;b&gt;村&lt;/b&gt;&quot;&#39;&amp;");
    expect(said).not.toMatch(/<script>|<b>|<i>/);
  });

  test("English is asked for by a link, and links keep it", async () => {
    const { cookieOf, page, close } = await openSmall();
    const cookie = await cookieOf("leader");

    const english = await (await page("/board?lang=en", cookie)).text();
    const odd = await (await page("/board?lang=fr&lang=en", cookie)).text();

    await close();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("Overdue");
    expect(english).toContain("board?unit=v0&amp;lang=en");
    expect(odd).toContain('<html lang="zh-CN">');
  });

  test("when something fails the page says so, and the log once, without what is in the cookie", async () => {
    const logged: unknown[] = [];
    const { cookieOf, page, close } = await openSmall({
      log: { error: (...said: unknown[]) => logged.push(said) } as never,
      isDemo: () => Promise.reject(new Error("the database is gone")),
    });
    const cookie = await cookieOf("leader");

    const answer = await page("/board", cookie);

    await close();
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("请过一会儿再试");
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(cookie.slice(6));
  });

  test("what is not there, and what is sent oddly, is answered and no failure", async () => {
    const logged: unknown[] = [];
    const { origin, page, linkOf, close } = await openSmall({
      log: { error: (...said: unknown[]) => logged.push(said) } as never,
    });
    const odd = (type: string, body: string) => async () =>
      fetch(await linkOf("leader"), { method: "POST", headers: { "content-type": type }, body });

    const answers = [
      await page("/board/nothing/here"),
      await page("/board/page/..%2froutes.ts"),
      await fetch(`${origin}/board/open/%00%ff`),
      await odd("application/json", "{")(),
      await odd("application/x-www-form-urlencoded", "a".repeat(5_000))(),
    ];

    await close();
    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual(answers.map(() => true));
    expect(logged).toEqual([]);
  });

  test("a page of 10,000 matters in 363 villages is small", async () => {
    const { addMatters, addPerson, addTallies, cookieOf, page, close } = await openDashboard(await open(), {
      townships: 18,
      villages: 363,
    });
    await addPerson("county", "县长", [["main_leader", "county"]]);
    await addMatters(
      Array.from({ length: 10_000 }, (_, at) => ({ grid: `v${at % 363}-G1`, dueInHours: (at % 200) - 20 })),
    );
    await addTallies();

    const said = await (await page("/board", await cookieOf("county"))).text();

    await close();
    expect(said).toContain("10,000");
    expect(said.match(/<tr>/g)?.length).toBeLessThan(60);
    expect(Buffer.byteLength(said)).toBeLessThan(150_000);
  });
});

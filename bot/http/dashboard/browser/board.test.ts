/** The dashboard as a leader on her phone and a command room on its wall have it: a real Chromium over a real server. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unreadable } from "../../../../adapters/web/browser/testing/probes.ts";
import { describeOnSqlite, type OpenTestDatabase } from "../../../../core/store/testing/index.ts";
import { hour } from "../../../../core/time/index.ts";
import { openDashboard } from "../testing/openDashboard.ts";
import { structureFaults } from "./testing/structure.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const isMissing = !existsSync(executablePath);
const isRequired = process.env["REQUIRE_SERVICES"] === "1";
const phone = { width: 390, height: 844 };
const wall = { width: 1920, height: 1080 };
const sizes = [
  ["a phone", phone],
  ["a wall", wall],
] as const;

describe.skipIf(isMissing && !isRequired)(
  isMissing ? "the dashboard (skipped: apt-get install chromium, or set CHROMIUM_PATH)" : "the dashboard",
  { timeout: 60_000 },
  () => {
    let browser: Browser;

    beforeAll(async () => {
      const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"];
      browser = await chromium.launch({ executablePath, args: quiet });
    });
    afterAll(() => browser?.close());

    describeOnSqlite("in Chromium", (open) => tests(open, () => browser));
  },
);

/** A township with matters of every sort, and a leader of the county beside its command room. */
async function openPeople(open: OpenTestDatabase) {
  const dashboard = await openDashboard(await open(), { townships: 3, villages: 75 });
  await dashboard.addPerson("leader", "童书记", [["main_leader", "county"]]);
  await dashboard.addPerson("room", "小赵", [["dispatcher", "t0"]]);
  const complaints: string[] = [];
  return { ...dashboard, complaints };
}

type Opened = Awaited<ReturnType<typeof openPeople>>;

async function addMany({ addMatters, addTallies, database, clock }: Opened): Promise<void> {
  const kinds = ["lamp", "dog", "dispute", "danger", "other"];
  const numbers = await addMatters(
    Array.from({ length: 400 }, (_, at) => ({
      grid: `v${at % 75}-G1`,
      kind: kinds[at % 5] ?? "lamp",
      dueInHours: at % 50 === 0 ? null : ((at * 37) % 240) - 12,
    })),
  );
  await addTallies();
  // Two of those that are due first among them.
  const marked = numbers.filter((_, at) => at % 50 === 13 || at % 80 === 26);
  const pressing = { urgent: 1, supervised_at: clock.now() };
  await database.transaction((tx) =>
    tx.updateTable("ticket").set(pressing).where("number", "in", marked).execute(),
  );
}

/** Opens a link as a person does, and leaves her on her page. */
async function enter(context: BrowserContext, opened: Opened, who: string): Promise<Page> {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") opened.complaints.push(message.text());
  });
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  await page.goto(await opened.linkOf(who));
  await page.getByRole("button", { name: "打开" }).click();
  await page.waitForURL(/\/board$/);
  return page;
}

function overflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

function tests(open: OpenTestDatabase, browserNow: () => Browser): void {
  test.each(sizes)(
    "on %s everything can be read, nothing spills, and nothing is complained of",
    async (_name, viewport) => {
      const opened = await openPeople(open);
      await addMany(opened);
      const context = await browserNow().newContext({ viewport });
      const page = await enter(context, opened, "leader");

      const faults: unknown[] = [];
      for (const path of ["/board", "/board?unit=t0", "/board?unit=v0&lang=en", "/board?unit=nowhere"]) {
        await page.goto(`${opened.origin}${path}`);
        for (const more of await page.locator("summary").all()) await more.click();
        const found = [...(await page.evaluate(unreadable)), ...(await page.evaluate(structureFaults))];
        faults.push([path, found, await page.evaluate(overflow)]);
      }
      opened.clock.pass(3.6 * hour);
      await page.goto(`${opened.origin}/board`);
      const ends = await page.getByText("开着的续 4 小时").isVisible();
      faults.push([
        "near the end",
        [...(await page.evaluate(unreadable))],
        await page.evaluate(overflow),
        ends,
      ]);

      await context.close();
      await opened.close();
      expect(faults).toEqual([
        ["/board", [], 0],
        ["/board?unit=t0", [], 0],
        ["/board?unit=v0&lang=en", [], 0],
        ["/board?unit=nowhere", [], 0],
        ["near the end", [], 0, true],
      ]);
      // The page that is not there is told to the console by the browser itself.
      expect(opened.complaints.filter((said) => !said.includes("status of 404"))).toEqual([]);
    },
  );

  test.each(sizes)("on %s names longer than any of ours spill nowhere", async (_name, viewport) => {
    const opened = await openPeople(open);
    await addMany(opened);
    await opened.database.transaction(async (tx) => {
      const long = "某某某某某某某某某某某某某某某某某某某某某某某某街道社区居民委员会筹备组";
      await tx
        .updateTable("unit")
        .set({ name: long })
        .where("kind", "in", ["county", "township", "village"])
        .execute();
      const worker = { nickname: "Wolfeschlegelsteinhausenbergerdorffvoralternwaren" };
      await tx.updateTable("person").set(worker).where("id", "in", ["worker", "leader"]).execute();
    });
    const context = await browserNow().newContext({ viewport });
    const page = await enter(context, opened, "leader");

    const faults: unknown[] = [];
    for (const path of ["/board", "/board?unit=t0&lang=en", "/board?unit=v0"]) {
      await page.goto(`${opened.origin}${path}`);
      faults.push(await page.evaluate(unreadable), await page.evaluate(overflow));
    }

    await context.close();
    await opened.close();
    expect(faults).toEqual([[], 0, [], 0, [], 0]);
  });

  test.each(sizes)("an empty county on %s says that nothing is open", async (_name, viewport) => {
    const opened = await openPeople(open);
    const context = await browserNow().newContext({ viewport });
    const page = await enter(context, opened, "leader");

    const said = await page.locator("main").innerText();
    const faults = [...(await page.evaluate(unreadable)), ...(await page.evaluate(structureFaults))];

    await context.close();
    await opened.close();
    expect(said).toContain("没有待办的事项。");
    expect([faults, opened.complaints]).toEqual([[], []]);
  });

  test("on a wall of 1920 × 1080 everything of a county stands at once", async () => {
    const opened = await openPeople(open);
    await addMany(opened);
    const context = await browserNow().newContext({ viewport: wall });
    const page = await enter(context, opened, "leader");

    const height = await page.evaluate(() => document.documentElement.scrollHeight);

    await context.close();
    await opened.close();
    expect(height).toBe(1080);
  });

  test("it is read by the keyboard alone: first to the content, then buttons and places in their order", async () => {
    const opened = await openPeople(open);
    await addMany(opened);
    const context = await browserNow().newContext({ viewport: wall });
    const page = await enter(context, opened, "leader");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

    const order: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/unit=t\d/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");

    expect(order.slice(0, 4)).toEqual(["跳到内容", "暂停更新", "English", "退出"]);
    expect(order[4]).toMatch(/镇$/);
    expect(await focused()).toMatch(/村$/);
    await context.close();
    await opened.close();
  });

  test("it brings itself up to date where it stands: what is unfolded, focused and scrolled to stays", async () => {
    const opened = await openPeople(open);
    await addMany(opened);
    const context = await browserNow().newContext({ viewport: phone });
    await context.clock.install();
    const page = await enter(context, opened, "room");
    await page.locator("#trend-table summary").click();
    const before = await page.evaluate(() => window.scrollY);
    await page.evaluate(() => Reflect.set(window, "isSamePage", true));

    await opened.addMatters([{ grid: "v0-G1", dueInHours: -400 }]);
    await context.clock.fastForward(31_000);
    await page.getByText("超时 16 天").waitFor();

    const after = await page.evaluate(() => ({
      scrolled: window.scrollY,
      isSamePage: Reflect.get(window, "isSamePage") as unknown,
      isUnfolded: document.querySelector("#trend-table")?.hasAttribute("open"),
    }));
    await context.close();
    await opened.close();
    expect(before).toBeGreaterThan(0);
    expect(after).toEqual({ scrolled: before, isSamePage: true, isUnfolded: true });
    expect(opened.complaints).toEqual([]);
  });

  test("it can be told to stand still, and says so", async () => {
    const opened = await openPeople(open);
    const context = await browserNow().newContext({ viewport: phone });
    await context.clock.install();
    const page = await enter(context, opened, "room");
    let asked = 0;
    page.on("request", (request) => (asked += new URL(request.url()).pathname === "/board" ? 1 : 0));

    await page.getByRole("button", { name: "暂停更新" }).click();
    await context.clock.fastForward(120_000);

    const said = [
      await page.locator("#status").innerText(),
      await page.getByRole("button", { name: "暂停更新" }).getAttribute("aria-pressed"),
    ];
    await context.close();
    await opened.close();
    expect([said, asked]).toEqual([["更新已暂停", "true"], 0]);
  });

  test("when the post is lost the page on the wall goes, by itself", async () => {
    const opened = await openPeople(open);
    await addMany(opened);
    const context = await browserNow().newContext({ viewport: wall });
    await context.clock.install();
    const page = await enter(context, opened, "room");

    await opened.database.transaction((tx) =>
      tx.deleteFrom("membership").where("person_id", "=", "room").execute(),
    );
    await context.clock.fastForward(31_000);
    await page.getByText("您现在没有看看板的职务").waitFor();

    expect(await page.locator("main").innerText()).not.toMatch(/村|待办/u);
    await context.close();
    await opened.close();
  });

  test("without scripts it asks the browser itself to load it anew", async () => {
    const opened = await openPeople(open);
    const context = await browserNow().newContext({ viewport: phone, javaScriptEnabled: false });
    const page = await enter(context, opened, "room");

    const refresh = await page.locator('meta[http-equiv="refresh"]').getAttribute("content");
    const isOffered = await page.getByRole("button", { name: "暂停更新" }).isVisible();

    await context.close();
    await opened.close();
    expect([refresh, isOffered]).toEqual(["60", false]);
  });

  test("a link that was opened here opens nowhere else, and no script can read its session", async () => {
    const opened = await openPeople(open);
    const link = await opened.linkOf("room");
    const [hers, another] = [await browserNow().newContext(), await browserNow().newContext()];
    const page = await hers.newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "打开" }).click();
    await page.waitForURL(/\/board$/);

    const elsewhere = await another.newPage();
    await elsewhere.goto(link);
    const said = await elsewhere.locator("main").innerText();
    await elsewhere.goto(`${opened.origin}/board`);

    expect(said).toContain("已经打开过一次");
    expect(await elsewhere.locator("main").innerText()).toContain("您已退出，或者时间到了");
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.getByRole("button", { name: "退出" }).click();
    await page.goto(`${opened.origin}/board`);
    expect(await page.locator("main").innerText()).toContain("请在「点通」里发 /stats");
    await hers.close();
    await another.close();
    await opened.close();
  });
}

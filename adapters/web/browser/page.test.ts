/** The page as people use it, in a real Chromium over a real server; the core behind it is a small one that answers. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AnsweringIntake } from "../testing/answeringIntake.ts";
import { drawLamp, unreadable } from "./testing/probes.ts";
import { startWebServer } from "../testing/webServer.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const isMissing = !existsSync(executablePath);
const isRequired = process.env["REQUIRE_SERVICES"] === "1";
const report = "村口大樟树旁边的路灯坏了三天，夜里看不见路";

describe.skipIf(isMissing && !isRequired)(
  isMissing
    ? "the sandbox page (skipped: apt-get install chromium, or set CHROMIUM_PATH)"
    : "the sandbox page",
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let intake: AnsweringIntake;
    let server: Awaited<ReturnType<typeof startWebServer>>;
    let fileDirectory: string;
    let complaints: string[];

    beforeAll(async () => {
      const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"];
      const microphone = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
      browser = await chromium.launch({ executablePath, args: [...quiet, ...microphone] });
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      intake = new AnsweringIntake();
      fileDirectory = await mkdtemp(path.join(tmpdir(), "diantong-page-"));
      await startServer();
      context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
      complaints = [];
      page = await openPage();
    });
    afterEach(async () => {
      await context.close();
      await server.close();
      await rm(fileDirectory, { recursive: true, force: true });
    });

    async function startServer(port = 0): Promise<void> {
      server = await startWebServer(intake, { fileDirectory, port });
      intake.answerThrough(server.adapter);
    }

    async function openPage(): Promise<Page> {
      const opened = await context.newPage();
      opened.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      opened.on("pageerror", (error) => complaints.push(error.message));
      await opened.goto(server.origin);
      await opened.getByText("已连接").waitFor();
      return opened;
    }

    function pane(kind: string, of = page) {
      return of.locator(`#pane-${kind}`);
    }

    async function say(kind: string, text: string): Promise<void> {
      await pane(kind).getByRole("textbox").fill(text);
      await pane(kind).getByRole("textbox").press("Enter");
    }

    function bubble(kind: string, text: string | RegExp, of = page) {
      return pane(kind, of).locator(".bubble", { hasText: text }).last();
    }

    async function saysDemo(of = page): Promise<boolean> {
      const isPaneMarked = await of.locator(".pane .demo").first().isVisible();
      const banner = of.locator(".banner");
      const box = await banner.boundingBox();
      return isPaneMarked && (await banner.innerText()).includes("演示数据") && box !== null && box.y >= 0;
    }

    test("a villager's words reach the grid worker, whose reply to the card reaches the villager", async () => {
      await say("villager", report);
      await pane("villager").getByRole("button", { name: "对，交上去" }).click();
      await bubble("grid_worker", "【新事项 1024】").waitFor();

      await pane("grid_worker")
        .getByRole("button", { name: /^回复这条: 【新事项 1024】/ })
        .click();
      await say("grid_worker", "下午电工来换");
      await bubble("villager", "网格员老李回您：下午电工来换").waitFor();
      await pane("villager").getByRole("button", { name: "满意", exact: true }).click();

      await bubble("villager", /^王婶: ?满意/).waitFor();
      expect(await bubble("grid_worker", "下午电工来换").locator("q").innerText()).toContain(
        "【新事项 1024】",
      );
      expect(
        intake.events.map(({ chat, body, replyTo }) => [chat, body.type, replyTo !== undefined]),
      ).toEqual([
        ["wang", "text", false],
        ["wang", "action", true],
        ["li", "text", true],
        ["wang", "action", true],
      ]);
      expect(complaints).toEqual([]);
    });

    test("a photo is shown to both sides, a recording can be played, a place and a smile arrive", async () => {
      const villager = pane("villager");
      const more = villager.getByRole("button", { name: "照片、语音、位置" });
      await more.click();
      const lamp = { name: "lamp.png", mimeType: "image/png", buffer: await drawLamp(page) };
      await villager.locator("input[type=file]").setInputFiles(lamp);
      await bubble("grid_worker", "王秀英补了一张照片").locator("img").waitFor();

      await more.click();
      await villager.getByRole("button", { name: "录音" }).click();
      await villager.getByText("正在录音 1″").waitFor();
      await villager.getByRole("button", { name: "发出去" }).click();
      await villager.getByRole("button", { name: /^听语音/ }).click();
      await villager.getByText("■ 停").waitFor();
      await more.click();
      await villager.getByRole("button", { name: "位置" }).click();
      await villager.getByLabel("纬度,经度").fill("29.31，121.42");
      await villager.getByLabel("纬度,经度").press("Enter");
      await bubble("villager", "29.3100, 121.4200").waitFor();
      await more.click();
      await villager.getByRole("button", { name: "笑脸" }).click();
      await bubble("villager", "收到（sticker）").waitFor();

      const widths = page
        .locator(".bubble img")
        .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth));
      expect(await widths).toEqual([640, 640]);
      expect(intake.events.map(({ body }) => body.type)).toEqual(["media", "voice", "location", "sticker"]);
      expect(complaints).toEqual([]);
    });

    test("the browser's own position is sent when it may be asked, else a place can be typed", async () => {
      const villager = pane("villager");
      await villager.getByRole("button", { name: "照片、语音、位置" }).click();
      await villager.getByRole("button", { name: "位置" }).click();
      await villager.getByRole("button", { name: "用现在的位置" }).click();
      await villager.getByRole("alert").getByText("拿不到现在的位置").waitFor();
      await context.grantPermissions(["geolocation"]);
      await context.setGeolocation({ latitude: 29.29, longitude: 121.43 });

      await villager.getByRole("button", { name: "用现在的位置" }).click();

      await bubble("villager", "29.2900, 121.4300").waitFor();
      expect(intake.events.map(({ body }) => body)).toEqual([
        { type: "location", latitude: 29.29, longitude: 121.43 },
      ]);
    });

    test("a file that is not a picture is refused with a sentence, and nothing is sent", async () => {
      await pane("villager").getByRole("button", { name: "照片、语音、位置" }).click();
      const fake = {
        name: "lamp.png",
        mimeType: "image/png",
        buffer: Buffer.from("<script>alert(1)</script>"),
      };
      await pane("villager").locator("input[type=file]").setInputFiles(fake);

      await pane("villager").getByRole("alert").getByText("只收照片").waitFor();

      expect(intake.events).toEqual([]);
    });

    test("words that are too long stay in the box, with a sentence; 100 kB goes through", async () => {
      const box = pane("villager").getByRole("textbox");
      await say("villager", "灯".repeat(120_001));
      await pane("villager").getByRole("alert").getByText("太长").waitFor();
      const kept = await box.inputValue();

      await say("villager", "灯".repeat(100_000));
      await bubble("villager", "记下了").waitFor();

      expect(kept).toHaveLength(120_001);
      expect(intake.events).toHaveLength(1);
    });

    test("another persona has another chat, and what arrives meanwhile is counted", async () => {
      await say("villager", "王婶的话");
      await bubble("villager", "记下了").waitFor();
      const choose = pane("villager").getByRole("combobox");

      await choose.selectOption("chen");
      await say("villager", "陈伯的话");
      await bubble("villager", /陈伯的话[\s\S]*对吗/).waitFor();
      const others = await pane("villager").getByText("王婶的话").count();
      await intake.tell("wang", { text: "1024 办好了" });
      await expect.poll(() => choose.innerText()).toContain("王婶 · 村民（1 条未读）");
      await choose.selectOption("wang");
      await bubble("villager", "1024 办好了").waitFor();

      expect(others).toBe(0);
      expect(intake.events.map(({ chat }) => chat)).toEqual(["wang", "chen"]);
      expect(await choose.innerText()).not.toContain("未读");
    });

    test("the page speaks English or Chinese and remembers which; the conversation stays as it was said", async () => {
      await say("villager", report);
      await bubble("villager", "记下了").waitFor();

      await page.getByRole("button", { name: "English" }).click();
      await page.reload();
      await page.getByText("Connected").waitFor();

      await bubble("villager", "记下了").waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
      expect(await pane("villager").getByRole("button", { name: "Send", exact: true }).isVisible()).toBe(
        true,
      );
      expect(await saysDemo()).toBe(true);
    });

    test("two pages of one persona both show what is said and answered", async () => {
      const second = await openPage();

      await say("villager", report);

      await bubble("villager", /^王婶: ?村口大樟树/, second).waitFor();
      await bubble("villager", "记下了", second).waitFor();
      await bubble("villager", "记下了").waitFor();
      expect(await pane("villager", second).locator(".line").count()).toBe(2);
    });

    test("what is said while the server is away is kept over a reload and stored once when it is back", async () => {
      await say("villager", report);
      await bubble("villager", "记下了").waitFor();
      const port = Number(new URL(server.origin).port);
      await server.close();
      await page.getByText("连不上，正在重试").waitFor();
      await say("villager", "还有水沟也堵了");
      await pane("villager").getByText("还没发出去").waitFor();
      const isShownThen = await saysDemo();

      await startServer(port);
      await page.reload();

      await bubble("villager", /记下了[\s\S]*水沟/).waitFor();
      await expect.poll(() => pane("villager").locator(".is-unsent").count()).toBe(0);
      expect(intake.events.map(({ body }) => (body.type === "text" ? body.text : body.type))).toEqual([
        report,
        "还有水沟也堵了",
      ]);
      expect(await pane("villager").locator(".line").count()).toBe(4);
      expect(isShownThen).toBe(true);
    });

    test("an open page catches up by itself when the server is back, with what it missed", async () => {
      const port = Number(new URL(server.origin).port);
      await server.close();
      await page.getByText("连不上，正在重试").waitFor();
      await startServer(port);
      await intake.tell("li", { text: "还有 4 小时：1024 路灯" });

      await page.getByText("已连接").waitFor();

      await bubble("grid_worker", "还有 4 小时").waitFor();
      expect(await pane("grid_worker").locator(".line").count()).toBe(1);
    });

    test("a reader further up is not dragged to the end", async () => {
      for (let index = 0; index < 25; index += 1)
        await intake.tell("wang", { text: `通知 ${String(index)}` });
      await bubble("villager", "通知 24").waitFor();
      const scroller = pane("villager").getByRole("log");
      await scroller.evaluate((element) => element.scrollTo(0, 0));

      await intake.tell("wang", { text: "最新的一条" });
      await pane("villager").getByRole("button", { name: "有新消息" }).waitFor();
      const top = await scroller.evaluate((element) => element.scrollTop);
      await pane("villager").getByRole("button", { name: "有新消息" }).click();

      expect(top).toBe(0);
      await expect.poll(() => bubble("villager", "最新的一条").isVisible()).toBe(true);
    });

    test.each([
      ["a desk", 1600, 900],
      ["a laptop", 1280, 720],
      ["a phone", 390, 844],
    ])("on %s everything can be read and pressed, and says 演示数据", async (name, width, height) => {
      await page.setViewportSize({ width, height });
      await say("villager", report);
      await pane("villager").getByRole("button", { name: "对，交上去" }).click();
      await bubble("villager", "编号 1024").waitFor();
      await pane("villager")
        .getByRole("button", { name: /^回复这条/ })
        .last()
        .click();
      await pane("villager").getByRole("button", { name: "照片、语音、位置" }).click();
      await page.waitForTimeout(400);
      const faults = await page.evaluate(unreadable);
      const isScrolledSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (process.env["SCREENSHOTS"]) {
        await page.screenshot({ path: path.join(process.env["SCREENSHOTS"], `${String(width)}.png`) });
      }
      await page.locator(".tab-admin").dispatchEvent("click");
      await page.waitForTimeout(600);

      const panesOutOfPlace = await page
        .locator(".pane")
        .evaluateAll(
          (panes) =>
            panes.filter((each) => each.scrollTop !== 0 || each.scrollHeight > each.clientHeight).length,
        );

      expect(faults, name).toEqual([]);
      expect(panesOutOfPlace).toBe(0);
      expect(isScrolledSideways).toBe(false);
      expect(await saysDemo()).toBe(true);
      expect(await pane("admin").locator(".demo").isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    });

    test("the measuring itself finds what is small, pale, hard to press or nameless", async () => {
      await page.evaluate(() => {
        const bad = document.createElement("button");
        bad.style.cssText = "font-size:17px;color:#888;background:#fff;min-width:40px;width:40px";
        bad.append("浅");
        document.querySelector(".banner")?.append(bad, document.createElement("button"));
      });

      const faults = await page.evaluate(unreadable);

      expect(faults).toEqual([
        "浅: 17px",
        "浅: contrast 3.54",
        expect.stringMatching(/^浅: 40 × 4\d(\.\d+)? to press$/),
        "a BUTTON without a name",
      ]);
    });

    test("the keyboard alone is enough to write, choose and reply", async () => {
      await pane("villager").getByRole("textbox").focus();
      await page.keyboard.type("灯坏了");
      await page.keyboard.press("Shift+Enter");
      await page.keyboard.type("第二行");
      await page.keyboard.press("Enter");
      await bubble("villager", "记下了").waitFor();
      await pane("villager").getByRole("button", { name: "对，交上去" }).focus();
      await page.keyboard.press("Enter");

      await bubble("villager", "编号 1024").waitFor();

      const focused = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        return `${element.textContent} ${getComputedStyle(element).outlineStyle}`;
      });
      expect(intake.events[0]?.body).toEqual({ type: "text", text: "灯坏了\n第二行" });
      expect(focused).toBe("对，交上去 solid");
    });

    test("whoever opens an invitation's link is a newcomer who says its code, once", async () => {
      await page.goto(server.adapter.startLink?.("g7Kq2m") ?? "");
      await bubble("villager", "/start g7Kq2m").waitFor();
      const speaker = await pane("villager").getByRole("combobox").inputValue();
      await page.reload();
      await bubble("villager", "/start g7Kq2m").waitFor();

      expect(speaker).toBe("newcomer-1");
      expect(new URL(page.url()).search).toBe("");
      expect(intake.events.map(({ chat, body }) => [chat, body])).toEqual([
        ["newcomer-1", { type: "command", name: "start", args: "g7Kq2m" }],
      ]);
      expect(complaints).toEqual([]);
    });
  },
);

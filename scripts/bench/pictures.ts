import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pictureOf } from "../../core/bulletins/picture/describe.ts";
import { invented } from "../../core/bulletins/testing/sheets.ts";
import { Painter, type Picture } from "../../core/pictures/index.ts";
import type { Figure } from "./result.ts";

const divisions = new URL("../../prisma/seed/ninghai.json", import.meta.url);

interface Divisions {
  readonly townships: readonly {
    readonly name: string;
    readonly villages: readonly (readonly [code: string, name: string])[];
  }[];
}

/** A month of a county with a million matters: its sheet, those of its townships, and of its villages. */
function monthOf({ townships }: Divisions) {
  const matters = 1_000_000 / 12;
  const villages = townships.flatMap((township) => township.villages.map(([, name]) => name));
  const each = Math.round(matters / villages.length);
  const below = townships.map(({ name }) => name);
  const county = invented(
    { code: "county", name: "宁海县", kind: "county" },
    { matters: Math.round(matters), late: 2_000, places: below },
  );
  const towns = townships.map((township) =>
    invented(
      { code: township.name, name: township.name, kind: "township" },
      {
        matters: each * township.villages.length,
        late: 100,
        places: township.villages.map(([, name]) => name),
      },
    ),
  );
  const own = villages.map((name, index) =>
    invented(
      { code: name, name, kind: "village" },
      { matters: each + (index % 50), late: index % 7, places: [] },
    ),
  );
  return {
    villages: own.map((sheet) => pictureOf(sheet, "zh")),
    above: [county, ...towns].map((sheet) => pictureOf(sheet, "zh")),
  };
}

const atOnce = 4;

/** Draws pictures as the job does, so many on their way at once. */
export async function drawAll(painter: Painter, pictures: readonly Picture[]) {
  const left = pictures.values();
  let [pages, bytes] = [0, 0];
  const [began, burnt] = [performance.now(), process.cpuUsage()];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const picture of left) {
        const painted = await painter.paint(picture);
        pages += painted.pages.length;
        bytes += painted.pages.reduce((sum, page) => sum + page.byteLength, 0);
      }
    }),
  );
  const { user, system } = process.cpuUsage(burnt);
  const seconds = (performance.now() - began) / 1_000;
  return { pages, bytes, seconds, processorSeconds: (user + system) / 1e6 };
}

function held(): number {
  return process.memoryUsage.rss() / 1e6;
}

/** Draws the villages' month three times and the rest once, in one thread. */
async function drawMonths(villages: readonly Picture[], above: readonly Picture[]) {
  const painter = new Painter();
  const before = held();
  await painter.paint({ language: "zh", title: "", parts: [] });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const month = await drawAll(painter, villages);
  const afterOnce = held();
  const rest = await drawAll(painter, above);
  await drawAll(painter, villages);
  const afterTwice = held();
  await drawAll(painter, villages);
  const third = held() - afterTwice;
  delay.disable();
  painter.stop();
  return { month, rest, first: afterOnce - before, third, stall: delay.max / 1e6 };
}

/** The pictures of a month's sheets: how long they take, what they hold, and how long the program stands still for them. */
export async function benchPictures(): Promise<readonly Figure[]> {
  const { villages, above } = monthOf(JSON.parse(readFileSync(divisions, "utf8")) as Divisions);
  const { month, rest, first, third, stall } = await drawMonths(villages, above);
  const kilobytes = Math.round(month.bytes / month.pages / 1_000);
  return [
    {
      name: `pictures: a month's sheets of ${villages.length} villages`,
      value: month.seconds,
      unit: "s",
      target: { value: 10, is: "at most" },
      note: `${month.pages} pages of ${kilobytes} KB; reckoning them is not in it`,
    },
    {
      name: "pictures: a page, of a processor's time",
      value: (month.processorSeconds * 1_000) / month.pages,
      unit: "ms",
    },
    {
      name: `pictures: the sheets of ${above.length - 1} townships and the county`,
      value: rest.seconds,
      unit: "s",
      note: `${rest.pages} pages`,
    },
    { name: "pictures: memory for the month", value: first, unit: "MB", note: "the thread and its font" },
    { name: "pictures: memory added by a third month", value: third, unit: "MB" },
    { name: "pictures: longest stall of the program", value: stall, unit: "ms" },
  ];
}

import { begin, type Choice } from "../../dialogue/index.ts";
import { unitByCode } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import { hoursNamed, officeHours, type Calendar } from "../../time/index.ts";
import { clockKinds, type ClockKind } from "../clock/terms.ts";
import type { Said } from "../mine.ts";
import { say } from "../texts.ts";
import { changeDay } from "./changeDay.flow.ts";
import { changeLimit } from "./changeLimit.flow.ts";
import { limitsOf } from "./service.ts";

/** How people say which limit they mean. */
const clockWords: Readonly<Record<string, ClockKind>> = {
  答复: "answer",
  答复后: "worker",
  村里: "village",
  村: "village",
  乡镇: "township",
  镇: "township",
  科室: "office",
};

function readClock(word: string): ClockKind | undefined {
  return clockKinds.find((kind) => kind === word) ?? clockWords[word];
}

/** `/sla` shows the limits of one's own unit, `/sla 前童镇` of another; `/sla 前童镇 village` changes one; `/sla day …` a day. */
export async function slaCommand(args: string, acting: Acting): Promise<Said> {
  const said = args
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (said[0] === "day" || said[0] === "节假日") return day(said.slice(1), acting);
  const clock = said.length > 1 ? readClock(said.at(-1) ?? "") : undefined;
  if (said.length > 1 && clock === undefined) return say.slaUsage;
  const words = clock === undefined ? said.join(" ") : said.slice(0, -1).join(" ");
  const own = unitsWhere(acting.person.memberships, "sla.read")[0];
  const read = await readUnit(acting.tx, words || (own ?? ""), (code) =>
    `/sla ${code} ${clock ?? ""}`.trim(),
  );
  if ("ask" in read) return read.ask;
  const { unit } = read;
  if (clock !== undefined) return begin(changeLimit, { unit: unit.code, clock });
  const text = await limitsOf(acting, unit);
  const choices = can(acting.person.memberships, "sla.change", unit) ? changesOf(unit.code) : [];
  return choices.length > 0 ? { text, choices } : { text };
}

function changesOf(unit: string): readonly Choice[] {
  return [
    ...clockKinds.map((kind) => ({ label: say.changeOf(kind), token: `/sla ${unit} ${kind}` })),
    { label: say.days, token: "/sla day" },
  ];
}

const shown = 8;
const noon = 12 * 60;

/** `/sla day` lists what comes; `/sla day 2027-02-05 休 春节` enters one. */
async function day([date, what, ...why]: readonly string[], acting: Acting): Promise<Said> {
  if (date === undefined) return coming(acting);
  const isWorkday = what === "上班" || what === "work";
  const isOff = what === "休" || what === "休息" || what === "off";
  const read = readDate(date);
  if (!read || (!isWorkday && !isOff)) return say.dayUsage;
  const [county] = unitsWhere(acting.person.memberships, "sla.change");
  const unit = county === undefined ? undefined : await unitByCode(acting.tx, county);
  if (unit?.parent !== null) return say.mayNotSetDays;
  return begin(changeDay, { date: read, isWorkday, why: why.join(" ").slice(0, 60) });
}

/** 2027-02-05, as a date that is there. */
function readDate(words: string): string | undefined {
  const [, year, month, date] = /^(20\d\d)-(\d\d?)-(\d\d?)$/.exec(words.normalize("NFKC")) ?? [];
  if (year === undefined) return undefined;
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return found.getUTCMonth() === Number(month) - 1 ? found.toISOString().slice(0, 10) : undefined;
}

async function coming({ tx, now, calendar }: Acting): Promise<Said> {
  const { days } = await hoursNamed({ tx, now }, officeHours);
  const today = calendar.zone.dateOf(now);
  const next = [...days].filter(([date]) => date >= today).slice(0, shown);
  return say.comingDays(
    next.map(([date, hours]) => ({ day: named(calendar, date), isWorkday: hours.length > 0 })),
  );
}

function named(calendar: Calendar, iso: string) {
  return { ...calendar.date(calendar.zone.momentOf(iso, noon)), iso };
}

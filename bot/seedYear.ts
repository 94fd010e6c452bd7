import { readFileSync } from "node:fs";
import { z } from "zod";
import { listsOf, sowList, type SownLine } from "../core/assessments/index.ts";
import { unitName, unitsBelow } from "../core/org/index.ts";
import { personById } from "../core/people/index.ts";
import type { Tx } from "../core/store/index.ts";

const counts = z.record(z.string(), z.number());

const yearShape = z.object({
  unit: z.string(),
  decidedBy: z.string(),
  /** The years whose honours are final, and whose lists wait for approval. */
  frozen: z.number(),
  draft: z.number(),
  goodTeams: z.record(z.string(), counts),
  stars: z.array(
    z.object({
      person: z.string(),
      village: z.string(),
      reason: z.string(),
      deeds: z.number(),
      points: z.number(),
    }),
  ),
  teams: z.record(z.string(), counts),
  cadres: z.array(z.object({ person: z.string(), at: z.string(), post: z.string(), counts })),
});

/** The demonstration's lists: honours of a year that are final, and of the next one what waits for its approval; once. */
export async function seedYear(tx: Tx, now: number): Promise<void> {
  const path = new URL("../prisma/seed/year.json", import.meta.url);
  const demo = yearShape.parse(JSON.parse(readFileSync(path, "utf8")));
  const { unit, decidedBy } = demo;
  if ((await listsOf(tx, [unit], demo.frozen)).length > 0) return;
  const final = { unit, year: demo.frozen, decidedBy };
  const draft = { unit, year: demo.draft, decidedBy: null };
  await sowList(tx, { ...final, kind: "good_teams", lines: await teamsOf(tx, demo.goodTeams) }, now);
  await sowList(tx, { ...final, kind: "stars", lines: await starsOf(tx, demo.stars) }, now);
  const villages = Object.fromEntries((await unitsBelow(tx, unit)).map(({ code }) => [code, {}]));
  await sowList(
    tx,
    { ...draft, kind: "teams", lines: await teamsOf(tx, { ...villages, ...demo.teams }) },
    now,
  );
  await sowList(tx, { ...draft, kind: "cadres", lines: await cadresOf(tx, demo.cadres) }, now);
  await sowList(tx, { ...draft, kind: "stars", lines: [] }, now);
}

type Demo = z.output<typeof yearShape>;

async function teamsOf(tx: Tx, teams: Demo["teams"]): Promise<readonly SownLine[]> {
  const lines: SownLine[] = [];
  for (const [code, own] of Object.entries(teams))
    lines.push({
      subject: code,
      unit: code,
      person: null,
      name: await unitName(tx, code),
      post: null,
      counts: own,
    });
  return lines;
}

async function starsOf(tx: Tx, stars: Demo["stars"]): Promise<readonly SownLine[]> {
  const lines: SownLine[] = [];
  for (const { person, village, ...merit } of stars)
    lines.push({ ...(await who(tx, person)), unit: village, post: null, merit });
  return lines;
}

async function cadresOf(tx: Tx, cadres: Demo["cadres"]): Promise<readonly SownLine[]> {
  const lines: SownLine[] = [];
  for (const { person, at, post, counts: own } of cadres)
    lines.push({ ...(await who(tx, person)), unit: at, post, counts: own });
  return lines;
}

async function who(tx: Tx, id: string): Promise<Pick<SownLine, "subject" | "person" | "name">> {
  const person = await personById(tx, id);
  return { subject: id, person: id, name: person?.name ?? id };
}

import { readFileSync } from "node:fs";
import { say as pointsTexts } from "../../../core/points/texts.ts";
import { askTexts } from "../../../core/policies/texts/ask.ts";
import { say } from "../../../core/tickets/texts.ts";
import type { HeardMessage } from "../../../core/dialogue/testing/index.ts";
import { placeOf, type Intent } from "../../../core/language/index.ts";
import type { OpenTestDatabase } from "../../../core/store/testing/index.ts";
import { say as menuTexts } from "../../texts.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "../../testing/programStage.ts";

/** A first sentence and what it is after. */
export interface Utterance {
  /** Any of these is right; mostly there is one. */
  readonly wanted: readonly Destination[];
  readonly words: string;
}

/** An intent, or the answer to a danger. */
type Destination = Intent | "danger";

/** Where a first sentence led: straight to a place, or to a menu of places. */
export interface Led {
  readonly to: string;
  readonly offered: readonly string[];
  readonly said: string;
  /** Does a button on the screen lead from a wrong guess to the menu? */
  readonly hasWayOut?: boolean;
}

/** Sentences with what they are after, out of a file beside this one: `intent` or `intent|intent`, a tab, the words. */
export function utterancesIn(file: string): readonly Utterance[] {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [wanted = "", words = ""] = line.split("\t");
      return { wanted: wanted.split("|") as Destination[], words };
    });
}

const speaker = "王婶";

/** What ends with a person has a number, and what has a number changes what later words may mean: it comes last. */
const endsWithPerson: readonly Destination[] = ["human", "policy"];

/** Says each sentence to the program itself, as the first one of a villager who has no matter under way. */
export async function leadAll(
  open: OpenTestDatabase,
  utterances: readonly Utterance[],
): Promise<readonly (Utterance & Led)[]> {
  let stage = await createProgramStage(await open.filled(seedVillage));
  const [early, late] = [false, true].map((isLate) =>
    utterances.filter(
      ({ wanted }) => wanted.map(placed).some((one) => endsWithPerson.includes(one)) === isLate,
    ),
  );
  const led: (Utterance & Led)[] = [];
  for (const utterance of [...(early ?? []), ...(late ?? [])]) {
    const asked = await questionsIn(stage);
    await stage.say(speaker, { type: "text", text: utterance.words });
    const heard = await stage.heard();
    const isAsked = (await questionsIn(stage)) > asked;
    led.push({ ...utterance, ...(isAsked ? asPolicy(heard) : await whither(stage, heard)) });
    const isFiled = heard.some(({ persona }) => persona !== speaker);
    if (isFiled && (led.at(-1)?.to === "danger" || early?.includes(utterance) === true))
      stage = await createProgramStage(await open.filled(seedVillage));
    await stage.say(speaker, { type: "text", text: "取消" });
    await stage.heard();
  }
  return led;
}

async function questionsIn(stage: ProgramStage): Promise<number> {
  const rows = await stage
    .database()
    .transaction((tx) => tx.selectFrom("policy_question").select("id").execute());
  return rows.length;
}

/** Under a wrong answer, and under a menu of them: both lead to 「不是问政策」. */
const policyWayOut = [askTexts.notWhatIMeant, askTexts.noneOfThese];

function asPolicy(heard: readonly HeardMessage[]): Led {
  const labels = heard.flatMap(({ buttons }) => buttons.map(({ label }) => label));
  const said = heard.map(({ text }) => text).join(" / ");
  return { to: "policy", offered: [], said, hasWayOut: policyWayOut.some(({ zh }) => labels.includes(zh)) };
}

async function whither(stage: ProgramStage, heard: readonly HeardMessage[]): Promise<Led> {
  const mine = heard.filter(({ persona }) => persona === speaker);
  const said = mine.map(({ text }) => text).join(" / ");
  const labels = mine.flatMap(({ buttons }) => buttons.map(({ label }) => label));
  const talk = await stage
    .database()
    .transaction((tx) =>
      tx
        .selectFrom("talk")
        .select("flow")
        .where("state", "=", "open")
        .orderBy("position", "desc")
        .executeTakeFirst(),
    );
  const notBuilt = Object.entries(say.notYet).find(([, text]) => said.includes(text.zh))?.[0];
  if (notBuilt) return { to: notBuilt, offered: [], said };
  if (talk?.flow === "unclear") return { to: "menu", offered: offeredIn(labels), said };
  if (talk) return { to: talk.flow, offered: [], said };
  return { to: withoutTalk(said, labels), offered: [], said };
}

/** Which wishes the lines of a menu stand for. */
function offeredIn(labels: readonly string[]): readonly string[] {
  const lines = [...Object.entries(say.wishes), ["policy", say.askPersonThen] as const];
  return lines.flatMap(([wish, { zh, en }]) => (labels.includes(zh) || labels.includes(en) ? [wish] : []));
}

function withoutTalk(said: string, labels: readonly string[]): string {
  if (said.includes(menuTexts.whatICan.zh)) return "help";
  if (said.includes("有事直接说，比如")) return "greeting";
  if (said.includes(say.anyTime.zh)) return "thanks";
  if (/编号 \d+/.test(said)) return "human";
  if (labels.includes("English")) return "language";
  if (labels.includes(pointsTexts.how.zh)) return "points";
  return said.includes("名片") || said.includes("网格") ? "me" : said;
}

type Way = "straight" | "menu" | "others" | "way out" | "wrong";

/** How a sentence was led: straight there, by a menu that offers it at once or under 「别的」, elsewhere with the way out on the screen, or wrong. */
export function wayOf({ wanted, to, offered, said, hasWayOut }: Utterance & Led): Way {
  const places = wanted.map(placed);
  if (to !== "menu") {
    if (places.includes(to as Destination)) return "straight";
    return hasWayOut === true || said.includes(say.notReport.zh) ? "way out" : "wrong";
  }
  const isThere = places.some(
    (place) =>
      place === "progress" || place === "withdraw" || !(place in say.wishes) || offered.includes(place),
  );
  return isThere ? "menu" : "others";
}

/** Where a wish is well led to; some stand in every menu, and what only greets or chats is well led to any. */
function placed(wanted: Destination): Destination {
  const place = wanted === "danger" ? wanted : placeOf(wanted);
  return place === "fixed" ? "thanks" : place;
}

/**
 * Plays one matter's life in the terminal, on the real program with its clock put forward. It is a check as well: the story
 * (scripts/demo/life.chat) says what must happen, and the first line that goes otherwise ends it with exit code 1.
 * `--en` plays the English story.
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { aloud } from "./demo/aloud.ts";
import { playedOtherwise, withTheatre } from "./demo/theatre.ts";
import { words } from "./demo/words.ts";

/** Between two messages where somebody watches: the whole story in under twenty seconds. */
const readingMs = 300;

const stories = {
  zh: fileURLToPath(new URL("demo/life.chat", import.meta.url)),
  en: fileURLToPath(new URL("demo/life.en.chat", import.meta.url)),
};

async function demo(args: readonly string[]): Promise<number> {
  const language = args.includes("--en") ? "en" : "zh";
  const story = args.find((word) => word.endsWith(".chat")) ?? stories[language];
  const say = words[language];
  const pauseMs = process.stdout.isTTY && process.env["CI"] !== "true" ? readingMs : 0;
  console.log(say.beginning.join("\n"));
  return withTheatre(async (theatre) => {
    const voice = { language, stream: process.stdout, pauseMs } as const;
    const difference = await playedOtherwise(story, aloud(theatre, voice));
    if (difference === undefined) console.log(`\n${say.ending.join("\n")}`);
    else console.error(`\n${say.otherwise(difference, relative("", story))}`);
    return difference === undefined ? 0 : 1;
  }).catch((error: unknown) => {
    console.error(`\n${say.broken(error instanceof Error ? error.message : String(error))}`);
    return 1;
  });
}

process.exitCode = await demo(process.argv.slice(3));

import type { Body, FileRef } from "../../channel/index.ts";

/** What one line of a `.chat` file does; bot lines do nothing and are left out. */
export type Deed =
  | { readonly kind: "nothing" }
  | { readonly kind: "as"; readonly persona: string }
  | { readonly kind: "pass"; readonly milliseconds: number }
  | { readonly kind: "restart" }
  | {
      readonly kind: "say";
      readonly persona?: string;
      readonly bodies: readonly Body[];
      /** What a transcriber hears in the voice message. */
      readonly heard?: string;
    }
  | { readonly kind: "press"; readonly persona?: string; readonly label: string }
  | {
      readonly kind: "reply";
      readonly persona?: string;
      readonly to: string;
      readonly bodies: readonly Body[];
    };

/** One line, or a message over several lines, as it stands in the file. */
export interface Line {
  readonly number: number;
  readonly source: string;
  readonly deed: Deed;
}

const units: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const numbers = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

class BadTranscript extends Error {}

function fail(number: number, what: string): never {
  throw new BadTranscript(`line ${number}: ${what}`);
}

function duration(words: string, number: number): number {
  const found = /^(\S+) (second|minute|hour|day|week)s? pass(?:es)?$/.exec(words);
  const [, count = "", unit = ""] = found ?? [];
  const value = /^an?$/.test(count) ? 1 : /^[\d.]+$/.test(count) ? Number(count) : numbers.indexOf(count);
  if (found === null || !(value > 0)) fail(number, `no duration in [${words}]; write [20 minutes pass]`);
  return value * (units[unit] ?? 0);
}

/** `walk.mp4`, or `walk.mp4 30MB` for one that says how large it is. */
function fileRef(kind: FileRef["kind"], words: string): FileRef {
  const [, name = words, megabytes] = /^(.*) (\d+)MB$/.exec(words) ?? [];
  const size = megabytes === undefined ? {} : { bytes: Number(megabytes) * 1_000_000 };
  return { kind, channel: "stage", id: name, name, ...size };
}

function media(kind: "photo" | "video" | "document", names: string, caption: string, number: number): Body[] {
  const files = names.split(",").map((name) => name.trim());
  if (files.includes("")) fail(number, `[${kind}] needs a file name: [${kind} lamp.jpg]`);
  const album = files.length > 1 ? { album: `album at line ${number}` } : {};
  return files.map((name, index) => ({
    type: "media",
    file: fileRef(kind, name),
    ...(index === 0 && caption !== "" && { caption }),
    ...album,
  }));
}

function location(where: string, label: string, number: number): Body {
  const [latitude, longitude] = where.split(",").map(Number);
  if (latitude === undefined || longitude === undefined || Number.isNaN(latitude + longitude)) {
    fail(number, `no place in [location ${where}]; write [location 29.29,121.43]`);
  }
  return { type: "location", latitude, longitude, ...(label !== "" && { label }) };
}

function voice(rest: string, number: number): Body {
  const seconds =
    /^(\d+)s$/.exec(rest)?.[1] ?? fail(number, `no length in [voice ${rest}]; write [voice 6s]`);
  return { type: "voice", file: fileRef("voice", `voice at line ${number}.ogg`), seconds: Number(seconds) };
}

function said(words: string): Body {
  const command = /^\/([A-Za-z_]+)(?:\s+(.*))?$/s.exec(words);
  if (command === null) return { type: "text", text: words };
  return { type: "command", name: command[1] ?? "", args: command[2] ?? "" };
}

/** What a persona does in `words`, which may start with a direction. */
function act(words: string, number: number, persona: string | undefined): Deed {
  const by = persona === undefined ? {} : { persona };
  const found = /^\[(\w+)(?: ([^\]]*))?\]\s*(.*)$/s.exec(words);
  if (found === null) return { kind: "say", ...by, bodies: [said(words)] };
  const [, verb = "", rest = "", text = ""] = found;
  if (verb === "photo" || verb === "video" || verb === "document") {
    return { kind: "say", ...by, bodies: media(verb, rest, text, number) };
  }
  if (verb === "location") return { kind: "say", ...by, bodies: [location(rest, text, number)] };
  if (verb === "voice") {
    return { kind: "say", ...by, bodies: [voice(rest, number)], ...(text !== "" && { heard: text }) };
  }
  if (verb === "sticker") return { kind: "say", ...by, bodies: [{ type: "sticker" }] };
  if (verb === "forward") return { kind: "say", ...by, bodies: [{ type: "forward", from: rest, text }] };
  if (verb === "press" && rest !== "") return { kind: "press", ...by, label: rest };
  if (verb === "reply" && rest !== "") {
    const inner = act(text, number, persona);
    if (inner.kind !== "say") fail(number, "a reply is words, a photo or a voice message");
    return { ...inner, kind: "reply", to: rest };
  }
  return fail(number, `unknown direction [${verb}${rest === "" ? "" : ` ${rest}`}]`);
}

function direction(source: string, number: number): Deed {
  const inside = /^\[([^\]]+)\]\s*$/.exec(source)?.[1] ?? "";
  if (inside.startsWith("as ")) return { kind: "as", persona: inside.slice(3).trim() };
  if (inside === "restart") return { kind: "restart" };
  if (/ pass(es)?$/.test(inside)) return { kind: "pass", milliseconds: duration(inside, number) };
  return act(source, number, undefined);
}

function deedOf(source: string, number: number): Deed {
  if (source.trim() === "" || source.startsWith("#")) return { kind: "nothing" };
  if (source.startsWith("[")) return direction(source, number);
  const spoken = /^([^\s:：[][^:：\n]*)[:：] ?(.*)$/s.exec(source);
  if (spoken === null) fail(number, `"${source}" is neither "name: words" nor a [direction]`);
  const words = (spoken[2] ?? "").replaceAll(/\n\s+/g, "\n");
  if (words.trim() === "") fail(number, `${spoken[1]} says nothing`);
  return act(words, number, spoken[1]);
}

/** Reads a `.chat` file, without its bot lines. Throws with the line number when a line cannot be understood. */
export function readTranscript(file: string): readonly Line[] {
  const blocks: { number: number; source: string; bot: boolean }[] = [];
  for (const [index, source] of file.split("\n").entries()) {
    const last = blocks.at(-1);
    if (!/^\s+\S/.test(source)) {
      blocks.push({ number: index + 1, source: source.trimEnd(), bot: /^bot(→[^:：]+)?[:：]/.test(source) });
    } else if (last === undefined || last.source === "" || last.source.startsWith("#")) {
      fail(index + 1, "an indented line goes on with the message above it, and there is none");
    } else {
      last.source += `\n${source.trimEnd()}`;
    }
  }
  const lines = blocks.filter(({ bot }) => !bot);
  return lines.map(({ number, source }) => ({ number, source, deed: deedOf(source, number) }));
}

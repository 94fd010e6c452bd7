/** One typed line, in the terminal's own written forms. Pure. */
import type { Body, FileRef } from "../../core/channel/index.ts";
import { readText } from "../../core/channel/index.ts";
import { channel } from "./model.ts";
import type { ConsolePersona } from "./model.ts";

/** What a line asks for: something said, or something of the terminal itself. */
export type Line =
  | { readonly type: "nothing" }
  | { readonly type: "help" }
  | { readonly type: "who" }
  | { readonly type: "quit" }
  | { readonly type: "as"; readonly name: string }
  | { readonly type: "said"; readonly as?: string; readonly said: Said };

/** Words and, perhaps, a word by which to find the message being answered. */
export interface Said {
  readonly body: Body;
  readonly answering?: string;
}

/** A backslash at the end continues on the next line; two there are one that was meant. */
export function readContinuation(line: string): { readonly text: string; readonly continues: boolean } {
  const trailing = /\\*$/.exec(line)?.[0].length ?? 0;
  const text = line.slice(0, line.length - trailing) + "\\".repeat(Math.floor(trailing / 2));
  return { text, continues: trailing % 2 === 1 };
}

/** Reads one line; `@name` in front says who speaks it. */
export function readLine(line: string): Line {
  const trimmed = line.trim();
  if (trimmed === "") return { type: "nothing" };
  if (trimmed === "?" || trimmed === "？") return { type: "help" };
  if (trimmed === "/quit" || trimmed === "/exit") return { type: "quit" };
  const switched = /^[/／]as(?:\s+@?(.*))?$/.exec(trimmed);
  if (switched) return switched[1] ? { type: "as", name: switched[1].trim() } : { type: "who" };
  const addressed = /^\s*[@＠](\S+)\s+([\s\S]+)$/.exec(line);
  if (addressed) return { type: "said", as: addressed[1] ?? "", said: readSaid(addressed[2] ?? "") };
  if (/^[@＠]\S*$/.test(trimmed)) return { type: "as", name: trimmed.slice(1) };
  return { type: "said", said: readSaid(line) };
}

function readSaid(written: string): Said {
  const answer = /^\s*\[reply\s+([^\]]+)\]\s*([\s\S]*)$/.exec(written);
  if (answer) return { ...readSaid(answer[2] ?? ""), answering: (answer[1] ?? "").trim() };
  return { body: readForm(written) ?? readText(written) };
}

/** `[photo lamp.jpg] caption`, `[voice 6s]`, `[location 29.29,121.43]`, `[sticker]`, `[forward 王婶: 灯坏了]`. */
function readForm(written: string): Body | undefined {
  const form =
    /^\s*\[(photo|video|document|voice|location|sticker|forward)(?:\s+([^\]]+))?\]\s*([\s\S]*)$/.exec(
      written,
    );
  if (!form) return undefined;
  const [, kind = "", rest = "", after = ""] = form;
  if (kind === "sticker") return { type: "sticker" };
  if (rest.trim() === "") return undefined;
  if (kind === "location") return readLocation(rest, after);
  if (kind === "voice") return readVoice(rest.trim());
  if (kind === "forward") return readForward(rest);
  const file = fileOf(kind as FileRef["kind"], rest.trim());
  return { type: "media", file, ...(after.trim() !== "" && { caption: after.trim() }) };
}

function readVoice(rest: string): Body {
  const match = /^(?:(.*?)\s*)?(\d+(?:\.\d+)?)s$/.exec(rest);
  const file = fileOf("voice", match?.[1] || rest);
  return { type: "voice", file, ...(match && { seconds: Number(match[2]) }) };
}

function readLocation(rest: string, after: string): Body | undefined {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,，]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(rest);
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { type: "location", latitude, longitude, ...(after.trim() !== "" && { label: after.trim() }) };
}

function readForward(rest: string): Body {
  const match = /^([^:：]+)[:：]\s*([\s\S]+)$/.exec(rest);
  return { type: "forward", from: match?.[1]?.trim() ?? "", text: match?.[2] ?? rest };
}

/** The path as typed is the identifier: the bytes stay where they are until somebody downloads them. */
function fileOf(kind: FileRef["kind"], path: string): FileRef {
  return { kind, channel, id: path, name: path.split(/[/\\]/).at(-1) ?? path };
}

/** The persona meant by a name: exactly, by identifier, or by the only name that begins so. */
export function findPersona(personas: readonly ConsolePersona[], name: string): ConsolePersona | undefined {
  const exact = personas.find((persona) => persona.name === name || persona.actor === name);
  if (exact) return exact;
  const beginning = personas.filter((persona) => name !== "" && persona.name.startsWith(name));
  return beginning.length === 1 ? beginning[0] : undefined;
}

import type { Body, FileRef } from "../../channel/index.ts";
import { clean, fold, isYes, type Text } from "../../language/index.ts";
import type { Json } from "../json.ts";
import {
  optionNamed,
  type Addition,
  type Heard,
  type Option,
  type Question,
  type Reading,
} from "../question.ts";
import { say } from "../texts.ts";
import { placeOf, type Place } from "./place.ts";

/** One thing a person sent, in the order it came. */
export type Piece =
  | { readonly type: "words"; readonly text: string }
  | {
      readonly type: "file";
      readonly file: FileRef;
      readonly caption?: string;
      readonly album?: string;
      readonly seconds?: number;
    }
  | { readonly type: "forward"; readonly from: string; readonly text: string }
  | ({ readonly type: "location" } & Required<Place>);

/** Everything a person sent about one matter. */
export interface Material {
  readonly pieces: readonly Piece[];
}

const maxPieceWords = 4000;
const maxPieces = 60;
const done: Option = { id: "done", label: say.done };
const afresh: Option = { id: "afresh", label: say.afresh };
const doneWords = new Set([
  "好了",
  "完了",
  "发完了",
  "没有了",
  "没有",
  "没了",
  "就这些",
  "就这样",
  "done",
  "finished",
  "thatsall",
]);

/** The words of a material, one line per message, captions and forwarded words included. */
export function wordsIn({ pieces }: Material): string {
  const lines = pieces.map((piece) => {
    if (piece.type === "file") return piece.caption ?? "";
    return piece.type === "location" ? "" : piece.text;
  });
  return lines.filter((line) => line !== "").join("\n");
}

/** The files of a material, in the order they came. */
export function filesIn({ pieces }: Material): readonly FileRef[] {
  return pieces.flatMap((piece) => (piece.type === "file" ? [piece.file] : []));
}

/** The last location in a material. */
export function placeIn({ pieces }: Material): Place | undefined {
  const found = pieces.findLast((piece) => piece.type === "location");
  if (found === undefined) return undefined;
  const { words, latitude, longitude } = found;
  return { words, latitude, longitude };
}

/** What a message brings; words that were spoken bring the voice along. */
function piecesOf(body: Body): readonly Piece[] {
  const piece = pieceOf(body);
  const spoken = body.type === "text" ? (body.spoken ?? []) : [];
  return piece === undefined ? [] : [piece, ...spoken.map((file): Piece => ({ type: "file", file }))];
}

function pieceOf(body: Body): Piece | undefined {
  if (body.type === "text") {
    const text = clean(body.text);
    return text === "" ? undefined : { type: "words", text };
  }
  if (body.type === "forward") return { type: "forward", from: clean(body.from), text: clean(body.text) };
  if (body.type === "media") {
    const { file, caption, album } = body;
    return { type: "file", file, ...(caption && { caption: clean(caption) }), ...(album && { album }) };
  }
  if (body.type === "voice") {
    return { type: "file", file: body.file, ...(body.seconds !== undefined && { seconds: body.seconds }) };
  }
  const place = body.type === "location" ? placeOf(body) : undefined;
  return place && { type: "location", ...place };
}

function fromStored(stored: Json): Material | undefined {
  const pieces = (stored as Partial<Material> | null)?.pieces;
  return Array.isArray(pieces) ? (stored as unknown as Material) : undefined;
}

/** A new material, or one sentence why not. */
function grow(old: Material | undefined, body: Body): Addition | undefined {
  const [piece, ...voices] = piecesOf(body);
  if (piece === undefined) return undefined;
  const pieces = [...(old?.pieces ?? []), piece, ...voices];
  const length = wordsIn({ pieces: [piece] }).length;
  if (length > maxPieceWords) return { why: say.tooLong(length, maxPieceWords) };
  if (pieces.length > maxPieces) return { why: say.tooMuch(maxPieces) };
  const album = piece.type === "file" ? piece.album : undefined;
  const before = old?.pieces.at(-1);
  const sibling = before?.type === "file" && album !== undefined && before.album === album;
  return { value: { pieces }, receipt: receipt(piece, pieces, album !== undefined), silent: sibling };
}

function receipt(piece: Piece, pieces: readonly Piece[], album: boolean): Text {
  if (piece.type !== "file") return say.received(piece.type);
  const { kind } = piece.file;
  const alike = pieces.filter((other) => other.type === "file" && other.file.kind === kind).length;
  return say.receivedFile(kind, album ? undefined : alike);
}

function count(pieces: readonly Piece[]): Text {
  const of = (matches: (piece: Piece) => boolean): number => pieces.filter(matches).length;
  const file = (kind: FileRef["kind"]): number =>
    of((piece) => piece.type === "file" && piece.file.kind === kind);
  return say.soFar([
    [of((piece) => piece.type === "words" || piece.type === "forward"), say.count.words],
    [file("photo"), say.count.photo],
    [file("voice"), say.count.voice],
    [file("video"), say.count.video],
    [file("document"), say.count.document],
    [of((piece) => piece.type === "location"), say.count.location],
  ]);
}

/** Starting over is offered only for an answer taken back: while things arrive, a "2" must not throw them away. */
function optionsFor(draft: Json): readonly Option[] {
  const reopened = (draft as { reopened?: boolean } | null)?.reopened === true;
  return reopened ? [done, afresh] : [done];
}

function read({ body, option }: Heard, draft: Json): Reading {
  const so = fromStored(draft);
  const said = body.type === "text" ? body.text : "";
  const picked = option ?? (so && optionNamed(said, optionsFor(draft))?.id);
  if (picked === afresh.id) return { kind: "wait", draft: null };
  const finished = picked === done.id || (said.length <= 20 && doneWords.has(fold(said))) || isYes(said);
  if (finished)
    return so === undefined ? { kind: "refuse" } : { kind: "answer", value: { pieces: so.pieces } };
  const grown = grow(so, body);
  if (grown === undefined) return { kind: "refuse" };
  if ("why" in grown) return { kind: "refuse", why: grown.why };
  return { kind: "wait", draft: grown.value as Json, silent: grown.silent };
}

/** Asks for words, photos, voice, video, locations in any order, until 「好了」. Opening words answer it at once. */
export function material(text: Text): Question<Material> {
  return {
    expects: say.expects.material,
    put(draft) {
      const so = fromStored(draft);
      return so === undefined
        ? { text, options: [] }
        : { text: count(so.pieces), options: optionsFor(draft) };
    },
    read,
    parse(stored) {
      const value = fromStored(stored);
      return value && { value };
    },
    open({ body }) {
      const grown = grow(undefined, body);
      if (grown === undefined) return { kind: "refuse" };
      return "why" in grown ? { kind: "refuse", why: grown.why } : { kind: "answer", value: grown.value };
    },
    reopen: (value) => ({ ...fromStored(value), reopened: true }) as unknown as Json,
    add: (value, body) => grow(fromStored(value), body) ?? { why: say.expects.material },
  };
}

/** One message as a material of its own, or one sentence why not; undefined when it holds nothing of one. */
export function materialOf(body: Body): Material | { readonly why: Text } | undefined {
  const grown = grow(undefined, body);
  return grown === undefined || "why" in grown ? grown : (grown.value as Material);
}

/** Is everything in a message part of a material? A voice is, whatever a machine made of it. */
export function isPartOf(said: Material, body: Body): boolean {
  if (body.type === "voice" || body.type === "transcript") return hasVoice(said, body.file);
  const piece = pieceOf(body);
  const kept = said.pieces.map((one) => JSON.stringify(one));
  return piece !== undefined && kept.includes(JSON.stringify(piece));
}

function hasVoice({ pieces }: Material, { channel, id }: FileRef): boolean {
  return pieces.some(
    (piece) => piece.type === "file" && piece.file.channel === channel && piece.file.id === id,
  );
}

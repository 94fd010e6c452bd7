/** What a page posts, turned into the core's words. Pure: nothing here stores or sends. */
import { z } from "zod";
import type { Body, InboundEvent } from "../../core/channel/index.ts";
import { readText } from "../../core/channel/index.ts";
import type { KeptFile } from "../../core/media/index.ts";
import { bot, caps, channel, longestText, refusals } from "./model.ts";
import type { Persona, Post, Say } from "./page/protocol.ts";

const client = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _");
const replyTo = z.string().min(1).max(200).optional();
const tokenBytes = caps.choices.kind === "native" ? caps.choices.tokenBytes : 0;

const say = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1) }),
  z.strictObject({
    type: z.literal("press"),
    token: z
      .string()
      .min(1)
      .refine((token) => Buffer.byteLength(token) <= tokenBytes, `at most ${String(tokenBytes)} bytes`),
  }),
  z.strictObject({
    type: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.strictObject({ type: z.literal("sticker") }),
]);

const post = z.strictObject({ client, say, replyTo });

const upload = z.object({
  client,
  replyTo,
  name: z.string().max(200).optional(),
  caption: z.string().max(1024).optional(),
  seconds: z.coerce.number().min(0).max(36_000).optional(),
});

/** What accompanies an uploaded file, in the query of its request. */
export type Upload = z.output<typeof upload>;

/** @throws Refused 400 or 413, with a sentence. */
export function readPost(body: unknown): Post {
  const read = parse(post, body);
  if (read.say.type === "text" && read.say.text.length > longestText) throw refusals.tooLong();
  return definedOnly(read);
}

/** @throws Refused 400, with a sentence. */
export function readUpload(query: unknown): Upload {
  return parse(upload, query);
}

/** One post as one event. */
export function eventOfPost(persona: Persona, posted: Post, at: number): InboundEvent {
  return event(persona, posted, at, bodyOf(posted.say));
}

/** One kept upload as one event. */
export function eventOfUpload(persona: Persona, uploaded: Upload, kept: KeptFile, at: number): InboundEvent {
  const { type, id, bytes } = kept;
  const file = definedOnly({ kind: type.kind, channel, id, mime: type.mime, bytes, name: uploaded.name });
  const body: Body =
    type.kind === "voice"
      ? definedOnly({ type: "voice", file, seconds: uploaded.seconds } as const)
      : definedOnly({ type: "media", file, caption: uploaded.caption } as const);
  return event(persona, uploaded, at, body);
}

function event(
  persona: Persona,
  deed: { readonly client: string; readonly replyTo?: string | undefined },
  at: number,
  body: Body,
): InboundEvent {
  return definedOnly({
    dedupeKey: `${persona.actor}/${deed.client}`,
    channel,
    bot,
    chat: persona.actor,
    actor: { id: persona.actor, name: persona.name },
    group: false,
    addressed: true,
    at,
    body,
    replyTo: deed.replyTo,
  });
}

function bodyOf(said: Say): Body {
  switch (said.type) {
    case "text":
      return readText(said.text);
    case "press":
      return { type: "action", token: said.token };
    case "location":
      return { type: "location", latitude: said.latitude, longitude: said.longitude };
    case "sticker":
      return { type: "sticker" };
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw refusals.malformed(`${where === "" ? "body" : where}: ${issue?.message ?? "?"}`);
}

type Defined<Value> = {
  [Key in keyof Value]: Exclude<Value[Key], undefined>;
};

/** Drops fields that are undefined: `exactOptionalPropertyTypes` tells absent from undefined. */
function definedOnly<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<Value>;
}

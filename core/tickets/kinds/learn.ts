import { forgetSubject, learnt, type Source } from "../../learning/index.ts";
import type { Moment } from "../../people/index.ts";
import type { Ticket } from "../model.ts";
import { isTeachable } from "./change/model.ts";

/**
 * What a matter turned out to be about is learnt from, as long as everybody who works on such matters may read it: nothing
 * sealed, no quarrel, nothing about somebody.
 */
export async function learnKind(
  { tx, now }: Pick<Moment, "tx" | "now">,
  ticket: Ticket,
  source: Source,
): Promise<void> {
  const { number, kind, what: words, reporter: person, unit } = ticket;
  const subject = `ticket ${number}`;
  const isPrivate = ticket.isSealed || ticket.about !== undefined;
  if (isPrivate || !isTeachable(kind)) return source === "confirmed" ? undefined : forgetSubject(tx, subject);
  const key = `category ${subject}`;
  await learnt(tx, { task: "category", words, label: kind, source, key, at: now, subject, person, unit });
}

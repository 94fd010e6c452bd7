import type { Body } from "../../channel/index.ts";
import { clean, isNo, isYes, meaningOf } from "../../language/index.ts";
import type { Text } from "../../language/index.ts";
import { wordsOf, type Question } from "../question.ts";
import { say } from "../texts.ts";

/** Where something is: the person's words, and degrees when a location was sent. */
export interface Place {
  readonly words: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

const maxPlaceWords = 200;

/** A location as a place, by its label or else by its degrees; undefined when it is nowhere on earth. */
export function placeOf({
  latitude,
  longitude,
  label,
}: Extract<Body, { type: "location" }>): Required<Place> | undefined {
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return undefined;
  const named = clean(label ?? "").slice(0, maxPlaceWords);
  const words = named === "" ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` : named;
  return { words, latitude, longitude };
}

/** 好, 不是, 谢谢: said to somebody who asks where, but no place. */
function isNoPlace(said: string): boolean {
  return isYes(said) || isNo(said) || ["greeting", "thanks"].includes(meaningOf(said));
}

/** False also for what JSON made of NaN: an event was written down before it is read. */
function isWithin(degrees: number, most: number): boolean {
  return Number.isFinite(degrees) && Math.abs(degrees) <= most;
}

/** Asks where; words or a location answer it. */
export function place(text: Text): Question<Place> {
  return {
    expects: say.expects.place,
    put: () => ({ text, options: [] }),
    read({ body }) {
      const located = body.type === "location" ? placeOf(body) : undefined;
      if (located) return { kind: "answer", value: located };
      const said = clean(wordsOf(body) ?? "");
      if (said.length > maxPlaceWords)
        return { kind: "refuse", why: say.tooLong(said.length, maxPlaceWords) };
      return said === "" || isNoPlace(said) ? { kind: "refuse" } : { kind: "answer", value: { words: said } };
    },
    parse(stored) {
      const value = stored as unknown as Place | null;
      return typeof value?.words === "string" ? { value } : undefined;
    },
  };
}

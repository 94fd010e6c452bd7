import type { Place } from "../questions/place.ts";

/** What the example flows need. */
export interface ReportServices {
  readonly persona: string;
  readonly tickets: {
    classify(words: string): Promise<{ kind?: string; where?: Place }>;
    likelyTwins(where: string, kind: string): Promise<{ number: number; about: string }[]>;
    follow(number: string): Promise<number>;
    file(key: string, words: string): Promise<number>;
    note(words: string): void;
  };
  /** Every deed done, in order. */
  readonly deeds: string[];
}

/** Services in memory, the same for every persona; a lamp by the crossing was reported before. */
export function exampleServices(): (persona: string) => ReportServices {
  const deeds: string[] = [];
  const numbers = new Map<string, number>();
  const tickets: ReportServices["tickets"] = {
    async classify(words) {
      const kind = words.includes("灯") ? "light" : words.includes("沟") ? "water" : undefined;
      const where = /(村口|路口)/.exec(words)?.[1];
      return { ...(kind && { kind }), ...(where && { where: { words: where } }) };
    },
    async likelyTwins(where, kind) {
      return where === "路口" && kind === "light" ? [{ number: 1024, about: "路口路灯不亮（昨天）" }] : [];
    },
    async follow(number) {
      deeds.push(`follow ${number}`);
      return Number(number);
    },
    async file(key, words) {
      const number = numbers.get(key) ?? 1024 + numbers.size + 1;
      numbers.set(key, number);
      deeds.push(`file ${words}`);
      return number;
    },
    note(words) {
      deeds.push(`note ${words}`);
    },
  };
  return (persona) => ({ persona, tickets, deeds });
}

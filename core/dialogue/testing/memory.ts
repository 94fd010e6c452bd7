import type { Alarms, Talk, TalkStore } from "../talk.ts";

/** Talks in memory, each through JSON in both directions as a database would. */
export function memoryTalks(): TalkStore & { readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  const read = (row: string | undefined): Talk | undefined =>
    row === undefined ? undefined : (JSON.parse(row) as Talk);
  return {
    rows,
    ofSpeaker: async (speaker) =>
      [...rows.values()].flatMap((row) => read(row) ?? []).filter((talk) => talk.speaker === speaker),
    find: async (id) => read(rows.get(id)),
    async save(talk) {
      rows.set(talk.id, JSON.stringify(talk));
    },
    async remove(id) {
      rows.delete(id);
    },
  };
}

export type Alarm = Parameters<Alarms["set"]>[0];

/** Alarms in memory; `due` takes out the earliest one not after `until`. */
export function memoryAlarms(): Alarms & {
  readonly waiting: Map<string, Alarm>;
  due(until: number): Alarm | undefined;
} {
  const waiting = new Map<string, Alarm>();
  return {
    waiting,
    async set(alarm) {
      waiting.set(alarm.key, alarm);
    },
    async cancel(key) {
      waiting.delete(key);
    },
    due(until) {
      const sorted = [...waiting.values()].sort((one, other) => one.fireAt - other.fireAt);
      const first = sorted.find(({ fireAt }) => fireAt <= until);
      if (first !== undefined) waiting.delete(first.key);
      return first;
    },
  };
}

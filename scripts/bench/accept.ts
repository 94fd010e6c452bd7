import { setTimeout as wait } from "node:timers/promises";
import { median, quantile, type Figure } from "./result.ts";
import { eventFrom, live, openVillage, type Village } from "./village.ts";

const backlog = 3_000;
/** Slow enough that the backlog shrinks. */
const pause = 8;
const mostAccepts = 800;

/** How long each accept takes while the backlog is worked through, milliseconds. */
async function acceptsDuring(village: Village, senders: readonly string[]): Promise<readonly number[]> {
  const { program } = village;
  const waiting = Array.from({ length: backlog }, (_, index) =>
    eventFrom(senders[index % senders.length] ?? "", { type: "text", text: `${index} 你好` }),
  );
  await program.intake.accept(waiting);
  const ended = new AbortController();
  const settling = program.settle().finally(() => ended.abort());
  const took: number[] = [];
  while (!ended.signal.aborted && took.length < mostAccepts) {
    const began = performance.now();
    await program.intake.accept([eventFrom("chen", { type: "text", text: "你好" })]);
    took.push(performance.now() - began);
    await wait(pause);
  }
  await settling;
  return took;
}

async function measure(name: string, chats: number): Promise<readonly Figure[]> {
  const village = await openVillage(chats);
  await live(village, [eventFrom("chen", { type: "text", text: "你好" })]);
  const began = performance.now();
  const took = await acceptsDuring(village, village.villagers);
  const drained = ((backlog + took.length) / (performance.now() - began)) * 1000;
  await village.remove();
  const note = `${took.length} accepts while ${backlog} wait, ${Math.round(drained)} turns/s meanwhile; 5 ms of each are gathering`;
  return [
    { name: `accept: p50, ${name}`, value: median(took), unit: "ms" },
    {
      name: `accept: p99, ${name}`,
      value: quantile(took, 0.99),
      unit: "ms",
      target: { value: 20, is: "at most" },
      note,
    },
    { name: `accept: longest, ${name}`, value: Math.max(...took), unit: "ms" },
  ];
}

/** Accept while 3,000 messages wait, all of one chat and one of each of 3,000 chats. */
export async function benchAccept(): Promise<readonly Figure[]> {
  return [...(await measure("one chat", 1)), ...(await measure("3,000 chats", backlog))];
}

import { expect, test } from "vitest";
import { gatherer } from "./gather.ts";

test("what comes together is committed together", async () => {
  const commits: (readonly string[])[] = [];
  const commit = gatherer<string>(5, (items) => Promise.resolve(void commits.push(items)));

  await Promise.all([commit("一"), commit("二")]);
  await commit("三");

  expect(commits).toEqual([["一", "二"], ["三"]]);
});

test("one that cannot be committed does not spoil the others", async () => {
  const done: string[] = [];
  const commit = gatherer<string>(5, (items) => {
    if (items.includes("坏")) return Promise.reject(new Error("broken"));
    return Promise.resolve(void done.push(...items));
  });

  const ends = await Promise.allSettled([commit("一"), commit("坏"), commit("二")]);

  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(done).toEqual(["一", "二"]);
});

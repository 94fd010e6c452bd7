import { describe, expect, it } from "vitest";
import { verbatim } from "../language/index.ts";
import { begin, type Book } from "./command.ts";
import { steps, type Flow, type Part, type Step } from "./flow.ts";
import { choice } from "./questions/choice.ts";
import { material, wordsIn } from "./questions/material.ts";
import { optional } from "./questions/optional.ts";
import { review } from "./questions/review.ts";
import { words } from "./questions/words.ts";
import type { Reply } from "./saying.ts";
import type { Talk } from "./talk.ts";
import { bareStage } from "./testing/index.ts";

interface Services {
  readonly deeds: string[];
  readonly broken: boolean;
}

const { ask, look, once, within } = steps<Services>();
const question = words(verbatim("?"));

/** A program of one flow that any message begins, whose telling can be exchanged as a deploy would. */
function program(tell: () => Part<Services, Reply>) {
  const services = { deeds: [] as string[], broken: false };
  const flow: Flow<Services> = { name: "one", title: verbatim("one"), tell };
  const book = { flows: [flow], commands: [], otherwise: async () => begin(flow) };
  const stage = bareStage({ book: book satisfies Book<Services>, services: () => services });
  const say = async (text: string): Promise<string[]> => {
    await stage.say("A", { type: "text", text });
    return (await stage.heard()).map((message) => message.text);
  };
  const deploy = (next: () => Part<Services, Reply>): void => {
    book.flows = [{ ...flow, tell: next }];
  };
  const log = (): Talk["log"] => [...stage.talks.values()].flatMap((row) => (JSON.parse(row) as Talk).log);
  return { services, book, stage, say, deploy, log };
}

describe("telling a flow", () => {
  it("keeps undefined from a deed as null and does the deed once", async () => {
    const { say, services, log } = program(function* () {
      const nothing = yield* once("deed", ({ deeds }) => {
        deeds.push("done");
      });
      const name = yield* ask("name", question);
      return verbatim(`${name} ${nothing}`);
    });

    const said = [await say("begin"), await say("返回"), await say("Ann")].flat();

    expect(said).toEqual(["?", expect.stringContaining("退不回去"), "Ann null"]);
    expect(services.deeds).toEqual(["done"]);
    expect(log()).toEqual([]);
  });

  it("gives a deed the same key however often the turn is told again", async () => {
    const keys: string[] = [];
    const { say, services } = program(function* () {
      yield* ask("name", question);
      yield* once("deed", ({ broken }, key) => {
        keys.push(key);
        if (broken) throw new Error("disk full");
      });
      return verbatim("end");
    });
    await say("begin");
    Object.assign(services, { broken: true });

    await expect(say("Ann")).rejects.toThrow("disk full");
    Object.assign(services, { broken: false });
    const said = await say("Ann");

    expect(said).toEqual(["end"]);
    expect(keys[0]).toMatch(/^[\w-]{12}\.deed$/);
    expect(new Set(keys).size).toBe(1);
  });

  it("stores nothing of a turn in which a service failed", async () => {
    const { say, services, stage } = program(function* () {
      yield* ask("name", question);
      yield* look("reads", ({ broken }) => {
        if (broken) throw new Error("no network");
        return 1;
      });
      return verbatim("end");
    });
    await say("begin");
    const before = [...stage.talks.values()];
    Object.assign(services, { broken: true });

    await expect(say("Ann")).rejects.toThrow("no network");

    expect([...stage.talks.values()]).toEqual(before);
  });

  it.each<[string, () => Part<Services, Reply>, RegExp]>([
    [
      "two steps of one name",
      function* () {
        yield* look("a", () => 1);
        yield* look("a", () => 2);
        return verbatim("");
      },
      /two steps .* "a"/,
    ],
    [
      "a step that was made and not told, before another",
      function* () {
        void once("lost", () => 1);
        yield* look("b", () => 2);
        return verbatim("");
      },
      /"lost" was made but not told/,
    ],
    [
      "a step that was made and not told, at the end",
      function* () {
        yield* look("b", () => 2);
        void within("lost", part());
        return verbatim("");
      },
      /"lost" was made but not told/,
    ],
    [
      "a value that is no plain data",
      function* () {
        yield* look("when", () => new Date(0));
        return verbatim("");
      },
      /when: only plain data can be kept, not a Date/,
    ],
    [
      "a name that does not fit into a token",
      function* () {
        yield* ask("村口", question);
        return verbatim("");
      },
      /step name/,
    ],
    [
      "a button longer than a platform takes",
      function* () {
        yield* ask("a".repeat(40), choice(verbatim("?"), [{ id: "b".repeat(20), label: verbatim("b") }]));
        return verbatim("");
      },
      /longer than 64 bytes/,
    ],
    [
      "a review that changes what was never asked",
      function* () {
        yield* ask("sure", review({ text: verbatim("?"), changes: { where: verbatim("where") } }));
        return verbatim("");
      },
      /"sure" offers to change "where"/,
    ],
  ])("refuses %s", async (_, tell, message) => {
    const { say } = program(tell);

    await expect(say("begin")).rejects.toThrow(message);
  });

  it("is not troubled by a step left over from a flow that threw half-way", async () => {
    const { say } = program(function* () {
      yield* ask("name", question);
      return verbatim("end");
    });
    void ask("left over", question);

    expect(await say("begin")).toEqual(["?"]);
  });
});

function* part(): Part<Services, string> {
  return yield* ask("inner", question);
}

const three = [1, 2, 3].map((number) => ({ id: `n${number}`, label: verbatim(`n${number}`) }));

describe("a deploy in the middle of a talk", () => {
  function* told(...names: readonly string[]): Generator<Step<Services>, Reply, unknown> {
    const answers: string[] = [];
    for (const name of names) answers.push(yield* ask(name, words(verbatim(`${name}?`))));
    return verbatim(answers.join(" "));
  }

  it("may add, remove and move steps; answers are kept by name", async () => {
    const { say, deploy } = program(() => told("first", "second", "third", "fourth"));
    for (const words_ of ["begin", "one", "two", "three"]) await say(words_);

    deploy(() => told("new", "third", "first", "last"));
    const said = [await say("fresh"), await say("end")].flat();

    expect(said).toEqual(["last?", "fresh three one end"]);
  });

  it("asks again what no longer fits", async () => {
    const { say, deploy } = program(function* () {
      const picked = yield* ask("pick", choice(verbatim("pick?"), three));
      return verbatim(`${picked} ${yield* ask("name", question)}`);
    });
    await say("begin");
    await say("2");

    deploy(function* () {
      const picked = yield* ask("pick", choice(verbatim("pick?"), three.slice(2)));
      return verbatim(`${picked} ${yield* ask("name", question)}`);
    });
    const said = [await say("帮助"), await say("n3"), await say("Ann")].flat();

    expect(said.at(0)).toContain("pick?");
    expect(said.slice(1)).toEqual(["?", "n3 Ann"]);
  });

  it("that ended the flow tells the end; one that removed the flow says so and goes on", async () => {
    const first = program(() => told("name"));
    const second = program(() => told("name"));
    await first.say("begin");
    await second.say("begin");

    first.deploy(() => told());
    second.book.flows = [{ ...second.book.flows[0], name: "other" } as Flow<Services>];

    expect(await first.say("Ann")).toEqual([""]);
    expect(await second.say("Ann")).toEqual([expect.stringContaining("办不了了")]);
    expect(first.stage.talks.size + second.stage.talks.size).toBe(0);
  });
});

describe("a deed", () => {
  it("is not crossed by changing what was asked before it", async () => {
    const { say, services } = program(function* () {
      const name = yield* ask("name", question);
      yield* once("deed", ({ deeds }) => deeds.push(name));
      yield* ask("sure", review({ text: verbatim(name), changes: { name: verbatim("改名") } }));
      return verbatim("end");
    });
    await say("begin");
    await say("Ann");

    const said = [await say("改名"), await say("对")].flat();

    expect(said).toEqual([expect.stringContaining("退不回去"), "end"]);
    expect(services.deeds).toEqual(["Ann"]);
  });

  it("that cannot be done does not hold the person: 取消 leads out", async () => {
    const { say, deploy } = program(function* () {
      yield* ask("name", question);
      return verbatim("end");
    });
    await say("begin");
    deploy(function* () {
      yield* once("deed", () => {
        throw new Error("never works");
      });
      return verbatim("end");
    });

    await expect(say("Ann")).rejects.toThrow("never works");

    expect(await say("取消")).toEqual(["好，「one」不办了。"]);
  });
});

describe("answers", () => {
  it("of a sub-flow stand under its prefix", async () => {
    const { say, log } = program(function* () {
      const inner = yield* within("home", part());
      return verbatim(`${inner} ${yield* ask("inner", question)}`);
    });
    await say("begin");
    await say("one");

    expect(log()).toEqual([{ kind: "ask", name: "home.inner", value: "one" }]);
    expect(await say("two")).toEqual(["one two"]);
  });

  it("that were presumed are asked when the person steps back to change them", async () => {
    const { say } = program(function* () {
      const kind = yield* ask("kind", words(verbatim("kind?")), "guessed");
      const sure = yield* ask("sure", review({ text: verbatim(kind), changes: { kind: verbatim("改") } }));
      return verbatim(`${kind} ${sure}`);
    });

    const said = [await say("begin"), await say("改"), await say("真的"), await say("对")].flat();

    expect(said).toEqual(["guessed", "kind?", "真的", "真的 true"]);
  });

  it("that were presumed and are none the question knows are asked", async () => {
    const options = [{ id: "lamp", label: verbatim("lamp") }];
    const { say } = program(function* () {
      const kind = yield* ask("kind", choice<string>(verbatim("kind?"), options), "accusation");
      return verbatim(kind);
    });

    expect([await say("begin"), await say("lamp")].flat()).toEqual(["kind?", "lamp"]);
  });

  it("asked later stay when the material grows; what was read or presumed from it is done anew", async () => {
    let looks = 0;
    const { say } = program(function* () {
      const what = yield* ask("what", material(verbatim("what?")));
      const length = yield* look("length", () => {
        looks += 1;
        return wordsIn(what).length;
      });
      const size = yield* ask("size", question, String(length));
      const name = yield* ask("name", words(verbatim("name?")));
      yield* ask("sure", review({ text: verbatim(`${name} ${size}`) }));
      return verbatim(`${name} ${size}`);
    });
    for (const text of ["begin", "ab", "好了", "Ann"]) await say(text);

    await say("cd");

    expect(await say("对")).toEqual(["Ann 5"]);
    expect(looks).toBe(2);
  });

  it("left out by 跳过 are null, and skipping what is asked is refused", async () => {
    const { say } = program(function* () {
      const note = yield* ask("note", optional(question));
      return verbatim(`${note} ${yield* ask("name", question)}`);
    });
    await say("begin");

    const said = [await say("跳过"), await say("跳过"), await say("Ann")].flat();

    expect(said).toEqual(["?", expect.stringContaining("跳不过"), "null Ann"]);
  });
});

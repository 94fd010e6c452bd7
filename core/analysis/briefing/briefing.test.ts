/** A briefing and what is written on it, at once and twice, on both databases. */
import { expect, test } from "vitest";
import { sayings, type Reply } from "../../dialogue/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day } from "../../time/index.ts";
import { first, monday, openTown, town } from "../testing/openTown.ts";
import { ringAnalysis } from "./ring.ts";
import { answerFor, briefingsView, briefingView, instruct, note } from "./service.ts";
import { briefingById, instructionsOn } from "./store.ts";
import { previewOf, sendBriefing } from "./write.ts";

const topic = { unit: first ?? "", kind: "lamp", date: "2026-11-30" };
const draft = { leader: "xu", words: "换整条线" };

function read(reply: Reply): string {
  return sayings(reply)
    .map(({ text }) => text.zh)
    .join("\n");
}

describeOnEachEngine("a briefing", (open) => {
  async function openRoom() {
    const stage = await openTown(open);
    await stage.change(async (tx) => {
      await stage.addPerson(tx, "王秀英");
      await stage.addPerson(tx, "zhao", { role: "dispatcher", unit: town ?? "" });
      await stage.addPerson(tx, "xu", { role: "direct_leader", unit: town ?? "" });
      await stage.addPerson(tx, "other", { role: "area_leader", unit: town ?? "" });
      await stage.tellOf(tx, "王秀英");
    });
    return {
      ...stage,
      send: (key: string, words = draft.words) =>
        stage.as("zhao", (acting) => sendBriefing(acting, key, topic, { ...draft, words })),
      written: () => stage.change((tx) => instructionsOn(tx, 1)),
      state: async () => (await stage.change((tx) => briefingById(tx, 1)))?.state,
    };
  }

  test("is sent once for a message, however often the message comes", async () => {
    const { send, said, change } = await openRoom();

    const replies = [read(await send("in:1")), read(await send("in:1"))];

    expect(replies).toEqual(["专报 1 已送到。有批示马上告诉您。", "这份专报已经发出了。"]);
    expect(said.map(({ address }) => address)).toEqual(["paper/bot/xu"]);
    expect(await change((tx) => briefingById(tx, 2))).toBeUndefined();
  });

  test("names nobody who told of it, whoever writes the name", async () => {
    const { as, said, send } = await openRoom();
    const words = "王秀英（13812345678）说灯坏了";

    const preview = await as("zhao", (acting) => previewOf(acting, topic, { ...draft, words }));
    await send("in:1", words);

    const whole = JSON.stringify([preview, said]);
    expect(whole).not.toMatch(/王秀英|13812345678/);
    expect(whole).toContain("村民（＊）说灯坏了");
  });

  test("is instructed on by its leader alone, once at a time, and answered once by the command room", async () => {
    const { as, send, written, state } = await openRoom();
    await send("in:1");

    await as("other", (acting) => instruct(acting, "in:2", 1, "不归我"));
    await Promise.all(
      ["in:3", "in:4"].map((key) => as("xu", (acting) => instruct(acting, key, 1, `办 ${key}`))),
    );
    const once = await written();
    await as("xu", (acting) => answerFor(acting, 1, "不归我回"));
    await Promise.all(["一", "二"].map((words) => as("zhao", (acting) => answerFor(acting, 1, words))));

    expect(once).toHaveLength(1);
    expect((await written()).map(({ leader, answer }) => [leader, answer?.by])).toEqual([["xu", "zhao"]]);
    expect(await state()).toBe("answered");
  });

  test("is no longer hers when she has lost her post, nor is her word", async () => {
    const { as, change, send, state } = await openRoom();
    await send("in:1");
    await change((tx) => tx.deleteFrom("membership").where("person_id", "=", "xu").execute());

    const replies = await Promise.all([
      as("xu", (acting) => briefingView(acting, 1)),
      as("xu", (acting) => note(acting, 1)),
      as("xu", (acting) => instruct(acting, "in:2", 1, "办")),
    ]);

    expect(new Set(replies.map(read))).toEqual(new Set(["没有这份专报，或者不归您看。"]));
    expect(await state()).toBe("sent");
  });

  test("keeps no number of a matter: what is sealed later is nowhere in it", async () => {
    const { as, change, send, tellOf } = await openRoom();
    await change((tx) => tellOf(tx, "王秀英", { createdAt: monday + day }));
    await send("in:1");
    await change((tx) => tx.updateTable("ticket").set({ sealed: 1 }).execute());

    const view = await as("xu", (acting) => briefingView(acting, 1));

    expect(read(view)).toContain("1 人反映");
    expect(JSON.stringify(view)).not.toMatch(/100[12]/);
  });

  test("goes to whoever leads there now when its leader has left, and to her no more, whatever becomes of it", async () => {
    const { as, change, send, said, stage, momentOf, state } = await openRoom();
    await send("in:1");
    await change((tx) => tx.deleteFrom("membership").where("person_id", "=", "xu").execute());
    const before = said.length;
    stage.now += 2 * day;

    await change((tx) => ringAnalysis(momentOf(tx), "unread 1"));
    const asked = await change((tx) => tx.selectFrom("nag").select("recipient").execute());
    const list = read(await as("other", briefingsView));
    await as("other", (acting) => instruct(acting, "in:2", 1, "查清再报"));
    await as("zhao", (acting) => answerFor(acting, 1, "已查清"));
    const heard = said.slice(before).map(({ address }) => address);
    await change((tx) => tx.deleteFrom("membership").where("person_id", "=", "other").execute());
    await as("zhao", (acting) => answerFor(acting, 1, "再答"));

    expect(asked).toEqual([{ recipient: "other" }]);
    expect(list).toContain("民情专报，最近 1 份");
    expect(heard).toEqual(["paper/bot/zhao", "paper/bot/other"]);
    expect(await state()).toBe("answered");
    expect(read(await as("other", (acting) => briefingView(acting, 1)))).toContain("或者不归您看");
  });

  test("is followed by whoever is in the command room when its writer has left it", async () => {
    const { as, addPerson, change, send, stage, momentOf, state } = await openRoom();
    await send("in:1");
    await as("xu", (acting) => instruct(acting, "in:2", 1, "查清再报"));
    await change(async (tx) => {
      await tx.deleteFrom("membership").where("person_id", "=", "zhao").execute();
      await addPerson(tx, "qian", { role: "dispatcher", unit: town ?? "" });
    });
    stage.now += 6 * day;

    // After an outage: all that was due rings at once.
    for (const subject of ["instruction 1", "late 1"])
      await change((tx) => ringAnalysis(momentOf(tx), subject));
    const reminded = await change((tx) =>
      tx.selectFrom("nag").select("recipient").orderBy("recipient").execute(),
    );
    const left = read(await as("zhao", (acting) => answerFor(acting, 1, "我来回")));
    await as("qian", (acting) => answerFor(acting, 1, "已查清"));

    expect(reminded.map(({ recipient }) => recipient)).toEqual(["qian", "xu"]);
    expect(left).toContain("或者不归您看");
    expect(await state()).toBe("answered");
  });

  test("has no names of those who told in what is written on it, nor in the answer", async () => {
    const { as, send, written } = await openRoom();
    await send("in:1");

    await as("xu", (acting) => instruct(acting, "in:2", 1, "王秀英 13812345678 再去看一次"));
    await as("zhao", (acting) => answerFor(acting, 1, "王秀英满意了，电话１３８１２３４５６７８"));

    const [instruction] = await written();
    expect([instruction?.words, instruction?.answer?.words]).toEqual([
      "村民 ＊ 再去看一次",
      "村民满意了，电话＊",
    ]);
  });
});

import { expect, test } from "vitest";
import { changePolicy } from "../drafts/store.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { openReader, twoSections } from "./testing/openReader.ts";

describeOnEachEngine("a document that an editor sent", (open) => {
  test("is read into the passages of its draft, once, and she is told", async () => {
    const { reader, sent, found, told } = await openReader(open);
    const id = await sent("kept");

    await reader.drain();
    await reader.drain();

    expect(await found(id)).toEqual({ state: "draft", articles: ["第一条", "第二条"] });
    expect(told).toHaveLength(1);
  });

  test("is not due as long as its platform has not handed it over", async () => {
    const { reader, sent, found, told, database } = await openReader(open);
    const id = await sent("waiting");

    expect(await reader.due(10)).toEqual([]);
    await database.transaction((tx) =>
      tx
        .updateTable("media")
        .set({ state: "kept", sha256: "a".repeat(64), mime: "text/plain" })
        .execute(),
    );
    await reader.drain();

    expect(await found(id)).toMatchObject({ state: "draft" });
    expect(told).toHaveLength(1);
  });

  test.each([
    ["old.doc", "refused", /另存为 .docx/u],
    ["game.exe", "refused", /这种文件读不了/u],
    ["notice.docx", "gone", /没取到/u],
  ])("%s that is %s has its reason", async (name, state, sentence) => {
    const { reader, sent, found, told } = await openReader(open);
    const id = await sent(state, name);

    await reader.drain();

    expect(await found(id)).toEqual({ state: "unreadable", articles: [] });
    expect(told.join()).toMatch(sentence);
  });

  test("that breaks what reads it is refused and reported", async () => {
    const { reader, sent, found, told, reads, reported } = await openReader(open);
    reads.next = () => Promise.reject(new Error("the reader broke"));
    const id = await sent("kept");

    await reader.drain();

    expect(await found(id)).toMatchObject({ state: "unreadable" });
    expect(reported).toHaveLength(1);
    expect(told.join()).toMatch(/打不开/u);
  });

  test("of which the program died three times is not read a fourth time", async () => {
    const { reader, sent, found, told, reads, database } = await openReader(open);
    reads.next = () => Promise.reject(new Error("never asked"));
    const id = await sent("kept");
    await database.transaction((tx) => tx.updateTable("policy_document").set({ attempts: 3 }).execute());

    await reader.drain();

    expect(await found(id)).toMatchObject({ state: "unreadable" });
    expect(told.join()).toMatch(/读了太久/u);
  });

  test("whose draft was dropped while it was read changes nothing and tells nobody", async () => {
    const { reader, sent, found, told, reads, database, clock } = await openReader(open);
    const id = await sent("kept");
    reads.next = async () => {
      const withdrawn = { why: "dropped", at: clock.now() };
      await database.transaction((tx) => changePolicy(tx, id, { state: "withdrawn", withdrawn }));
      return twoSections;
    };

    await reader.drain();

    expect(await found(id)).toEqual({ state: "withdrawn", articles: [] });
    expect(told).toEqual([]);
  });

  test("is left for the next life when the program stops", async () => {
    const { reader, sent, found, reads } = await openReader(open);
    const id = await sent("kept");
    reads.next = () => {
      reader.stop();
      return new Promise(() => undefined);
    };

    await reader.drain();

    expect(await found(id)).toEqual({ state: "reading", articles: [] });
  });
});

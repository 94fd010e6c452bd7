import { afterEach, expect } from "vitest";
import type { FileRef } from "../../core/channel/index.ts";
import { channelContract } from "../../core/channel/testing/channelContract.ts";
import type { OpenChannel, Person, Shown } from "../../core/channel/testing/channelContract.ts";
import type { FakePerson } from "./testing/fakePerson.ts";
import type { FakeTelegram } from "./testing/fakeTelegram.ts";
import { KeptFiles } from "../../core/media/index.ts";
import { samples } from "../../core/media/testing/samples.ts";
import { newFolder } from "../../core/store/testing/index.ts";
import { openTelegram } from "./testing/telegramStage.ts";

const sampleOf = { photo: "jpg", voice: "ogg", video: "mp4", document: "pdf" } as const;

let opened: FakeTelegram | undefined;

/** Whatever else a test of the contract says: the fake saw only calls that the Bot API knows, and forgot no update. */
afterEach(() => {
  expect(opened?.malformed).toEqual([]);
  expect(opened?.updates.forgotten).toEqual([]);
});

function asContractPerson(fake: FakeTelegram, person: FakePerson): Person {
  const sendsFile = (kind: FileRef["kind"]) => (bytes: Uint8Array) => person.sends(kind, bytes);
  return {
    says: (text) => person.says(text),
    repliesTo: (id, text) => person.repliesTo(Number(id), text),
    sendsLocation: (latitude, longitude) => person.sendsLocation(latitude, longitude),
    sendsSticker: () => person.sendsSticker(),
    presses: (label) => person.presses(label),
    isRepeated: () => fake.updates.repeatLast(),
    sendsFile: {
      photo: sendsFile("photo"),
      voice: sendsFile("voice"),
      video: sendsFile("video"),
      document: sendsFile("document"),
    },
  };
}

for (const mode of ["polling", "webhook"] as const) {
  channelContract(`telegram by ${mode}`, {
    async open(intake): Promise<OpenChannel> {
      const files = new KeptFiles(newFolder());
      const stage = await openTelegram({ mode, readKept: (name) => files.read(name) });
      opened = stage.fake;
      stage.fake.limits.setAll("off");
      const wang = stage.fake.person(7_001, { name: "王婶" });
      stage.fake.person(7_002).chat.access = "blocked";
      await stage.start(intake);
      return {
        adapter: stage.adapter,
        to: stage.addressOf(wang.id),
        gone: stage.addressOf(7_002),
        person: asContractPerson(stage.fake, wang),
        sample: (kind) => samples[sampleOf[kind]],
        keep: async (bytes) => (await files.keep(bytes))?.id ?? "",
        sees: async () =>
          wang.sees().map(({ id, text, buttons, file }): Shown => ({
            id: String(id),
            text,
            buttons: buttons.flat(),
            ...(file && { file: file as FileRef["kind"] }),
          })),
        abort: () => stage.abort(),
        close: () => stage.close(),
      };
    },
  });
}

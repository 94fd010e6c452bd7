import { readAddress } from "../core/channel/index.ts";

/** Whose talks these are: one chat, one person in it. */
export function speakerKey(address: string, actor: string): string {
  return `${address} ${actor}`;
}

/** The account of a speaker key. */
export function accountOfSpeaker(speaker: string): {
  readonly channel: string;
  readonly bot: string;
  readonly actor: string;
} {
  const { channel, bot } = readAddress(addressOfSpeaker(speaker));
  return { channel, bot, actor: speaker.slice(speaker.lastIndexOf(" ") + 1) };
}

/** The chat of a speaker key. */
export function addressOfSpeaker(speaker: string): string {
  return speaker.slice(0, speaker.lastIndexOf(" "));
}

import type { Text } from "../language/index.ts";
import type { Flow } from "./flow.ts";
import type { Saying } from "./saying.ts";
import { answersOf, type Alarms, type Talk, type TalkStore } from "./talk.ts";
import { alarmKey, deletedAfter, quietAfter, talkAlarm } from "./talks.ts";
import { say } from "./texts.ts";
import { talkStep, writeToken } from "./token.ts";

export const resumeOption = "resume";
export const discardOption = "discard";

/** An alarm of kind `talkAlarm` that is due. */
export interface TalkAlarm {
  readonly talkStore: TalkStore;
  readonly alarms: Alarms;
  /** The alarm's subject: the talk's id. */
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Messages nobody asked for, and whose they are. */
export interface Unasked {
  readonly speaker: string;
  readonly sayings: readonly Saying[];
}

/** What a talk is about, in the flow's words; its title where the flow has none. */
export function aboutOf(talk: Talk, flow: Flow<never, never> | undefined): Text {
  return flow?.about?.(answersOf(talk)) ?? flow?.title ?? say.thing;
}

/** Asks once after a day's silence; deletes after seven days, with a word if the talk was still open. */
export async function talkAlarmed(
  flows: ReadonlyMap<string, Flow<never, never>>,
  { talkStore, alarms, subject, now }: TalkAlarm,
): Promise<Unasked | undefined> {
  const talk = await talkStore.find(subject);
  if (talk === undefined) return undefined;
  const silence = now - talk.touchedAt;
  const about = aboutOf(talk, flows.get(talk.flow));
  const wake = async (after: number): Promise<void> =>
    alarms.set({
      key: alarmKey(talk.id),
      kind: talkAlarm,
      subject: talk.id,
      fireAt: talk.touchedAt + after,
    });
  if (silence >= deletedAfter) {
    await talkStore.remove(talk.id);
    if (talk.state === "kept") return undefined;
    return { speaker: talk.speaker, sayings: [{ text: say.expired(about) }] };
  }
  const asks = talk.state === "open" && silence >= quietAfter;
  await wake(asks || talk.state === "kept" ? deletedAfter : quietAfter);
  if (!asks) return undefined;
  const choices = [
    { label: say.resume, token: writeToken({ talk: talk.id, step: talkStep, option: resumeOption }) },
    { label: say.discard, token: writeToken({ talk: talk.id, step: talkStep, option: discardOption }) },
  ];
  const text = say.unfinished(about, silence < 2 * quietAfter);
  return { speaker: talk.speaker, sayings: [{ text, choices }] };
}

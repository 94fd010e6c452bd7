import { steps, unsaid, type Flow } from "../../dialogue/index.ts";
import { say } from "../texts.ts";
import { whatSheSaid, type Released, type Take } from "./question.ts";

/** What the flow may do with what she confirmed. */
export interface SpeechServices {
  readonly speech: {
    /** Writes each message into the inbox, as if she had sent it now, after what waits there already. */
    readonly release: (key: string, released: Released) => Promise<void>;
  };
}

const { ask, once } = steps<SpeechServices>();

/** Nothing a machine heard counts as her words before she has said so; then it goes on as if she had typed it. */
export const hearOut: Flow<SpeechServices, Take> = {
  name: "voice",
  title: say.title,
  *tell(take) {
    const said = yield* ask("said", whatSheSaid(take));
    yield* once("release", ({ speech }, key) => speech.release(key, said));
    return unsaid;
  },
};

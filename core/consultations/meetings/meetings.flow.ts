import { optional, review, steps, type Flow } from "../../dialogue/index.ts";
import { shortWords } from "../convene/question.ts";
import type { ConsultationServices } from "../desk.ts";
import { taskLines } from "../tasks/question.ts";
import { say } from "../texts.ts";
import { until } from "../when/question.ts";
import { meetingRange } from "./model.ts";
import { agenda, invitees } from "./question.ts";

const { ask, look, once } = steps<ConsultationServices>();

/** Calls a meeting: what, when, about what, who comes. */
export const callMeeting: Flow<ConsultationServices> = {
  name: "call_meeting",
  title: say.meetingTitle,
  *tell() {
    const floor = yield* look("floor", ({ consultations }) => consultations.meetings.floor());
    if ("refused" in floor) return floor.refused;
    const title = yield* ask("title", shortWords(say.askTitle, say.titleLimit));
    const when = yield* ask("when", until(say.askMeetingWhen, floor.now, meetingRange));
    const items = yield* ask("agenda", agenda(say.askAgenda));
    const who = invitees(say.askInvited(floor.below), floor.names, floor.below);
    const invited = yield* ask("invited", who);
    const call = { title, when, items, invited };
    const text = yield* look("preview", ({ consultations }) => consultations.meetings.preview(call));
    const { meetingChanges: changes, sendMeeting: yes, dropMeeting: drop } = say;
    const sure = yield* ask("sure", review({ text, changes, yes, add: false, drop }));
    if (!sure) return say.meetingDropped;
    return yield* once("call", ({ consultations }, key) => consultations.meetings.call(key, call));
  },
};

/** Notes what came of a meeting, and what is required of whom. */
export const holdMeeting: Flow<ConsultationServices, { readonly meeting: number }> = {
  name: "hold_meeting",
  title: say.holdTitle,
  *tell({ meeting }) {
    const found = yield* look("meeting", ({ consultations }) => consultations.meetings.holdable(meeting));
    if ("refused" in found) return found.refused;
    const minutes = yield* ask("minutes", shortWords(found.text, say.minutesLimit));
    const required = optional(taskLines(say.askRequirements, found.names, found.now));
    const tasks = (yield* ask("tasks", required)) ?? [];
    const text = yield* look("review", ({ consultations }) => consultations.meetings.review(minutes, tasks));
    const { heldChanges: changes, sendMinutes: yes, notYet: drop } = say;
    const sure = yield* ask("sure", review({ text, changes, yes, add: false, drop }));
    if (!sure) return say.notDecided;
    return yield* once("hold", ({ consultations }, key) =>
      consultations.meetings.hold(key, meeting, { minutes, tasks }),
    );
  },
};

/** Calls a meeting off, with the reason. */
export const callOffMeeting: Flow<ConsultationServices, { readonly meeting: number }> = {
  name: "call_off_meeting",
  title: say.offMeetingTitle,
  *tell({ meeting }) {
    const refusal = yield* look("meeting", ({ consultations }) => consultations.meetings.whyNotOff(meeting));
    if (refusal) return refusal.refused;
    const reason = yield* ask("reason", shortWords(say.askWhyNoMeeting, say.reasonLimit));
    return yield* once("off", ({ consultations }) => consultations.meetings.callOff(meeting, reason));
  },
};

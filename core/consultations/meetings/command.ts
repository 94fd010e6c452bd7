import { begin, type Begin, type Choice, type Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { say } from "../texts.ts";
import { callMeeting, callOffMeeting, holdMeeting } from "./meetings.flow.ts";
import { followUp, heldBy, meetingUnit } from "./service.ts";
import { meetingsOf, type Meeting } from "./store.ts";

const listLength = 8;

/** `/meeting` lists, `/meeting new` calls one, `/meeting 3` shows, holds or calls off. */
export async function meetingCommand(args: string, acting: Acting): Promise<Reply | Begin> {
  const [word = "", verb = ""] = args.normalize("NFKC").trim().toLowerCase().split(/\s+/);
  if (word === "") return meetings(acting);
  if (word === "new") return begin(callMeeting);
  const id = /^\d{1,9}$/.test(word) ? Number(word) : Number.NaN;
  if (Number.isNaN(id)) return meetings(acting);
  const meeting = await heldBy(acting, id);
  if ("refused" in meeting) return meeting.refused;
  if (verb === "hold") return begin(holdMeeting, { meeting: id });
  if (verb === "off") return begin(callOffMeeting, { meeting: id });
  return meetingView(acting, meeting);
}

async function meetings(acting: Acting): Promise<Reply> {
  const unit = await meetingUnit(acting);
  if (!unit) return say.noSuchMeeting;
  const found = await meetingsOf(acting.tx, unit.code, listLength);
  const lines = found.map(({ id, title, heldAt, state }) => ({
    label: say.meetingLine(title, acting.calendar.moment(heldAt), say.meetingStates[state]),
    token: `/meeting ${id}`,
  }));
  const choices = [...lines, { label: say.callMeeting, token: "/meeting new" }];
  return { text: say.meetings(unit.name, found.length), choices };
}

async function meetingView(acting: Acting, meeting: Meeting): Promise<Reply> {
  const { id, title, heldAt, items, invited, state, minutes } = meeting;
  const text = say.meetingView({
    title,
    at: acting.calendar.moment(heldAt),
    items,
    invited: invited.map(({ name }) => name),
    state: say.meetingStates[state],
    minutes,
    tasks: state === "held" ? await followUp(acting, id) : { zh: "", en: "" },
  });
  const does = (label: Text, verb: string): Choice => ({ label, token: `/meeting ${id} ${verb}` });
  if (state !== "called") return { text, choices: [{ label: say.callMeeting, token: "/meeting new" }] };
  return { text, choices: [does(say.hold, "hold"), does(say.offMeeting, "off")] };
}

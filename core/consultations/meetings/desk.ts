import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Refusal } from "../../tickets/index.ts";
import type { TaskLine } from "../tasks/reading.ts";
import type { Wall } from "../../language/index.ts";
import {
  callMeeting,
  callOffMeeting,
  floorFor,
  holdable,
  holdMeeting,
  previewMeeting,
  reviewMeeting,
  whyNotOff,
  type Floor,
  type MeetingCall,
} from "./service.ts";

/** What flows may do with meetings, for whoever speaks. */
export interface MeetingDesk {
  floor(): Promise<Floor | Refusal>;
  preview(call: MeetingCall): Promise<Text>;
  call(key: string, call: MeetingCall): Promise<Reply>;
  holdable(
    meeting: number,
  ): Promise<{ readonly text: Text; readonly now: Wall; readonly names: readonly string[] } | Refusal>;
  review(minutes: string, tasks: readonly TaskLine[]): Text;
  hold(key: string, meeting: number, given: { minutes: string; tasks: readonly TaskLine[] }): Promise<Reply>;
  whyNotOff(meeting: number): Promise<Refusal | null>;
  callOff(meeting: number, reason: string): Promise<Reply>;
}

/** @param known who acts; throws for a stranger. */
export function meetingDesk(known: () => Acting): MeetingDesk {
  return {
    floor: () => floorFor(known()),
    preview: (call) => previewMeeting(known(), call),
    call: (key, call) => callMeeting(known(), key, call),
    holdable: (meeting) => holdable(known(), meeting),
    review: (minutes, tasks) => reviewMeeting(known(), minutes, tasks),
    hold: (key, meeting, given) => holdMeeting(known(), key, meeting, given),
    whyNotOff: (meeting) => whyNotOff(known(), meeting),
    callOff: (meeting, reason) => callOffMeeting(known(), meeting, reason),
  };
}

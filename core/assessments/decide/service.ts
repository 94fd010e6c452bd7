import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { nag, type Acting, type Moment } from "../../people/index.ts";
import { cancelAlarm, dateAfter, dropAllButFacts, setAlarm } from "../../time/index.ts";
import { yearAlarm } from "../alarm.ts";
import { aboutList, makeAndTell, named, remindKey, tellDeciders } from "../make/schedule.ts";
import { daysOffered, isOn, mayFreeze } from "../model.ts";
import { waitingOn } from "../object/store.ts";
import { mayDecide, mayMake } from "../show/access.ts";
import { listView } from "../show/list.ts";
import { changeList, holdList, linesOf, listById, type ListId, type YearList } from "../store.ts";
import { say } from "../texts.ts";
import { assessedBy } from "./parties.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

interface Found {
  readonly list: YearList;
  readonly unit: Unit;
}

/** A list in this state that whoever speaks may decide on, or have made anew. */
async function inHand(
  acting: Acting,
  id: ListId,
  state: YearList["state"],
  may: (acting: Acting, unit: Unit) => boolean,
): Promise<Found | Refusal> {
  const list = await listById(acting.tx, id);
  const unit = list && (await unitByCode(acting.tx, list.unit));
  if (!unit || !may(acting, unit)) return { refused: say.decide.noSuch };
  if (list.state === state) return { list, unit };
  return { refused: state === "frozen" ? say.decide.notFinal : say.decide.decided };
}

/** Publishes a draft: whoever it is about reads her line with what it is based on, and it is open to objection for its days. */
export async function publish(acting: Acting, id: ListId): Promise<Reply> {
  const found = await inHand(acting, id, "draft", mayDecide);
  if ("refused" in found) return found.refused;
  const { tx, now, person, calendar } = acting;
  const { list, unit } = found;
  const { zone } = calendar;
  const closesAt = zone.momentOf(dateAfter(zone.dateOf(now), list.days + 1), 0);
  const change = { state: "published", decidedAt: now, decidedBy: person.id, closesAt } as const;
  if (!(await changeList(tx, id, "draft", change))) return say.decide.decided;
  await forgetReminders(acting, id);
  await setAlarm(tx, { key: `year close ${id}`, kind: yearAlarm, subject: `close ${id}`, fireAt: closesAt });
  await tellAssessed(acting, { ...list, ...change }, unit);
  return say.decide.published(named(list, unit), calendar.date(closesAt - 1));
}

async function forgetReminders({ tx }: Acting, id: ListId): Promise<void> {
  await cancelAlarm(tx, remindKey(id));
  await dropAllButFacts(tx, aboutList(id));
}

/** Whoever a list is about reads in her next list that her line is there. */
async function tellAssessed(moment: Moment, list: YearList, unit: Unit): Promise<void> {
  for (const line of await linesOf(moment.tx, list.id)) {
    if (!isOn(line.grade) || line.grade === "asked") continue;
    for (const recipient of await assessedBy(moment, list, line)) {
      const text = say.decide.forAssessed(named(list, unit), moment.calendar.date((list.closesAt ?? 0) - 1));
      await nag(moment, {
        key: `year ${list.id} line ${line.subject} ${recipient}`,
        recipient,
        subject: `${aboutList(list.id)} line`,
        rank: 1,
        line: say.decide.forAssessedLine(named(list, unit)),
        open: `/year line ${line.id}`,
        saying: { text, choices: [{ label: say.look, token: `/year line ${line.id}` }] },
        isFact: true,
        isForList: true,
        passOn: "nobody",
      });
    }
  }
}

/** How long a draft will be open once it is published. */
export async function setDays(acting: Acting, id: ListId, days: number): Promise<Reply> {
  const found = await inHand(acting, id, "draft", mayDecide);
  if ("refused" in found) return found.refused;
  if (!daysOffered.some((one) => one === days))
    return {
      text: say.decide.whichDays,
      choices: daysOffered.map((one) => ({
        label: say.decide.daysLabel(one),
        token: `/year days ${id} ${one}`,
      })),
    };
  if (!(await changeList(acting.tx, id, "draft", { days }))) return say.decide.decided;
  return listView(acting, id, 1);
}

/** Why somebody may not refuse a draft; null when she may. */
export async function whyNotRefuse(acting: Acting, id: ListId): Promise<Refusal | null> {
  const found = await inHand(acting, id, "draft", mayDecide);
  return "refused" in found ? found : null;
}

/** A draft is not published, with the reason. */
export async function refuse(acting: Acting, id: ListId, words: string): Promise<Reply> {
  const found = await inHand(acting, id, "draft", mayDecide);
  if ("refused" in found) return found.refused;
  const { tx, now, person } = acting;
  const change = { state: "refused", decidedAt: now, decidedBy: person.id, words } as const;
  if (!(await changeList(tx, id, "draft", change))) return say.decide.decided;
  await forgetReminders(acting, id);
  return {
    text: say.decide.refused(named(found.list, found.unit)),
    choices: [{ label: say.decide.again, token: `/year again ${id}` }],
  };
}

/** What was refused is made anew. */
export async function makeAgain(acting: Acting, id: ListId): Promise<Reply> {
  const found = await inHand(acting, id, "refused", mayMake);
  return "refused" in found ? found.refused : remake(acting, found, found.list.correction);
}

/** Why somebody may not correct a list; null when she may. */
export async function whyNotCorrect(acting: Acting, id: ListId): Promise<Refusal | null> {
  const found = await inHand(acting, id, "frozen", mayMake);
  return "refused" in found ? found : null;
}

/** What is frozen stays as it is; a new version with the reason is made, approved and opened like the first. */
export async function correct(acting: Acting, id: ListId, words: string): Promise<Reply> {
  const found = await inHand(acting, id, "frozen", mayMake);
  return "refused" in found ? found.refused : remake(acting, found, words);
}

async function remake(acting: Acting, { list, unit }: Found, correction: string | null): Promise<Reply> {
  const { kind, year } = list;
  const id = await makeAndTell(acting, { unit, kind, year, by: acting.person.id, correction });
  return id === undefined ? say.decide.waitsAlready : listView(acting, id, 1);
}

/** Freezes a list whose days are over and to which no objection waits; what is excellent among teams is then named. @returns whether it was frozen now. */
export async function freezeIfOver(moment: Moment, id: ListId): Promise<boolean> {
  const { tx, now } = moment;
  const list = await holdList(tx, id);
  const unit = list && (await unitByCode(tx, list.unit));
  const waiting = (await waitingOn(tx, id)).length;
  if (!unit || !mayFreeze(list, { now, waiting })) return false;
  if (!(await changeList(tx, id, "published", { state: "frozen", frozenAt: now }))) return false;
  const text = say.decide.frozen(named(list, unit));
  await tellDeciders(moment, { ...list, madeBy: null }, unit, {
    what: "frozen",
    text,
    line: text,
    isFact: true,
  });
  if (list.kind === "teams") {
    const { year, correction } = list;
    await makeAndTell(moment, { unit, kind: "good_teams", year, by: null, correction });
  }
  return true;
}

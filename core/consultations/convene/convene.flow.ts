import { choice, review, steps, type Flow } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import type { ConsultationServices } from "../desk.ts";
import { leastMinutes, mostDays } from "../model.ts";
import { say } from "../texts.ts";
import { until } from "../when/question.ts";
import { shortWords, whoOf } from "./question.ts";

const { ask, look, once } = steps<ConsultationServices>();

/** Calls several bodies to settle a matter together: who, led by whom, what, until when. */
export const convene: Flow<ConsultationServices, { readonly number: number }> = {
  name: "convene",
  title: say.conveneTitle,
  *tell({ number }) {
    const ground = yield* look("ground", ({ consultations }) => consultations.ground(number));
    if ("refused" in ground) return ground.refused;
    const { candidates, barred, now } = ground;
    const labels = candidates.map(({ label }) => label);
    const who = yield* ask("who", whoOf(say.askWho(number, labels), candidates, barred));
    const offices = candidates.filter(({ isOffice }) => isOffice);
    const asked = offices.filter(({ id }) => who.summon.includes(id) || who.invite.includes(id));
    const leads = [...asked, ...offices.filter((office) => !asked.includes(office))];
    const named = leads.map(({ id, name }) => ({ id, label: verbatim(name) }));
    const lead = yield* ask(
      "lead",
      choice<string>(say.askLead, [...named, { id: "room", label: say.commandRoom }]),
    );
    const question = yield* ask("question", shortWords(say.askQuestion, say.questionLimit));
    const due = yield* ask("due", until(say.askDue, now, { leastMinutes, mostDays }));
    const call = { who, lead, question, due };
    const preview = yield* look("preview", ({ consultations }) => consultations.preview(number, call));
    if ("refused" in preview) return preview.refused;
    const sure = yield* ask(
      "sure",
      review({ text: preview, changes: say.changes, yes: say.convene, add: false, drop: say.dropConvene }),
    );
    if (!sure) return say.notConvened;
    return yield* once("call", ({ consultations }, key) => consultations.convene(key, number, call));
  },
};

import type { Body } from "../channel/index.ts";
import { materialOf, type Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { enclosure } from "../tickets/index.ts";
import { openPart, partOf, sayOpinion } from "./opinion/service.ts";
import { consultationById } from "./store.ts";
import { noteProgress, openTask } from "./tasks/service.ts";
import { say } from "./texts.ts";
import { consultationView } from "./views.ts";

/**
 * What a reply to a message about a consultation means: the opinion of whoever is asked; about a task: how it goes.
 * @returns undefined when the message was about neither, or the reply can be neither: then it is said like anything else.
 */
export async function replyToConsultation(
  acting: Acting,
  about: string,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const [, what, digits] = /^(consultation|joint_task) (\d+)$/.exec(about) ?? [];
  if (what === undefined) return undefined;
  const said = materialOf(body);
  if (!said) return undefined;
  if ("why" in said) return said.why;
  const id = Number(digits);
  if (what === "joint_task") {
    const task = await openTask(acting, id);
    return "refused" in task ? task.refused : noteProgress(acting, id, key, enclosure(said));
  }
  const part = await openPart(acting, { id });
  if (!("refused" in part)) return sayOpinion(acting, { id }, key, enclosure(said));
  return (await lookedAt(acting, id)) ?? part.refused;
}

/** Whoever called it or decides is not asked: she sees what she can do instead. */
async function lookedAt(acting: Acting, id: number): Promise<Reply | undefined> {
  const consultation = await consultationById(acting.tx, id);
  if (!consultation || (await partOf(acting, { id }))) return undefined;
  const view = await consultationView(acting, consultation.number);
  return view && [say.notAsked, ...[view].flat()];
}

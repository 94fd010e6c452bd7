import { choice, optional, review, steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import { concernsQuestion, dateQuestion, lineQuestion, topicQuestion } from "../header/questions.ts";
import type { PolicyId } from "../model.ts";
import { headerTexts as say } from "../texts/header.ts";

const { ask, look, once } = steps<PublishingServices>();

/** 填政策信息: what the document does not say of itself is asked; all of it is seen before it is kept. */
export const describePolicy: Flow<PublishingServices, { readonly id: PolicyId }> = {
  name: "describe_policy",
  title: say.title,
  *tell({ id }) {
    const seen = yield* look("draft", ({ publishing }) => publishing.draft(id));
    if ("refused" in seen) return seen.refused;
    const issued = dateQuestion(say.askIssued, say.unknownDate);
    const effective = dateQuestion(say.askEffective, say.asIssued);
    const until = dateQuestion(say.askUntil, say.unlimited);
    const given = {
      title: yield* ask("title", lineQuestion(say.askTitle), seen.title ?? undefined),
      topic: yield* ask("topic", topicQuestion(), seen.topic ?? undefined),
      issuer: yield* ask("issuer", lineQuestion(say.askIssuer), seen.issuer ?? undefined),
      documentNumber: yield* ask("number", optional(lineQuestion(say.askNumber)), seen.documentNumber),
      issuedOn: yield* ask("issued", issued, seen.issuedOn ?? undefined),
      effectiveOn: yield* ask("effective", effective, seen.effectiveOn),
      validUntil: yield* ask("until", until, seen.validUntil ?? undefined),
      unit: yield* ask("unit", choice(say.askUnit, seen.units), seen.unit),
      concerns: yield* ask("concerns", concernsQuestion(seen.tags), presumed(seen.concerns)),
    };
    const text = yield* look("summary", ({ publishing }) => publishing.summary(id, given));
    const sure = yield* ask("sure", review({ text, changes: say.change, ...labels }));
    if (!sure) return say.aside(id);
    return yield* once("keep", ({ publishing }, key) => publishing.describe(key, id, given));
  },
};

const labels = { yes: say.save, add: false, drop: say.keepAside } as const;

function presumed(concerns: readonly string[]): readonly string[] | undefined {
  return concerns.length > 0 ? concerns : undefined;
}

import { join, type Text } from "../../language/index.ts";
import { roleNames, type PassedOver } from "../../people/index.ts";
import type { SaidMoment } from "../../time/index.ts";

function passedOverPart({ role, why, who }: PassedOver): Text {
  const post = roleNames[role];
  const name = who === undefined || who === post.zh ? "" : who;
  if (why === "vacant") return { zh: `${post.zh}空缺`, en: `there is no ${post.en}` };
  return { zh: `${post.zh}${name}不在岗`, en: `the ${[post.en, name].join(" ").trim()} is away` };
}

/** What is said when a matter goes past somebody who is not there. */
export const absenceTexts = {
  /** On the card of whoever gets it, and in the matter's life: 「联村组长空缺、镇指挥室小赵不在岗，所以到您这里。」 */
  passedOver: (passedOver: readonly PassedOver[]): Text => {
    const parts = passedOver.map(passedOverPart);
    const { zh } = join(parts, "、");
    const { en } = join(parts, ", ");
    return { zh: `${zh}，所以到您这里。`, en: `It comes to you because ${en}.` };
  },
  passedOverEvent: (passedOver: readonly PassedOver[], to: Text): string =>
    `${join(passedOver.map(passedOverPart), "、").zh}，转到${to.zh}`,
  /** What a matter's life keeps of its going to a stand-in. */
  standInEvent: (to: string, from: string): string => `→ ${to}（${from}不在岗）`,
  standInNote: (from: string, until: SaidMoment | undefined): Text => ({
    zh: `${from}不在岗${until === undefined ? "" : `（${until.zh}回岗）`}，由您代。`,
    en: `${from} is away${until === undefined ? "" : ` until ${until.en}`}: you stand in.`,
  }),
  standInList: (from: string, until: SaidMoment | undefined, count: number): Text => ({
    zh: `${from}不在岗${until === undefined ? "" : `（${until.zh}回岗）`}，这 ${count} 件由您代，点一件看：`,
    en: `${from} is away${until === undefined ? "" : ` until ${until.en}`}. You stand in for ${count} matters; press one to see it:`,
  }),
  vacatedList: (count: number): Text => ({
    zh: `转来 ${count} 件，以后由您办，点一件看：`,
    en: `${count} matters are yours from now on; press one to see it:`,
  }),
  moreTasks: (count: number): Text => ({
    zh: `还有 ${count} 件，看待办`,
    en: `${count} more: see all`,
  }),
  /** In the list of whom a matter may be given to. */
  awayCandidate: ({ zh, en }: Text): Text => ({ zh: `${zh} 不在岗`, en: `${en}, away` }),
} satisfies Record<string, unknown>;

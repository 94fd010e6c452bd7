import type { FileRef } from "../../channel/index.ts";
import type { Choice, Saying } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import type { Moment } from "../../people/index.ts";
import type { NoticeId } from "../model.ts";
import { say } from "../texts.ts";

/** What a notice says, as far as its readers see it. */
export interface Said {
  readonly words: string;
  readonly files: readonly FileRef[];
  readonly isUrgent: boolean;
  readonly unit: string;
}

/** The buttons of an urgent notice. */
export function buttonsOf(id: NoticeId): readonly Choice[] {
  return [
    { label: say.received, token: `/acknowledge ${id} ok` },
    { label: say.needHelp, token: `/acknowledge ${id} help` },
  ];
}

/** The message of a notice; with `wards`, the one their carer reads, who is asked to tell them. */
export async function sayingOf(
  { tx }: Pick<Moment, "tx">,
  id: NoticeId,
  { words, files, isUrgent, unit }: Said,
  wards: readonly string[] = [],
): Promise<Saying> {
  const message = say.message(await unitName(tx, unit), words, isUrgent);
  const text = wards.length === 0 ? message : join([message, say.passOn(wards)]);
  const choices = isUrgent ? { choices: buttonsOf(id) } : {};
  return { text, files, about: `notice ${id}`, ...choices };
}

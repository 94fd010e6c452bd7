import type { Tx } from "../../store/index.ts";
import type { NoticeId } from "../model.ts";

/** Who sees how a notice goes. */
export interface Watcher {
  readonly person: string;
  /** The message that is changed; null until there is one. */
  readonly key: string | null;
  /** What it says, after the stage it belongs to. */
  readonly shown: string | null;
  readonly shownAt: number;
  /** One more with each change. */
  readonly revision: number;
}

export async function addWatcher(tx: Tx, notice: NoticeId, person: string): Promise<void> {
  await tx
    .insertInto("notice_watcher")
    .values({ notice_id: notice, person_id: person, shown_at: 0, revision: 0 })
    .onConflict((conflict) => conflict.columns(["notice_id", "person_id"]).doNothing())
    .execute();
}

export async function watchersOf(tx: Tx, notice: NoticeId): Promise<readonly Watcher[]> {
  const rows = await tx
    .selectFrom("notice_watcher")
    .select(["person_id", "key", "shown", "shown_at", "revision"])
    .where("notice_id", "=", notice)
    .orderBy("person_id")
    .execute();
  return rows.map(({ person_id: person, shown_at: shownAt, ...rest }) => ({ ...rest, person, shownAt }));
}

export async function keepShown(tx: Tx, notice: NoticeId, watcher: Watcher): Promise<void> {
  const { person, key, shown, shownAt, revision } = watcher;
  await tx
    .updateTable("notice_watcher")
    .set({ key, shown, shown_at: shownAt, revision })
    .where("notice_id", "=", notice)
    .where("person_id", "=", person)
    .execute();
}

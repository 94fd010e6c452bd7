import type { Route } from "../channel/index.ts";
import type { Reply } from "../dialogue/index.ts";
import type { Text, Wall } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { meantBy, type Meant } from "./audience/service.ts";
import { previewOf, send, wallNow, type Draft, type Sender } from "./compose/service.ts";
import type { NoticeId } from "./model.ts";
import { change, changeable, missed, previewChange, resend, type Refusal } from "./manage/service.ts";
import { judge, whyNotJudge, type Verdict } from "./review/service.ts";

/** What flows may do with notices, for whoever speaks; every deed asks anew whether she may. */
export interface NoticeDesk {
  meant(words: string): Promise<Meant | { readonly refused: Reply }>;
  wall(): Wall;
  /** Null where it is for nobody. */
  preview(draft: Draft): Promise<Text | null>;
  send(key: string, draft: Draft): Promise<Reply>;
  changeable(id: NoticeId): Promise<{ readonly words: string; readonly sent: number } | Refusal>;
  previewChange(id: NoticeId, words: string, sent: number): Promise<Text>;
  change(id: NoticeId, words: string): Promise<Reply>;
  missed(id: NoticeId): Promise<{ readonly people: number; readonly reachable: number } | Refusal>;
  resend(key: string, id: NoticeId): Promise<Reply>;
  whyNotJudge(id: NoticeId, verdict: Verdict): Promise<Refusal | null>;
  judge(id: NoticeId, verdict: Verdict, why: string): Promise<Reply>;
}

export interface NoticeServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  /** Unique per message; what is done because of it is done once. */
  readonly messageKey: string;
  readonly notices: NoticeDesk;
}

/** @param routes the platforms this program speaks on. */
export function noticeDesk(acting: Acting | undefined, routes: readonly Route[]): NoticeDesk {
  const known = (): Sender => {
    if (!acting) throw new Error("somebody who has not joined sends no notices");
    return { ...acting, routes };
  };
  return {
    meant: (words) => meantBy(known(), words),
    wall: () => wallNow(known()),
    preview: (draft) => previewOf(known(), draft),
    send: (key, draft) => send(known(), key, draft),
    changeable: (id) => changeable(known(), id),
    previewChange: (id, words, sent) => previewChange(known(), id, words, sent),
    change: (id, words) => change(known(), id, words),
    missed: (id) => missed(known(), id),
    resend: (key, id) => resend(known(), key, id),
    whyNotJudge: (id, verdict) => whyNotJudge(known(), id, verdict),
    judge: (id, verdict, why) => judge(known(), id, verdict, why),
  };
}

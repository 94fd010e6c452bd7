import { confirm, steps, type Flow } from "../../dialogue/index.ts";
import type { NoticeServices } from "../desk.ts";
import type { NoticeId } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<NoticeServices>();

const labels = { yes: say.send, no: say.doNotSend };

/** A notice goes once more to those it did not reach. */
export const resendNotice: Flow<NoticeServices, { readonly id: NoticeId }> = {
  name: "resend_notice",
  title: say.manage.resendTitle,
  *tell({ id }) {
    const missed = yield* look("missed", ({ notices }) => notices.missed(id));
    if ("refused" in missed) return missed.refused;
    const sure = yield* ask("sure", confirm(say.manage.sureResend(missed.people, missed.reachable), labels));
    if (!sure) return say.dropped;
    return yield* once("resend", ({ notices }, key) => notices.resend(key, id));
  },
};

import { confirm, steps, type Flow } from "../../dialogue/index.ts";
import { noticeWords } from "../compose/questions.ts";
import type { NoticeServices } from "../desk.ts";
import type { NoticeId } from "../model.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<NoticeServices>();

const labels = { yes: say.manage.doChange, no: say.manage.doNotChange };

/** What waits of a notice gets other words; what is out stays as it is. */
export const changeNoticeWords: Flow<NoticeServices, { readonly id: NoticeId }> = {
  name: "change_notice",
  title: say.manage.changeTitle,
  *tell({ id }) {
    const before = yield* look("before", ({ notices }) => notices.changeable(id));
    if ("refused" in before) return before.refused;
    const words = yield* ask("words", noticeWords(say.manage.askChange(before.words)));
    const preview = yield* look("preview", ({ notices }) => notices.previewChange(id, words, before.sent));
    const sure = yield* ask("sure", confirm(preview, labels));
    if (!sure) return say.manage.notChanged;
    return yield* once("change", ({ notices }) => notices.change(id, words));
  },
};

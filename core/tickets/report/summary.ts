import { place, review, type Heard, type Place, type Question } from "../../dialogue/index.ts";
import { fold, readNumber, simplify, type Text } from "../../language/index.ts";
import { orOut, type dropped } from "../choiceOrMore.ts";
import { kindCorrectedTo, type KindId } from "../kinds/model.ts";
import type { EnclosedFile } from "../model.ts";
import { say } from "../texts.ts";

/** The answer of somebody who did not mean to report anything. */
export const noReport = "no_report";

/** May it be handed in, or is it of another kind: 「是垃圾」 says so without the menu; or no report at all. */
export type Sure = boolean | { readonly kind: KindId } | typeof noReport;

/** Puts what was understood once more, with what can be changed. @param isDoubtful shows the way out of a wrong guess. */
export function summary(text: Text, kind: KindId, isDoubtful: boolean): Question<Sure> {
  const asked = review({ text, changes: { where: say.changePlace, kind: say.changeKind } });
  const corrected: Question<Sure> = {
    ...asked,
    parse(stored) {
      const other = (stored as { kind?: unknown } | null)?.kind;
      return typeof other === "string" ? { value: { kind: other as KindId } } : asked.parse(stored);
    },
    read(heard, draft) {
      const reading = asked.read(heard, draft);
      const said = reading.kind === "add" && heard.body.type === "text" ? heard.body.text : "";
      const other = kindCorrectedTo(simplify(said));
      return other === undefined || other === kind ? reading : { kind: "answer", value: { kind: other } };
    },
  };
  return orNoReport(corrected, isDoubtful);
}

/** 「不是报事」 is always understood; the button for it is shown where the guess is doubtful. */
function orNoReport<T>(asked: Question<T>, isDoubtful: boolean): Question<T | typeof noReport> {
  return {
    ...asked,
    put(draft) {
      const { text, options } = asked.put(draft);
      if (!isDoubtful) return { text, options };
      return { text: say.doubt(text), options: [...options, { id: noReport, label: say.notReport }] };
    },
    parse: (stored) => (stored === noReport ? { value: noReport } : asked.parse(stored)),
    read(heard, draft) {
      const last = isDoubtful ? asked.put(draft).options.length + 1 : undefined;
      if (isNoReport(heard, last)) return { kind: "answer", value: noReport };
      const said = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      const isBeyond = last !== undefined && (readNumber(said) ?? 0) > last;
      return isBeyond ? { kind: "refuse" } : asked.read(heard, draft);
    },
  };
}

const noReportWords = new Set(
  "不是报事 不是要报事 我不是报事 我不是要报事 我不报事 不是反映问题 我不是反映问题 不是我要的 不是这个意思 notareport thisisnoreport".split(
    " ",
  ),
);

function isNoReport({ body, option }: Heard, last: number | undefined): boolean {
  if (option !== undefined) return option === noReport;
  const said = body.type === "text" && body.text.length <= 20 ? body.text : "";
  return noReportWords.has(fold(said)) || (last !== undefined && readNumber(said) === last);
}

/** What was understood, put before the person once more: of a complaint and a dispute also who reads it. */
export function summaryText(
  { kind, where, words, files }: Told,
  { about, named }: { readonly about: string | null; readonly named: string | null },
): Text {
  if (kind === "complaint") return say.complaintSummary(about ?? say.someWorker.zh, words);
  return kind === "dispute"
    ? say.disputeSummary(where, words, files, named)
    : say.summary(kind, where, words, files);
}

interface Told {
  readonly kind: KindId;
  readonly where: string;
  readonly words: string;
  readonly files: readonly EnclosedFile[];
}

/** Asks where; 「不报了」 ends it. @param isDoubtful shows the way out of a wrong guess. */
export function placeOrOut(
  text: Text,
  isDoubtful: boolean,
): Question<Place | typeof dropped | typeof noReport> {
  const asked = place(text);
  const orBack: Question<Place | typeof dropped> = {
    ...orOut(asked),
    read(heard, draft) {
      const said = heard.body.type === "text" ? heard.body.text : "";
      return isBareNumber(said) ? { kind: "refuse" } : orOut(asked).read(heard, draft);
    },
  };
  return orNoReport(orBack, isDoubtful);
}

/** A slip of the finger, or the number of a matter, says nothing about where. */
function isBareNumber(words: string): boolean {
  return /^\s*#?\d+\s*$/u.test(words.normalize("NFKC"));
}

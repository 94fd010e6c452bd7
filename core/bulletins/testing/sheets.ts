import {
  figureNames,
  type Figure,
  type FigureName,
  type ListedMatter,
  type Part,
  type RowFigure,
  type Sheet,
  type SheetRow,
} from "../model.ts";

/** So many of so many; of fewer than ten a share says little. */
function part(numerator: number, denominator: number): Part {
  const share = denominator === 0 ? null : numerator / denominator;
  return { numerator, denominator, share, isSmall: denominator > 0 && denominator < 10 };
}

const shares: Readonly<Record<FigureName, number>> = {
  answeredInTime: 0.97,
  neverAnswered: 0.01,
  settledInTime: 0.91,
  content: 0.94,
  satisfied: 0.71,
  reopened: 0.04,
  settledInVillage: 0.83,
  resolved: 0.9,
};

function rowFigures(count: number): readonly RowFigure[] {
  return figureNames.map((name) => ({ name, ...part(Math.round(count * shares[name]), count) }));
}

function figures(count: number): readonly Figure[] {
  return rowFigures(count).map((figure) => ({
    ...figure,
    before: count === 0 ? null : part(Math.round(count * 0.8), count),
  }));
}

function matter(number: number, where: string): ListedMatter {
  return {
    number,
    what: { zh: "路灯", en: "street lamp" },
    where,
    fault: number % 2 === 0 ? "settle_late" : "answer_late",
    hoursLate: number % 50,
    whose: { zh: "村服务团队办理", en: "village team" },
    isOpen: number % 3 === 0,
    isPrivate: false,
    followUps: [],
  };
}

/** An invented sheet about so many matters in places of these names; for tests, benches and pictures in the docs. */
export function invented(
  unit: Sheet["unit"],
  given: { readonly matters: number; readonly late: number; readonly places: readonly string[] },
): Sheet {
  const { matters, late, places } = given;
  const each = places.length === 0 ? 0 : Math.floor(matters / places.length);
  const rows: readonly SheetRow[] = places.map((name, index) => {
    const received = Math.max(each + ((index * 7) % 11) - 5, 0);
    return {
      unit: `u${index}`,
      name,
      received,
      settled: Math.round(received * 0.9),
      figures: rowFigures(received),
    };
  });
  const listed = Array.from({ length: Math.min(late, 200) }, (_, index) =>
    matter(1_001 + index, places[index % places.length] ?? unit.name),
  );
  const bad = Math.round(late / 4);
  return {
    kind: "monthly",
    unit,
    title: { zh: `${unit.name}月通报`, en: `${unit.name}, monthly bulletin` },
    period: { kind: "monthly", from: 0, to: 1, first: "2026-11-01", last: "2026-11-30" },
    version: 1,
    correction: null,
    received: matters,
    settled: Math.round(matters * 0.9),
    open: Math.round(matters * 0.1),
    figures: figures(matters),
    rows,
    overdue: { total: late, matters: listed },
    mishandled: { total: bad, matters: listed.slice(0, bad) },
    notes: [],
    isDemo: true,
  };
}

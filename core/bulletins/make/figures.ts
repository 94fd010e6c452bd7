import { ratesOf, type Counts } from "../../evaluation/index.ts";
import { figureNames, type Figure, type FigureName, type Part, type RowFigure } from "../model.ts";

/** The rates of a unit's counts, in the order of a sheet. */
export function rowFigures(counts: Counts): readonly RowFigure[] {
  const parts: Readonly<Record<FigureName, Part>> = ratesOf(counts);
  return figureNames.map((name) => ({ name, ...parts[name] }));
}

/** The same with what each was before. */
export function figuresOf(counts: Counts, before: Counts | undefined): readonly Figure[] {
  const earlier = before && ratesOf(before);
  return rowFigures(counts).map((figure) => ({ ...figure, before: earlier?.[figure.name] ?? null }));
}

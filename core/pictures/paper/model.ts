/** A paper in plain words, from top to bottom: it is printed on A4, signed and stamped. */
export interface Paper {
  /** What its own few words are in: which page of how many, what goes on. */
  readonly language: "zh" | "en";
  readonly title: string;
  /** Stands below the title, and alone at the top of every further page. */
  readonly subtitle: string;
  readonly parts: readonly PaperPart[];
  /** Stands small at the foot of every page. */
  readonly foot: string;
}

export type PaperPart =
  /** Lines of a form: one or two fields beside each other. */
  | { readonly type: "fields"; readonly rows: readonly (readonly Field[])[] }
  | {
      readonly type: "table";
      readonly title: string;
      readonly columns: readonly PaperColumn[];
      /** One cell for each column. */
      readonly rows: readonly (readonly string[])[];
    }
  /** Room for a signature or a stamp, side by side; never divided between two pages. */
  | { readonly type: "signing"; readonly boxes: readonly SigningBox[] };

export interface Field {
  readonly label: string;
  readonly value: string;
}

export interface PaperColumn {
  readonly head: string;
  /** Of the width of the paper, 0 to 1; all of a table's come to 1. */
  readonly share: number;
}

export interface SigningBox {
  readonly label: string;
  /** Stands at its foot, to the right: where the date goes. */
  readonly below: string;
}

/** A4 in points, 1/72 inch. */
export const paperWidth = 595.28;
export const paperHeight = 841.89;

/** What stands on one page; in points from its upper left corner, `y` of words is their base line. */
export type Mark =
  | {
      readonly type: "words";
      readonly words: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
    }
  | {
      readonly type: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

export type PaperPage = readonly Mark[];

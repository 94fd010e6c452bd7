import type { Imported } from "../model.ts";

/** A field of a table that is brought in, by a word the code knows it by. */
export interface Field {
  readonly name: string;
  /** What its column is called; a table may have either. */
  readonly zh: string;
  readonly en: string;
  /** Its column must be there. */
  readonly isRequired: boolean;
}

function field(name: string, zh: string, en: string, isRequired = true): Field {
  return { name, zh, en, isRequired };
}

/** The columns of each table, as the template has them. */
export const fieldsOf: Readonly<Record<Imported, readonly Field[]>> = {
  households: [
    field("grid", "网格", "Grid"),
    field("address", "门牌", "Address"),
    field("name", "姓名", "Name"),
    field("head", "户主", "Head", false),
    field("phone", "只有电话", "Telephone only", false),
  ],
  staff: [
    field("name", "姓名", "Name"),
    field("role", "职务", "Post"),
    field("unit", "单位", "Unit"),
    field("specialty", "专长", "Specialty", false),
  ],
  goods: [
    field("unit", "村", "Village"),
    field("name", "商品", "Goods"),
    field("price", "分", "Points"),
    field("stock", "库存", "Stock"),
    field("most", "每人每月最多", "Most a month", false),
  ],
  services: [
    field("unit", "单位", "Unit"),
    field("category", "类别", "Category"),
    field("title", "事项", "Item"),
    field("place", "在哪办", "Where"),
    field("materials", "材料", "Bring", false),
    field("limit", "时限", "How long", false),
    field("fee", "收费", "Cost", false),
    field("basis", "依据", "By", false),
    field("phone", "电话", "Telephone", false),
  ],
  policies: [
    field("title", "标题", "Title"),
    field("topic", "主题", "Topic"),
    field("issuer", "来源", "Issuer"),
    field("number", "文号", "Number", false),
    field("issued", "日期", "Date", false),
    field("effective", "施行", "In force from", false),
    field("until", "有效到", "Valid until", false),
    field("article", "条", "Article", false),
    field("words", "正文", "Words"),
  ],
};

/** A row of a file by its fields; every field is there, empty where nothing was written. */
export type Fields = Readonly<Record<string, string>>;

/** Where each field stands in a file, and what else stands there. */
export interface Heading {
  readonly at: ReadonlyMap<string, number>;
  /** Columns that are not read. */
  readonly ignored: readonly string[];
  /** Columns that are missing. */
  readonly missing: readonly Field[];
  /** Columns that stand there twice: nobody knows which is meant. */
  readonly doubled: readonly Field[];
  /** What stands in it, cell by cell. */
  readonly cells: readonly string[];
}

function plain(words: string): string {
  return words.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
}

/** Reads the first row of a file as the names of its columns. */
export function headingOf(cells: readonly string[], fields: readonly Field[]): Heading {
  const at = new Map<string, number>();
  const ignored: string[] = [];
  const doubled = new Set<Field>();
  for (const [index, cell] of cells.entries()) {
    const known = fields.find(({ zh, en }) => [plain(zh), plain(en)].includes(plain(cell)));
    if (known && at.has(known.name)) doubled.add(known);
    if (known && !at.has(known.name)) at.set(known.name, index);
    if (!known && cell !== "") ignored.push(cell);
  }
  const missing = fields.filter(({ name, isRequired }) => isRequired && !at.has(name));
  return { at, ignored, missing, doubled: [...doubled], cells };
}

/** The fields of a row. */
export function fieldsIn(cells: readonly string[], { at }: Heading, fields: readonly Field[]): Fields {
  return Object.fromEntries(fields.map(({ name }) => [name, cells[at.get(name) ?? -1] ?? ""]));
}

const [yesWords, noWords] = [
  ["是", "户主", "有", "√", "1", "y", "yes", "true", "x", "本人"],
  ["", "否", "不是", "无", "没有", "0", "n", "no", "false"],
];

/** 「是」 or an empty cell; undefined when it is neither. */
export function readYes(words: string): boolean | undefined {
  const said = plain(words);
  if (yesWords.includes(said)) return true;
  return noWords.includes(said) ? false : undefined;
}

/** A whole number from `least` to `most`; undefined when it is none. */
export function readWhole(words: string, least: number, most: number): number | undefined {
  const said = words.normalize("NFKC").replaceAll(/[\s,分件]/g, "");
  const value = /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** A day as 2026-11-26, 2026/11/26 or 2026年11月26日; undefined when there is no such day. */
export function readDay(words: string): string | undefined {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(words.normalize("NFKC").replaceAll(/\s/g, "")) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** 1.38E+10: what a spreadsheet leaves of a long number. */
const lostNumber = /^\d(?:\.\d+)?e\+\d+$/i;

/** The first field in which a long number has lost its digits. */
export function lostIn(row: Fields, fields: readonly Field[]): Field | undefined {
  return fields.find(({ name }) => lostNumber.test(row[name] ?? ""));
}

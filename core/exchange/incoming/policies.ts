import type { Text } from "../../language/index.ts";
import { plantPolicies, topicNames, topics, type Topic } from "../../policies/index.ts";
import { bad } from "../texts/bad.ts";
import type { Going, Incoming, Row, Verdict } from "./kind.ts";
import { fieldsOf, readDay } from "./model.ts";
import { hasPolicy } from "./store.ts";

/** As a policy's own form takes them. */
const [longestLine, longestWords, mostPassages] = [60, 3_000, 1_500];

/** A passage of a policy, as a line says it. */
interface Said {
  readonly line: number;
  readonly title: string;
  readonly topic: Topic;
  readonly issuer: string;
  readonly number: string | null;
  readonly issued: string | null;
  readonly effective: string | null;
  readonly until: string | null;
  readonly article: string | null;
  readonly words: string;
}

type Hindered = { readonly line: number; readonly bad: Text };

/**
 * Policies, a passage a line; lines of one title and number are one policy. All become drafts of whoever brings them in, to be
 * looked through and published one by one, and to be dropped there: nothing is taken back here.
 */
export const policies: Incoming = {
  rowsAtOnce: 3_000,
  mostRows: 3_000,
  async judge({ tx }, going, rows) {
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      const said = fitting(going, read(row));
      if ("bad" in said) verdicts.push({ bad: said.bad });
      else verdicts.push((await hasPolicy(tx, keyOf(going, said))) ? "same" : "fresh");
    }
    return verdicts;
  },
  async bring({ tx, now, person }, going, rows) {
    const said = rows.map((row) => fitting(going, read(row)));
    const hindered = said.find((one): one is Hindered => "bad" in one);
    if (hindered) return hindered;
    const bound = Map.groupBy(said as readonly Said[], (one) => keyOf(going, one));
    const keys = [...bound.keys()];
    const planted = await plantPolicies(
      tx,
      { policies: [...bound.values()].map(asPolicy) },
      {
        now,
        keyOf: (index) => keys[index] ?? "",
        unitOf: () => going.scope.code,
        by: person.id,
        reviewer: null,
        isPublished: false,
      },
    );
    return { deeds: planted };
  },
};

/** What lines of one policy must say alike. */
const alike = ["topic", "issuer"] as const;

/** A line, unless it says something else of its policy than the first one, or there are too many of them. */
function fitting(going: Going, said: Said | Hindered): Said | Hindered {
  if ("bad" in said) return said;
  const { line } = said;
  const key = `policy ${keyOf(going, said)}`;
  const first = going.seen.get(key);
  if (typeof first !== "string") {
    going.seen.set(key, JSON.stringify({ line, topic: said.topic, issuer: said.issuer, passages: 1 }));
    return said;
  }
  const known = JSON.parse(first) as Pick<Said, "line" | "topic" | "issuer"> & { readonly passages: number };
  const other = alike.find((name) => known[name] !== said[name]);
  if (other) return { line, bad: bad.differs(column(other), known.line) };
  going.seen.set(key, JSON.stringify({ ...known, passages: known.passages + 1 }));
  return known.passages < mostPassages ? said : { line, bad: bad.tooManyPassages(mostPassages) };
}

/** The same policy of the same place twice is one. */
function keyOf({ scope }: Going, { title, number }: Said): string {
  return `sheet ${scope.code} ${number ?? ""} ${title}`;
}

function asPolicy(lines: readonly Said[]) {
  const [first] = lines;
  if (!first) throw new Error("a policy without a line");
  const { number: documentNumber, issued: issuedOn, effective: effectiveOn, until: validUntil } = first;
  const { title, topic, issuer } = first;
  const unsaid = { grade: null, unit: "", concerns: [], isPinned: false, contact: null };
  const plain = { heading: null, reading: null, aspect: null, conditions: null };
  return {
    title,
    topic,
    issuer,
    documentNumber,
    issuedOn,
    effectiveOn,
    validUntil,
    ...unsaid,
    passages: lines.map(({ article, words }) => ({ article, words, ...plain })),
  };
}

function column(name: string): Text {
  const found = fieldsOf.policies.find((field) => field.name === name);
  return { zh: found?.zh ?? name, en: found?.en ?? name };
}

function read({ line, fields }: Row): Said | Hindered {
  const { title = "", topic: about = "", issuer = "", number = "", article = "", words = "" } = fields;
  for (const name of ["title", "topic", "issuer", "words"])
    if ((fields[name] ?? "") === "") return { line, bad: bad.empty(column(name)) };
  for (const name of ["title", "issuer", "number", "article"])
    if (Array.from(fields[name] ?? "").length > longestLine)
      return { line, bad: bad.tooLong(column(name), longestLine) };
  if (words.length > longestWords) return { line, bad: bad.tooLong(column("words"), longestWords) };
  const topic = topics.find((one) => [one, topicNames[one].zh, topicNames[one].en].includes(about));
  if (!topic)
    return {
      line,
      bad: bad.noTopic(
        about,
        topics.map((one) => topicNames[one].zh),
      ),
    };
  const days: Record<string, string | null> = {};
  for (const name of ["issued", "effective", "until"]) {
    const day = fields[name] ?? "";
    const date = day === "" ? null : readDay(day);
    if (date === undefined) return { line, bad: bad.notDay(column(name)) };
    days[name] = date;
  }
  const { issued = null, effective = null, until = null } = days;
  const [of, at] = [number === "" ? null : number, article === "" ? null : article];
  return { line, title, topic, issuer, number: of, issued, effective, until, article: at, words };
}

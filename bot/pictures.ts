import type { Logger } from "pino";
import { readAddress, routeOf, type Adapter, type FileRef } from "../core/channel/index.ts";
import { sheetPicture, showSheet } from "../core/bulletins/index.ts";
import type { Language } from "../core/language/index.ts";
import type { KeptFiles } from "../core/media/index.ts";
import { reachableAt, type Moment, type PersonId } from "../core/people/index.ts";
import { createDrawing, picturesAtOnce, type Painter, type Picture } from "../core/pictures/index.ts";
import { codePicture, showCode } from "../core/points/index.ts";
import type { Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

/** What drawing pictures needs of the program. */
export interface PicturePorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly log: Pick<Logger, "error" | "warn">;
  readonly files: KeptFiles;
  readonly adapters: readonly Adapter[];
  /** Ended with the drawing; whoever else has papers set has them set by it, too. */
  readonly painter: Painter;
}

/** Does what somebody is told reach her where pictures are shown? */
type Sees = (person: PersonId) => Promise<boolean>;

/** Which picture of its owner: 「12」, 「7 zh」. */
interface Which {
  readonly id: number;
  readonly language: Language;
}

/** Who knows what a picture shows, and who gets it when it is there. */
interface Owner {
  readonly describe: (
    moment: Moment,
    which: Which,
    seesWith: (moment: Moment) => Sees,
  ) => Promise<Picture | undefined>;
  readonly drawn: (moment: Moment, which: Which, pages: readonly FileRef[]) => Promise<void>;
}

/** By the first word of a subject: 「order 12」, 「bulletin 7 zh」. */
const owners: Readonly<Record<string, Owner>> = {
  order: {
    describe: (moment, { id }, seesWith) => codePicture(moment, id, seesWith(moment)),
    drawn: (moment, { id }, pages) => showCode(moment, id, pages),
  },
  bulletin: {
    describe: (moment, { id, language }) => sheetPicture(moment, id, language),
    drawn: (moment, { id, language }, pages) => showSheet(moment, id, language, pages),
  },
};

function ownerOf(subject: string): { readonly owner: Owner; readonly which: Which } {
  const [word = "", id, language] = subject.split(" ");
  const owner = owners[word];
  if (!owner) throw new Error(`nobody knows what a picture of "${subject}" shows`);
  return { owner, which: { id: Number(id), language: language === "en" ? "en" : "zh" } };
}

/** The kind of job that draws pictures, in a thread of its own. */
export function picturesKind(
  { database, clock, log, files, adapters, painter }: PicturePorts,
  turns: TurnPorts,
): JobKind {
  const seesWith = seesOn(adapters);
  const drawing = createDrawing({
    database,
    clock,
    describe(tx, subject) {
      const { owner, which } = ownerOf(subject);
      return owner.describe(momentIn(turns, tx, clock.now()), which, seesWith);
    },
    paint: (picture) => painter.paint(picture),
    async keep(page) {
      const kept = await files.keep(page, "photo");
      if (!kept) throw new Error("what was drawn is no picture that is kept");
      return kept.id;
    },
    remove: (name) => files.remove(name),
    drawn(tx, subject, pages) {
      const { owner, which } = ownerOf(subject);
      return owner.drawn(momentIn(turns, tx, clock.now()), which, pages);
    },
    report({ subject, error, missing }) {
      if (error === undefined) log.warn({ subject, missing }, "a picture has signs that the font has not");
      else log.error({ err: error, subject }, "a picture could not be drawn; it is tried again twice");
    },
  });
  return {
    name: "pictures",
    atOnce: picturesAtOnce,
    ...drawing,
    stop() {
      drawing.stop();
      painter.stop();
    },
  };
}

function seesOn(adapters: readonly Adapter[]): (moment: Moment) => Sees {
  const shows = new Set(
    adapters
      .filter((adapter) => adapter.caps().files.includes("photo"))
      .map(({ channel, bot }) => routeOf(channel, bot)),
  );
  return ({ tx }) =>
    async (person) => {
      const [address] = await reachableAt(tx, person);
      return address !== undefined && shows.has(readAddress(address).route);
    };
}

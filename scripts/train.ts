/**
 * Trains with what the office said: `npm run train`; `npm run train -- show` says what serves, `npm run train -- undo category`
 * what would be taken back, and with `yes` behind it does so.
 */
import { pino } from "pino";
import { readConfig } from "../bot/config.ts";
import { outcomeText, trainingView } from "../bot/learning/showing.ts";
import { learntSubjects, subjectOf } from "../bot/learning/subjects.ts";
import { say } from "../bot/learning/texts.ts";
import { createTrainerFor } from "../bot/learning/training.ts";
import {
  currentTraining,
  insertTraining,
  trainingById,
  undo,
  undoable,
  type TrainingId,
} from "../core/learning/index.ts";
import type { Moment } from "../core/people/index.ts";
import { openDatabase, StoreRefusal, type Database, type Tx } from "../core/store/index.ts";
import { createCalendar, systemClock } from "../core/time/index.ts";

const usage = "npm run train · npm run train -- show · npm run train -- undo category [yes]";
const whereElse =
  "While 点通 runs on SQLite nobody else can open its database: send /learning in its chat instead.";

/** The console speaks on no platform: who is to hear of it is told by the program. */
function momentOn(tx: Tx, timeZone: string): Moment {
  return {
    tx,
    now: systemClock.now(),
    calendar: createCalendar(timeZone),
    post: () => Promise.resolve(false),
    draw: () => 0,
  };
}

async function train(database: Database, momentIn: (tx: Tx) => Moment): Promise<void> {
  const log = pino({ level: "warn" }, pino.destination(2));
  const ids: TrainingId[] = [];
  for (const { task } of learntSubjects)
    ids.push(await database.transaction((tx) => insertTraining(tx, task, "console", systemClock.now())));
  await createTrainerFor({ database, clock: systemClock, log, momentIn }).drain();
  for (const id of ids) await database.transaction((tx) => show(momentIn(tx), id));
}

async function show(moment: Moment, id: TrainingId): Promise<void> {
  const training = await trainingById(moment.tx, id);
  if (!training || !outcomeText(training))
    return console.log(`${training?.task ?? id}: ${training?.state ?? "gone"}`);
  const { zh, en } = (await trainingView(moment, training)).text;
  console.log(`${zh}\n\n${en}\n`);
}

async function showServing(moment: Moment): Promise<void> {
  for (const { task, title } of learntSubjects) {
    const current = await currentTraining(moment.tx, task);
    if (current) await show(moment, current.id);
    else console.log(`${title.zh}: 用的是自带的\n${title.en}: what is shipped serves\n`);
  }
}

async function takeBack(moment: Moment, task: string, isSure: boolean): Promise<void> {
  const [title, found] = [subjectOf(task)?.title, await undoable(moment.tx, task)];
  if (!title) return console.log(usage);
  if (!found) return console.log(`${say.undoGone.zh}\n${say.undoGone.en}`);
  const { current, back } = found;
  const { doneAt = moment.now } = current;
  if (isSure) {
    await undo(moment.tx, task, { id: current.id, by: "console", at: moment.now });
    return console.log(`${say.undone(title).zh}\n${say.undone(title).en}`);
  }
  const said = (at: number | undefined) => (at === undefined ? undefined : moment.calendar.moment(at));
  const asked = say.askUndo(title, moment.calendar.moment(doneAt), said(back?.doneAt));
  console.log(`${asked.zh}\n\n${asked.en}\n\nnpm run train -- undo ${task} yes`);
}

async function main([verb = "", task = "", sure = ""]: readonly string[]): Promise<void> {
  const config = readConfig(process.env);
  if ("wrong" in config) throw new StoreRefusal("unsuitable database", config.wrong.join("\n"));
  const database = await openDatabase(config.DATABASE_URL, { dataDir: config.DATA_DIR });
  const momentIn = (tx: Tx): Moment => momentOn(tx, config.TIMEZONE);
  try {
    if (verb === "") await train(database, momentIn);
    else if (verb === "show") await database.transaction((tx) => showServing(momentIn(tx)));
    else if (verb === "undo")
      await database.transaction((tx) => takeBack(momentIn(tx), task, sure === "yes"));
    else console.log(usage);
  } finally {
    await database.close();
  }
}

try {
  await main(process.argv.slice(3));
} catch (error) {
  if (!(error instanceof StoreRefusal)) throw error;
  console.error(error.message);
  if (error.code === "locked") console.error(whereElse);
  process.exitCode = 1;
}

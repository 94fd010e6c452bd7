/**
 * The same conversation as bare as it gets: grammY's client, prepared statements of better-sqlite3, one update after the
 * other, with the same sends and writes as our program. Runs for the bench: FOLDER, TOKEN, API_ROOT, VILLAGERS, SYNC.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineKeyboardButton, Update } from "@grammyjs/types";
import Sqlite from "better-sqlite3";
import { Bot } from "grammy";

const { FOLDER = "", TOKEN = "", API_ROOT = "", VILLAGERS = "0", SYNC = "FULL" } = process.env;
const workers = [7_003, 7_004];
const firstVillager = 10_000;
const day = 86_400_000;

interface Letter {
  readonly chat: number;
  readonly text: string;
  readonly about?: number;
  readonly buttons?: readonly InlineKeyboardButton.CallbackButton[];
}

const handle = new Sqlite(join(FOLDER, "bare.db"));
handle.exec(readFileSync(new URL("bareLoop.sql", import.meta.url), "utf8"));
handle.pragma("journal_mode = WAL");
handle.pragma(`synchronous = ${SYNC}`);

const person = handle.prepare("INSERT INTO person VALUES (?, ?, ?, ?)");
for (const [index, id] of workers.entries()) person.run(id, `网格员${index}`, `G${index}`, "grid_worker");
for (let index = 0; index < Number(VILLAGERS); index += 1)
  person.run(firstVillager + index, `村民${index}`, `G${index % workers.length}`, "villager");

const sql = {
  arrive: handle.prepare(
    "INSERT INTO inbox (update_id, chat, event, state, received_at) VALUES (?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING",
  ),
  done: handle.prepare("UPDATE inbox SET state = 'done', done_at = ? WHERE update_id = ?"),
  personById: handle.prepare<[number], { grid: string; name: string }>("SELECT * FROM person WHERE id = ?"),
  workerOf: handle.prepare<[string], { id: number; name: string }>(
    "SELECT * FROM person WHERE grid = ? AND role = 'grid_worker'",
  ),
  talk: handle.prepare<[number], { state: string }>("SELECT * FROM talk WHERE chat = ?"),
  keepTalk: handle.prepare("INSERT OR REPLACE INTO talk VALUES (?, ?, ?)"),
  endTalk: handle.prepare("DELETE FROM talk WHERE chat = ?"),
  about: handle.prepare<[number, number], { about: number }>(
    "SELECT about FROM outbox WHERE chat = ? AND message_id = ?",
  ),
  ticket: handle.prepare<[number], { number: number; reporter: number; responsible: number }>(
    "SELECT * FROM ticket WHERE number = ?",
  ),
  file: handle.prepare(
    "INSERT INTO ticket (what, kind, state, reporter, responsible, due_at, created_at) VALUES (?, 'lamp', 'open', ?, ?, ?, ?)",
  ),
  change: handle.prepare("UPDATE ticket SET state = ?, due_at = ? WHERE number = ?"),
  event: handle.prepare("INSERT INTO ticket_event (number, kind, actor, detail, at) VALUES (?, ?, ?, ?, ?)"),
  clock: handle.prepare("INSERT INTO clock (number, kind, due_at, state) VALUES (?, ?, ?, 'running')"),
  clocks: handle.prepare<[number], { id: number }>(
    "SELECT id FROM clock WHERE number = ? AND state = 'running'",
  ),
  stop: handle.prepare("UPDATE clock SET state = 'stopped', due_at = NULL WHERE id = ?"),
  segment: handle.prepare("INSERT INTO clock_segment (clock, kind, at) VALUES (?, ?, ?)"),
  alarm: handle.prepare("INSERT OR REPLACE INTO alarm VALUES (?, ?, NULL)"),
  forget: handle.prepare("DELETE FROM alarm WHERE key = ?"),
  rate: handle.prepare("INSERT INTO rating VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
  letter: handle.prepare(
    "INSERT INTO outbox (key, chat, payload, about, state, created_at) VALUES (?, ?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING",
  ),
  sent: handle.prepare("UPDATE outbox SET state = 'sent', message_id = ?, sent_at = ? WHERE key = ?"),
  menu: handle.prepare("INSERT OR REPLACE INTO menu_shown VALUES (?, ?, ?)"),
};

function startClock(number: number, kind: string, now: number): void {
  const id = Number(sql.clock.run(number, kind, now + day).lastInsertRowid);
  sql.segment.run(id, "started", now);
  sql.alarm.run(`clock ${id}`, now + day / 2);
}

function stopClocks(number: number, now: number): void {
  for (const { id } of sql.clocks.all(number)) {
    sql.stop.run(id);
    sql.segment.run(id, "stopped", now);
    sql.forget.run(`clock ${id}`);
  }
}

function button(text: string, data: string): InlineKeyboardButton.CallbackButton {
  return { text, callback_data: data };
}

function says(chat: number, text: string, replyTo: number | undefined, now: number): readonly Letter[] {
  const about = replyTo === undefined ? undefined : sql.about.get(chat, replyTo)?.about;
  const ticket = about === undefined ? undefined : sql.ticket.get(about);
  if (!ticket) {
    sql.keepTalk.run(chat, text, now);
    sql.alarm.run(`talk ${chat}`, now + day);
    const buttons = [button("对", "report yes"), button("不报了", "report no")];
    return [{ chat, text: `请您看看对不对：\n事情：${text}`, buttons }];
  }
  const { number, reporter } = ticket;
  sql.change.run("answered", now + 5 * day, number);
  sql.event.run(number, "answered", chat, text, now);
  stopClocks(number, now);
  startClock(number, "settle", now);
  const buttons = [button("办好了", `/task ${number} done`)];
  return [
    { chat, text: `已告诉村民：${text}`, about: number, buttons },
    { chat: reporter, text: `${number} 有答复了：${text}`, about: number },
  ];
}

function files(chat: number, now: number): readonly Letter[] {
  const talk = sql.talk.get(chat);
  const reporter = sql.personById.get(chat);
  const worker = reporter && sql.workerOf.get(reporter.grid);
  if (!talk || !worker) return [];
  const number = Number(sql.file.run(talk.state, chat, worker.id, now + day, now).lastInsertRowid);
  sql.event.run(number, "filed", chat, talk.state, now);
  startClock(number, "answer", now);
  sql.endTalk.run(chat);
  sql.forget.run(`talk ${chat}`);
  const buttons = [button("答复", `/task ${number} answer`), button("办好了", `/task ${number} done`)];
  return [
    { chat, text: `已受理，编号 ${number}。${worker.name}会在 24 小时内答复您。`, about: number },
    { chat: worker.id, text: `【新事项 ${number}】${talk.state}`, about: number, buttons },
  ];
}

function presses(chat: number, data: string, now: number): readonly Letter[] {
  if (data === "report yes") return files(chat, now);
  const ticket = sql.ticket.get(Number(/\d+/.exec(data)?.[0]));
  if (!ticket) return [];
  const { number, reporter, responsible } = ticket;
  const isDone = data.endsWith("done");
  sql.change.run(isDone ? "settled" : "closed", null, number);
  sql.event.run(number, isDone ? "settled" : "rated", chat, "", now);
  stopClocks(number, now);
  if (!isDone) {
    sql.rate.run(number, data.split(" ")[2], now);
    return [
      { chat, text: "谢谢您的评价。" },
      { chat: responsible, text: `${number} 的评价：满意`, about: number },
    ];
  }
  const buttons = ["satisfied", "unsatisfied"].map((score) => button(score, `/mine ${number} ${score}`));
  return [
    { chat, text: `${number} 已记为办好，请村民评价。` },
    { chat: reporter, text: `${number} 已办好，您满意吗？`, about: number, buttons },
  ];
}

/** Everything that one update changes, in one commit. */
const hear = handle.transaction((update: Update): readonly (Letter & { readonly key: string })[] => {
  const now = Date.now();
  const chat = update.message?.chat.id ?? update.callback_query?.from.id ?? 0;
  if (sql.arrive.run(update.update_id, chat, JSON.stringify(update), now).changes === 0) return [];
  const { message, callback_query: query } = update;
  const letters = query?.data
    ? presses(chat, query.data, now)
    : says(chat, message?.text ?? "", message?.reply_to_message?.message_id, now);
  const keyed = letters.map((letter, index) => ({ ...letter, key: `${update.update_id}.${index}` }));
  for (const { key, about, ...letter } of keyed)
    sql.letter.run(key, letter.chat, JSON.stringify(letter), about ?? null, now);
  sql.done.run(now, update.update_id);
  return keyed;
});

/** What became of what was said, in one commit. */
const record = handle.transaction((sent: readonly (Letter & { key: string; id: number })[]) => {
  const now = Date.now();
  for (const { key, id, chat, buttons } of sent) {
    sql.sent.run(id, now, key);
    if (buttons) sql.menu.run(chat, JSON.stringify(buttons), now);
  }
});

const { api } = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });
process.once("SIGTERM", () => {
  handle.close();
  process.exit();
});
process.stdout.write("ready\n");
for (let offset = 0; ;) {
  const updates = await api.getUpdates({ offset, timeout: 25, limit: 100 });
  for (const update of updates) {
    const letters = hear(update);
    const { callback_query: query } = update;
    const [sent] = await Promise.all([
      Promise.all(
        letters.map(async ({ buttons, ...letter }) => {
          const keyboard = buttons && { reply_markup: { inline_keyboard: [[...buttons]] } };
          const { message_id: id } = await api.sendMessage(letter.chat, letter.text, keyboard);
          return { ...letter, id, ...(buttons && { buttons }) };
        }),
      ),
      query && api.answerCallbackQuery(query.id),
    ]);
    record(sent);
    offset = update.update_id + 1;
  }
}

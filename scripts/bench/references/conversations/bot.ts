/**
 * What a developer would otherwise build, by the documentation of its libraries: grammY with its conversations, Prisma Client
 * on SQLite. Runs for the bench: FOLDER, TOKEN, API_ROOT, VILLAGERS say where and for whom.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  conversations,
  createConversation,
  type Conversation,
  type ConversationFlavor,
} from "@grammyjs/conversations";
import { PrismaAdapter } from "@grammyjs/storage-prisma";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "@prisma/client";
import Sqlite from "better-sqlite3";
import { Bot, InlineKeyboard, type Context } from "grammy";

type Ctx = ConversationFlavor<Context>;

const { FOLDER = "", TOKEN = "", API_ROOT = "", VILLAGERS = "0" } = process.env;
const file = join(FOLDER, "reference.db");
const workers = [7_003, 7_004];
const firstVillager = 10_000;
const day = 86_400_000;

const tables = new Sqlite(file);
tables.exec(readFileSync(new URL("tables.sql", import.meta.url), "utf8"));
tables.close();
const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) });
await prisma.user.createMany({
  data: [
    ...workers.map((id, index) => ({ id, name: `worker ${index}`, grid: `G${index}`, role: "grid_worker" })),
    ...Array.from({ length: Number(VILLAGERS) }, (_, index) => ({
      id: firstVillager + index,
      name: `villager ${index}`,
      grid: `G${index % workers.length}`,
      role: "villager",
    })),
  ],
});

const bot = new Bot<Ctx>(TOKEN, { client: { apiRoot: API_ROOT } });

/** A message about a ticket, remembered so that a reply to it is understood. */
async function sendCard(
  chatId: number,
  ticketId: number,
  text: string,
  keyboard?: InlineKeyboard,
): Promise<void> {
  const message = await bot.api.sendMessage(chatId, text, keyboard && { reply_markup: keyboard });
  await prisma.card.create({ data: { chatId, messageId: message.message_id, ticketId } });
}

function kindOf(what: string): string {
  if (/灯/.test(what)) return "lamp";
  return /路|桥/.test(what) ? "road" : "other";
}

async function report(conversation: Conversation<Ctx, Context>, ctx: Context): Promise<void> {
  const what = ctx.message?.text ?? "";
  const kind = kindOf(what);
  const keyboard = new InlineKeyboard().text("对", "report yes").text("不报了", "report no");
  await ctx.reply(`请您看看对不对：\n事情：${what}\n类别：${kind}`, { reply_markup: keyboard });
  const pressed = await conversation.waitForCallbackQuery(["report yes", "report no"]);
  await pressed.answerCallbackQuery();
  if (pressed.match === "report no") return void (await pressed.reply("好的，不报了。"));
  const from = pressed.from.id;
  const { ticket, assignee } = await conversation.external(async () => {
    const reporter = await prisma.user.findUniqueOrThrow({ where: { id: from } });
    const holder = await prisma.user.findFirstOrThrow({
      where: { grid: reporter.grid, role: "grid_worker" },
    });
    const filed = await prisma.ticket.create({
      data: {
        what,
        kind,
        place: "村口",
        reporterId: from,
        assigneeId: holder.id,
        dueAt: new Date(Date.now() + day),
        events: { create: { actorId: from, kind: "filed", detail: what } },
      },
    });
    return { ticket: { id: filed.id }, assignee: { id: holder.id, name: holder.name } };
  });
  await pressed.reply(`已受理，编号 ${ticket.id}。网格员${assignee.name}会在 24 小时内答复您。`);
  await conversation.external(() =>
    sendCard(
      assignee.id,
      ticket.id,
      `【新事项 ${ticket.id}】${what}`,
      new InlineKeyboard()
        .text("答复", `/task ${ticket.id} answer`)
        .text("办好了", `/task ${ticket.id} done`),
    ),
  );
}

bot.use(conversations({ storage: { type: "key", adapter: new PrismaAdapter(prisma.session) } }));
bot.use(createConversation(report));

bot.callbackQuery(/^\/task (\d+) done$/, async (ctx) => {
  const id = Number(ctx.match[1]);
  const ticket = await prisma.ticket.findUniqueOrThrow({ where: { id } });
  await ctx.answerCallbackQuery();
  if (ticket.assigneeId !== ctx.from.id) return;
  await prisma.ticket.update({
    where: { id },
    data: { status: "settled", events: { create: { actorId: ctx.from.id, kind: "settled", detail: "" } } },
  });
  await ctx.reply(`${id} 已记为办好，请村民评价。`);
  const keyboard = new InlineKeyboard()
    .text("满意", `/mine ${id} satisfied`)
    .text("不满意", `/mine ${id} unsatisfied`);
  await sendCard(ticket.reporterId, id, `您反映的 ${id} 已办好，您满意吗？`, keyboard);
});

bot.callbackQuery(/^\/mine (\d+) (satisfied|unsatisfied)$/, async (ctx) => {
  const id = Number(ctx.match[1]);
  const ticket = await prisma.ticket.findUniqueOrThrow({ where: { id } });
  await ctx.answerCallbackQuery();
  if (ticket.reporterId !== ctx.from.id) return;
  const detail = String(ctx.match[2]);
  await prisma.ticket.update({
    where: { id },
    data: { status: "closed", events: { create: { actorId: ctx.from.id, kind: "rated", detail } } },
  });
  await ctx.reply("谢谢您的评价。");
  await bot.api.sendMessage(ticket.assigneeId, `${id} 的评价：${detail === "satisfied" ? "满意" : "不满意"}`);
});

bot.on("message:text", async (ctx) => {
  const replied = ctx.message.reply_to_message;
  const card =
    replied &&
    (await prisma.card.findUnique({
      where: { chatId_messageId: { chatId: ctx.chat.id, messageId: replied.message_id } },
      include: { ticket: true },
    }));
  if (!card) return ctx.conversation.enter("report");
  const { ticket } = card;
  if (ticket.assigneeId !== ctx.from.id) return;
  const detail = ctx.message.text;
  await prisma.ticket.update({
    where: { id: ticket.id },
    data: { status: "answered", events: { create: { actorId: ctx.from.id, kind: "answered", detail } } },
  });
  const keyboard = new InlineKeyboard().text("办好了", `/task ${ticket.id} done`);
  await sendCard(ctx.chat.id, ticket.id, `已告诉村民：${detail}`, keyboard);
  await bot.api.sendMessage(ticket.reporterId, `${ticket.id} 有答复了：${detail}`);
});

bot.catch(({ error }) => console.error(error));
process.once("SIGTERM", () => void bot.stop().then(() => prisma.$disconnect()));
await bot.start({ onStart: () => void process.stdout.write("ready\n") });

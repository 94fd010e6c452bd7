/** What grammY's types say about the Bot API: the roots of `botApi.schema.json`. Only types; nothing imports this at run time. */
import type { Message, Opts, Update } from "@grammyjs/types";

type Calls = Pick<
  Opts<string>,
  | "getMe"
  | "getUpdates"
  | "setWebhook"
  | "deleteWebhook"
  | "getWebhookInfo"
  | "sendMessage"
  | "sendPhoto"
  | "sendVoice"
  | "sendVideo"
  | "sendAudio"
  | "sendAnimation"
  | "sendVideoNote"
  | "sendDocument"
  | "sendMediaGroup"
  | "sendLocation"
  | "editMessageText"
  | "editMessageReplyMarkup"
  | "answerCallbackQuery"
  | "getFile"
  | "setMyCommands"
  | "sendChatAction"
>;

export interface BotApi {
  readonly update: Update;
  readonly message: Message;
  readonly calls: Calls;
}

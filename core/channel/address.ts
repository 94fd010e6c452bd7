import type { Address } from "./contract.ts";

/** The address of a chat, as `channel/bot/chat`; the chat's own id may contain slashes. */
export function addressOf(channel: string, bot: string, chat: string): Address {
  return `${channel}/${bot}/${chat}`;
}

/** The chat an address names on this channel and bot, or undefined when it belongs to another. */
export function chatAt(address: Address, channel: string, bot: string): string | undefined {
  const own = `${channel}/${bot}/`;
  return address.startsWith(own) && address.length > own.length ? address.slice(own.length) : undefined;
}

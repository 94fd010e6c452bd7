import type { Address } from "./contract.ts";

/** `channel/bot`: one bot account on one platform, which sends and receives together. */
export type Route = string & { readonly __id?: "route" };

/** @throws RangeError when channel or bot contains a slash: they are ours to choose. */
export function routeOf(channel: string, bot: string): Route {
  if (channel.includes("/") || bot.includes("/"))
    throw new RangeError(`a channel or bot name has a slash: ${channel} ${bot}`);
  return `${channel}/${bot}`;
}

export function addressOf(place: {
  readonly channel: string;
  readonly bot: string;
  readonly chat: string;
}): Address {
  return `${routeOf(place.channel, place.bot)}/${place.chat}`;
}

/** The inverse of `addressOf`; a chat's own name may contain slashes. */
export function readAddress(address: Address): {
  readonly route: Route;
  readonly channel: string;
  readonly bot: string;
  readonly chat: string;
} {
  const [channel = "", bot = "", ...chat] = address.split("/");
  return { route: `${channel}/${bot}`, channel, bot, chat: chat.join("/") };
}

/** The chat an address names on this channel and bot, or undefined when it belongs to another. */
export function chatAt(address: Address, channel: string, bot: string): string | undefined {
  const own = `${channel}/${bot}/`;
  return address.startsWith(own) && address.length > own.length ? address.slice(own.length) : undefined;
}

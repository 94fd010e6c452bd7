import type { Text } from "../../language/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket, TicketNumber } from "../model.ts";

function named({ number, kind, place }: Pick<Ticket, "number" | "kind" | "place">): Text {
  const [{ zh, en }, where] = [kindOf(kind), place === "" ? "" : `（${place}）`];
  return { zh: `${number} ${zh}${where}`, en: `${number} ${en}${place === "" ? "" : `, ${place}`}` };
}

/** The question four weeks after the end, and what comes of it. */
export const aftercareTexts = {
  askAfter: (ticket: Ticket): Text => {
    const { zh, en } = named(ticket);
    return {
      zh: `${zh}四个星期前办好的，真的好了吗？`,
      en: `${en} was settled four weeks ago. Is it really all right?`,
    };
  },
  askAfterLine: (ticket: Ticket): Text => {
    const { zh, en } = named(ticket);
    return { zh: `${zh} · 真的好了吗？`, en: `${en} · is it really all right?` };
  },
  isHeld: { zh: "好的", en: "Yes, it is" },
  isBroken: { zh: "又坏了", en: "Broken again" },
  held: (number: TicketNumber): Text => ({
    zh: `好，谢谢您。${number} 就到这里，以后有事再说。`,
    en: `Good, thank you. That is all for ${number}; tell me whenever there is something.`,
  }),
  brokenAfterWeeks: { zh: "四个星期后又坏了", en: "Broken again four weeks later" },
  sayMore: {
    zh: "坏成什么样，回复这条消息说一句、发照片都行。",
    en: "Reply to this with words or a photo to say more.",
  },
  notAskedAfter: (number: TicketNumber): Text => ({
    zh: `${number} 现在不用说这个。发「${number}」看进展。`,
    en: `There is nothing to say to that of ${number} now. Send “${number}” to see how it stands.`,
  }),
} satisfies Record<string, unknown>;

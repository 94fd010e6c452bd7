import type { Material, Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TicketNumber } from "../model.ts";
import { enclosure, type Refusal } from "../service.ts";
import { doneReply } from "./deeds.ts";
import { dispatch, officesFor } from "./dispatch.ts";
import { join } from "./joint.ts";
import type { Asked, Offered } from "./model.ts";
import { addOffice, renameOffice, whyNoOffice } from "./offices.ts";

/** What flows may do at the desk. */
export interface CommandRoom {
  /** Where a matter can go, the proposed office first, and the office that has it. */
  offices(number: TicketNumber): Promise<Offered | Refusal>;
  dispatch(key: string, number: TicketNumber, office: string, said: Material | null): Promise<Reply>;
  join(key: string, number: TicketNumber, lead: string, helpers: readonly Asked[]): Promise<Reply>;
  /** Why an office cannot be called so, or null. */
  whyNoOffice(unit: string, name: string): Promise<Refusal | null>;
  addOffice(unit: string, name: string, duties: string | null): Promise<Reply>;
  renameOffice(office: number, name: string): Promise<Reply>;
}

/** @param known who acts; throws for a stranger. */
export function commandRoom(known: () => Acting): CommandRoom {
  return {
    offices: (number) => officesFor(known(), number),
    dispatch: async (key, number, office, said) => {
      const given = { office: Number(office), said: enclosure(said ?? { pieces: [] }) };
      return doneReply(await dispatch(known(), number, key, given));
    },
    join: async (key, number, lead, helpers) => {
      const given = {
        lead: Number(lead),
        helpers: helpers.map(({ office, part }) => ({ office: Number(office), part })),
      };
      const joined = await join(known(), number, key, given);
      return "refused" in joined ? joined.refused : joined.done;
    },
    whyNoOffice: (unit, name) => whyNoOffice(known(), unit, name),
    addOffice: (unit, name, duties) => addOffice(known(), unit, name, duties ?? ""),
    renameOffice: (office, name) => renameOffice(known(), office, name),
  };
}

import * as deeds from "./deeds.flow.ts";
import { dispatch } from "./dispatch.flow.ts";
import { join } from "./join.flow.ts";
import { addOffice, renameOffice } from "./office.flow.ts";

/** What is talked about at the desk and in offices. */
export const deskFlows = [
  dispatch,
  join,
  deeds.bounce,
  deeds.takeBack,
  deeds.returnToVillage,
  deeds.sendToCounty,
  deeds.sendDown,
  deeds.supervise,
  deeds.help,
  addOffice,
  renameOffice,
] as const;

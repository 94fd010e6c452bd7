import { say } from "../texts.ts";
import { deed } from "../respond/deeds.flow.ts";

/** An office sends a matter back to the command room, and says why. */
export const bounce = deed("bounce", say.bounceTitle, say.askWhyBounce);
/** The command room takes a matter back from an office. */
export const takeBack = deed("take_back", say.takeBackTitle, say.askWhyTakeBack);
/** The command room gives a matter back to its village. */
export const returnToVillage = deed("return_to_village", say.returnTitle, say.askWhyReturn);
/** The township sends a matter up to the county. */
export const sendToCounty = deed("send_to_county", say.countyTitle, say.askWhyCounty);
/** The county gives a matter back to its township. */
export const sendDown = deed("send_down", say.sentDownTitle, say.askWhySendDown);
/** The command room keeps its eye on a matter. */
export const supervise = deed("supervise", say.superviseTitle, say.askWhySupervise);
/** An office that helps says what it has done or found. */
export const help = deed("help", say.helpTitle, say.askHelp);

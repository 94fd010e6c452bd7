import { agreementTexts } from "./texts/agreement.ts";
import { meetingTexts } from "./texts/meeting.ts";
import { mediatorTexts } from "./texts/mediator.ts";
import { openingTexts } from "./texts/opening.ts";
import { partyTexts } from "./texts/party.ts";

export { consentNames, mediatorName, meetingName, namesOf, stateName, stepNames } from "./texts/names.ts";

/** Every sentence of this slice, by who hears it. */
export const say = {
  opening: openingTexts,
  mediator: { ...mediatorTexts, ...meetingTexts, ...agreementTexts },
  party: partyTexts,
};

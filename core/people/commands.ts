import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { accept } from "./accept.flow.ts";
import { cardView } from "./card.ts";
import { householdCommand } from "./householdCommand.ts";
import { dutyCommand } from "./duties/command.ts";
import type { DutyServices } from "./duties/desk.ts";
import { say as dutyTexts } from "./duties/texts.ts";
import type { HouseholdServices } from "./households/desk.ts";
import { say as householdTexts } from "./households/texts.ts";
import { inviteCommand } from "./inviteCommand.ts";
import type { JoinServices } from "./join.flow.ts";
import type { Acting } from "./moment.ts";
import { unitsWhere, type Action } from "./permission.ts";
import { personCommand } from "./personCommand.ts";
import { roleCommand } from "./roleCommand.ts";
import { setLanguage } from "./store.ts";
import { tagCommand } from "./tags/command.ts";
import { say as tagTexts } from "./tags/texts.ts";
import { say } from "./texts.ts";
import { unitsCommand } from "./unitsCommand.ts";

export interface PeopleServices extends JoinServices, HouseholdServices, DutyServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  /** Unique per message; what is said because of it is said once. */
  readonly messageKey: string;
  /** Where a code can be opened, on every platform that has links. */
  readonly links: (code: string) => readonly string[];
}

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(
  run: (args: string, acting: Acting, services: PeopleServices) => Promise<Reply | Begin>,
): Command<PeopleServices>["run"] {
  return async (args, services) => {
    if (!services.acting) throw new Error("this command is for people who have joined");
    return run(args.trim(), services.acting, services);
  };
}

const isMember = ({ acting }: PeopleServices): boolean => acting !== undefined;

function whoMay(...wanted: readonly Action[]) {
  return ({ acting }: PeopleServices): boolean =>
    acting !== undefined && wanted.some((action) => unitsWhere(acting.person.memberships, action).length > 0);
}

export const peopleCommands: readonly Command<PeopleServices>[] = [
  {
    name: "me",
    aliases: ["我的名片", "电子名片"],
    help: say.help.me,
    isFor: isMember,
    run: joined((_args, acting) => cardView(acting)),
  },
  {
    name: "language",
    aliases: ["语言", "换语言"],
    help: say.help.language,
    isFor: isMember,
    run: joined(language),
  },
  {
    name: "person",
    aliases: [],
    help: say.help.person,
    isFor: whoMay("person.confirm"),
    run: joined(personCommand),
  },
  {
    name: "invite",
    aliases: ["邀请"],
    help: say.help.invite,
    isFor: whoMay("invite.villager", "invite.staff"),
    run: joined((args, acting, { links }) => inviteCommand(args, acting, links)),
  },
  {
    name: "role",
    aliases: [],
    help: say.help.role,
    isFor: whoMay("role.change"),
    run: joined((args, acting, { messageKey }) => roleCommand(args, acting, messageKey)),
  },
  {
    name: "units",
    aliases: ["单位"],
    help: say.help.units,
    isFor: whoMay("unit.browse"),
    run: joined(unitsCommand),
  },
  {
    name: "household",
    aliases: ["村户"],
    help: householdTexts.help,
    isFor: whoMay("household.keep"),
    run: joined(householdCommand),
  },
  {
    name: "tag",
    aliases: ["标签"],
    help: tagTexts.help,
    isFor: whoMay("household.keep"),
    run: joined(tagCommand),
  },
  {
    name: "duty",
    aliases: ["清单", "责任清单", "值班表"],
    help: dutyTexts.help,
    isFor: whoMay("duty.read"),
    run: joined((args, acting, { messageKey, matters }) =>
      dutyCommand(args, { acting, messageKey, matters }),
    ),
  },
];

/** Which language somebody wants to be spoken to in. */
export const askLanguage: Reply = {
  text: say.languageAsk,
  choices: [
    { label: say.chinese, token: "/language zh" },
    { label: say.english, token: "/language en" },
  ],
};

async function language(args: string, acting: Acting): Promise<Reply> {
  if (args !== "zh" && args !== "en") return askLanguage;
  await setLanguage(acting.tx, acting.person.id, args);
  const answer = say.languageSet[args];
  return { zh: answer, en: answer };
}

/** `/start <code>` by somebody who has joined. */
export function acceptOffer(code: string): Begin {
  return begin(accept, { code });
}

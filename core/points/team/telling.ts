import { unitByCode, type UnitCode } from "../../org/index.ts";
import { nag, teamOf, type Holder, type Moment, type PersonId } from "../../people/index.ts";
import { lineOf } from "../ledger/entryText.ts";
import type { Entry } from "../model.ts";
import { say } from "../texts.ts";

/** Who runs a team: its liaison leads and the cadres of the village. Everybody else in it reads what it earns when she wants to. */
export async function leadersOf({ tx }: Moment, village: UnitCode): Promise<readonly Holder[]> {
  const unit = await unitByCode(tx, village);
  const team = unit ? await teamOf(tx, unit) : [];
  return team.filter(({ role, specialty }) => role === "liaison_lead" || specialty === "村干部");
}

/** Those who lead a team hear that an entry was taken back after an objection, and why; not who objected. */
export async function tellTeamLost(
  moment: Moment,
  given: { readonly entry: Entry; readonly words: string; readonly except: PersonId },
): Promise<void> {
  const { entry, words, except } = given;
  const line = await lineOf(moment, entry);
  const open = `/points team ${entry.account.id}`;
  for (const { person } of await leadersOf(moment, entry.account.id)) {
    if (person.id === except) continue;
    await nag(moment, {
      key: `points entry ${entry.id} lost ${person.id}`,
      recipient: person.id,
      subject: `points entry ${entry.id}`,
      rank: 3,
      line: say.team.voidedLine,
      open,
      saying: { text: say.team.voided(line, words), choices: [{ label: say.details, token: open }] },
      isFact: true,
    });
  }
}

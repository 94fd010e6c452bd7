import type { Reply } from "../dialogue/index.ts";
import { unitName } from "../org/index.ts";
import { issueInvite } from "./invites/service.ts";
import { specialties } from "./model.ts";
import type { Acting } from "./moment.ts";
import { readRole, readUnit } from "./reading.ts";
import { roleNames, say } from "./texts.ts";

/** `/invite 双桥村 网格员`, `/invite 双桥村 team_member 医生`: a code and where it can be opened. */
export async function inviteCommand(
  args: string,
  acting: Acting,
  links: (code: string) => readonly string[],
): Promise<Reply> {
  const words = args.split(/\s+/);
  const specialty = specialties.find((one) => one === words.at(-1) && words.length > 2);
  if (specialty !== undefined) words.pop();
  const role = readRole(words.pop() ?? "");
  const unitWords = words.join(" ");
  if (!role || unitWords === "") return say.inviteUsage;
  const read = await readUnit(acting.tx, unitWords, (code) => `/invite ${code} ${role}`);
  if ("ask" in read) return read.ask;
  const issued = await issueInvite(acting, read.unit, {
    role,
    ...(specialty === undefined ? {} : { specialty }),
  });
  if ("refused" in issued) return issued.refused;
  const unit = await unitName(acting.tx, read.unit.code);
  return say.invited({ ...issued, unit, role: roleNames[role], links: links(issued.code) });
}

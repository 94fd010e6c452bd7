import type { Reply } from "../dialogue/index.ts";
import { unitName, type Unit } from "../org/index.ts";
import { issueInvite, mayInvite } from "./invites/service.ts";
import { specialties, type Role } from "./model.ts";
import type { Acting } from "./moment.ts";
import { officeChoices, readOffice, readRole, readSpecialty, readUnit } from "./reading.ts";
import { postName, roleNames, say, specialtyName } from "./texts.ts";

type Links = (code: string) => readonly string[];

/** `/invite 双桥村 网格员`, `/invite 前童镇 科室人员 综合执法`: a code and where it can be opened. */
export async function inviteCommand(args: string, acting: Acting, links: Links): Promise<Reply> {
  const words = args.split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && readRole(word) !== undefined);
  const role = readRole(words[at] ?? "");
  if (!role)
    return words.length > 1 ? [say.noSuchRole(words.at(-1) ?? ""), say.inviteUsage] : say.inviteUsage;
  const rest = words.slice(at + 1).join(" ");
  const read = await readUnit(acting.tx, words.slice(0, at).join(" "), (code) =>
    `/invite ${code} ${role} ${rest}`.trim(),
  );
  if ("ask" in read) return read.ask;
  const refusal = await mayInvite(acting, read.unit, role);
  if (refusal) return refusal.refused;
  if (role === "team_member") return inviteToTeam(acting, read.unit, rest, links);
  if (role === "officer") return inviteToOffice(acting, read.unit, rest, links);
  if (rest !== "") return say.noSpecialtyHere(roleNames[role]);
  return invite(acting, read.unit, role, undefined, links);
}

/** A member of the village team is invited as one of the 8+X. */
async function inviteToTeam(acting: Acting, unit: Unit, said: string, links: Links): Promise<Reply> {
  const specialty = readSpecialty(said);
  if (specialty) return invite(acting, unit, "team_member", specialty, links);
  const choices = specialties.map((one) => ({
    label: specialtyName(one),
    token: `/invite ${unit.code} team_member ${one}`,
  }));
  const name = await unitName(acting.tx, unit.code);
  return { text: said === "" ? say.askSpecialty(name) : say.noSuchSpecialty(said, name), choices };
}

/** An officer is invited to one of the offices of the unit. */
async function inviteToOffice(acting: Acting, unit: Unit, said: string, links: Links): Promise<Reply> {
  const office = await readOffice(acting.tx, unit, said);
  if (office) return invite(acting, unit, "officer", office.name, links);
  return officeChoices(acting.tx, unit, said, (name) => `/invite ${unit.code} officer ${name}`);
}

async function invite(
  acting: Acting,
  unit: Unit,
  role: Role,
  specialty: string | undefined,
  links: Links,
): Promise<Reply> {
  const issued = await issueInvite(acting, unit, {
    role,
    ...(specialty === undefined ? {} : { specialty }),
  });
  if ("refused" in issued) return issued.refused;
  const terms = { ...issued, unit: await unitName(acting.tx, unit.code), links: links(issued.code) };
  return say.invited({ ...terms, role: postName(role, specialty) });
}

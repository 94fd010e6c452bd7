import type { Text } from "../../language/index.ts";
import { calledName, specialties, type Person, type Role, type Specialty } from "../model.ts";

/** What each post is called. */
export const roleNames: Readonly<Record<Role, Text>> = {
  villager: { zh: "村民", en: "villager" },
  grid_worker: { zh: "网格员", en: "grid worker" },
  team_member: { zh: "村服务团队", en: "village team" },
  liaison_lead: { zh: "联村组长", en: "liaison lead" },
  dispatcher: { zh: "镇指挥室", en: "command room" },
  officer: { zh: "科室人员", en: "officer" },
  area_leader: { zh: "联片领导", en: "area leader" },
  direct_leader: { zh: "分管领导", en: "leader in charge" },
  main_leader: { zh: "主要领导", en: "main leader" },
  editor: { zh: "编辑", en: "editor" },
  reviewer: { zh: "审核人", en: "reviewer" },
  operator: { zh: "后台操作员", en: "operator" },
  supervisor: { zh: "村务监督委员会", en: "supervision committee" },
  discipline: { zh: "纪检", en: "discipline" },
  shopkeeper: { zh: "超市管理员", en: "shopkeeper" },
  admin: { zh: "管理员", en: "admin" },
};

const specialtyNames: Readonly<Record<Specialty, string>> = {
  联村干部: "township cadre",
  村干部: "village cadre",
  网格员: "grid worker",
  联片民警: "police officer",
  医生: "doctor",
  教师: "teacher",
  农技工作者: "farming adviser",
  法律顾问: "legal adviser",
  志愿者: "volunteer",
};

/** What a specialty of the village team is called. */
export function specialtyName(specialty: string): Text {
  const known = specialties.find((one) => one === specialty);
  return { zh: specialty, en: known === undefined ? specialty : specialtyNames[known] };
}

/** What a post is called, with the specialty of a team member: 村服务团队（医生）. */
export function postName(role: Role, specialty: string | undefined): Text {
  const { zh, en } = roleNames[role];
  if (specialty === undefined) return { zh, en };
  const of = specialtyName(specialty);
  return { zh: `${zh}（${of.zh}）`, en: `${en} (${of.en})` };
}

/** 「网格员老李」, 「代联村组长叶医生」 where she only stands in; a name that is the post itself, 「管理员」, is said once. */
export function postAndName(role: Role, person: Pick<Person, "name" | "nickname" | "memberships">): Text {
  const [post, name] = [roleNames[role], calledName(person)];
  if (name === post.zh) return post;
  const isOwn = person.memberships.some((held) => held.role === role);
  return isOwn
    ? { zh: `${post.zh}${name}`, en: `${post.en} ${name}` }
    : { zh: `代${post.zh}${name}`, en: `acting ${post.en} ${name}` };
}

export type PersonId = string & { readonly __id?: "person" };

export const roles = [
  "villager",
  "grid_worker",
  "team_member",
  "liaison_lead",
  "dispatcher",
  "officer",
  "area_leader",
  "direct_leader",
  "main_leader",
  "editor",
  "reviewer",
  "operator",
  "supervisor",
  "discipline",
  "shopkeeper",
  "admin",
] as const;

export type Role = (typeof roles)[number];

/** A post somebody holds. */
export interface Membership {
  readonly role: Role;
  readonly unit: string;
  /** Of a team member: which of the 8+X she is; of an officer: the name of her office. */
  readonly specialty?: string;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What neighbours call her or him: 老李. */
  readonly nickname: string | null;
  readonly language: "zh" | "en";
  /** The grid she lives in. */
  readonly grid: string | null;
  /** Somebody who knows her said that she is who she says. */
  readonly isConfirmed: boolean;
  /** She has a telephone and no chat. */
  readonly isPhoneOnly: boolean;
  readonly memberships: readonly Membership[];
}

export function hasRole(person: Person, ...wanted: readonly Role[]): boolean {
  return person.memberships.some((membership) => wanted.includes(membership.role));
}

/** The name neighbours know. */
export function calledName(person: Pick<Person, "name" | "nickname">): string {
  return person.nickname ?? person.name;
}

const longestName = 30;

/** What people say before their name: 「我叫…」. */
const beforeName =
  /^(?:我的?(?:名字|姓名)?(?:是|叫)|名字(?:是|叫)|叫我?|本人|i am|my name is)[\s:,]*(?=\S{2})/iu;
const afterName = /[\s.,!;。~]+$/u;

/** A name as given, tidied, without 「我叫」; undefined when it cannot be one. */
export function readName(words: string): string | undefined {
  const tidied = words.normalize("NFKC").replaceAll(/\s+/g, " ").trim();
  const name = tidied.replace(beforeName, "").replace(afterName, "");
  const couldBeName =
    name.length > 0 && name.length <= longestName && /\p{L}/u.test(name) && !/[\p{N}\p{C}<>/]/u.test(name);
  return couldBeName ? name : undefined;
}

const longestAddress = 40;

/** An address in the village as given, tidied so that the same one is written the same; undefined when it cannot be one. */
export function readAddress(words: string): string | undefined {
  const narrow = words.replaceAll(/[０-９]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) - 0xfee0));
  const spaced = narrow.replaceAll(/\s+/g, " ").trim().replace(afterName, "");
  const address = /\p{Script=Han}/u.test(spaced) ? spaced.replaceAll(" ", "") : spaced;
  const couldBe = address.length > 0 && address.length <= longestAddress && /\p{L}/u.test(address);
  return couldBe && !/[\p{C}<>]/u.test(address) ? address : undefined;
}

/** The consent text in force; a new wording is a new version and is asked again. */
export const consentVersion = "2026-11";

const codeLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";
const codeLength = 10;

/** A code that can be read aloud: no letters that look like digits. @param draw a random whole number below its argument. */
export function makeCode(draw: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeLetters[draw(codeLetters.length)]).join("");
}

/** How long and how often an invite may be used: a poster for villagers, one person for a post. */
export function inviteTerms(role: Role): { readonly uses: number; readonly days: number } {
  return role === "villager" ? { uses: 1_000, days: 365 } : { uses: 1, days: 7 };
}

/** What a member of the village team is there for: the eight of 8+X, and the volunteers. */
export const specialties = [
  "联村干部",
  "村干部",
  "网格员",
  "联片民警",
  "医生",
  "教师",
  "农技工作者",
  "法律顾问",
  "志愿者",
] as const;

export type Specialty = (typeof specialties)[number];

/** Where a specialty stands among the eight and the volunteers; unknown ones and none come last. */
export function specialtyRank(specialty: string | undefined): number {
  const rank = specialties.findIndex((one) => one === specialty);
  return rank < 0 ? specialties.length : rank;
}

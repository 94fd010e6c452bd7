export type PersonId = string & { readonly __id?: "person" };

export type Role =
  | "villager"
  | "grid_worker"
  | "team_member"
  | "liaison_lead"
  | "dispatcher"
  | "officer"
  | "area_leader"
  | "direct_leader"
  | "main_leader"
  | "editor"
  | "reviewer"
  | "operator"
  | "supervisor"
  | "discipline"
  | "shopkeeper"
  | "admin";

/** A post somebody holds. */
export interface Membership {
  readonly role: Role;
  readonly unit: string;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What neighbours call her or him: 老李. */
  readonly nickname: string | null;
  readonly language: "zh" | "en";
  /** The grid she lives in. */
  readonly grid: string | null;
  readonly memberships: readonly Membership[];
}

export function hasRole(person: Person, ...roles: readonly Role[]): boolean {
  return person.memberships.some((membership) => roles.includes(membership.role));
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

/** The consent text in force; a new wording is a new version and is asked again. */
export const consentVersion = "2026-11";

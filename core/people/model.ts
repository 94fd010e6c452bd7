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

/** A name as given, tidied; undefined when it cannot be one. */
export function readName(words: string): string | undefined {
  const name = words.normalize("NFKC").replaceAll(/\s+/g, " ").trim();
  const couldBeName =
    name.length > 0 && name.length <= longestName && /\p{L}/u.test(name) && !/[\p{N}\p{C}<>/]/u.test(name);
  return couldBeName ? name : undefined;
}

/** The consent text in force; a new wording is a new version and is asked again. */
export const consentVersion = "2026-11";

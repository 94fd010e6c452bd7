import { choice, confirm, steps, type Flow, type Part, type Reply } from "../dialogue/index.ts";
import { properAddress, properName } from "./addHousehold.flow.ts";
import type { Candidate, HouseholdServices } from "./households/desk.ts";
import { say } from "./households/texts.ts";

const { ask, look, once } = steps<HouseholdServices>();

/** What may be changed about one of a household's people. */
export type MemberChange = "head" | "phone" | "remove";

/** Makes one of a household's people its head, notes that she has a telephone only, or takes her out. */
export const changeMember: Flow<HouseholdServices, { readonly id: number; readonly what: MemberChange }> = {
  name: "changeMember",
  title: say.changeTitle,
  *tell({ id, what }) {
    const home = yield* look("home", ({ households }) => households.home(id));
    if ("refused" in home) return home.refused;
    if (home.members.length === 0) return say.nobodyHere;
    const picked = yield* ask("who", choice(say.askWho[what](home.address), lines(home.members)));
    const who = picking(home.members, picked);
    if (what === "head") return yield* once("head", ({ households }) => households.setHead(id, who.id));
    if (what === "phone") return yield* once("phone", ({ households }) => households.switchPhone(id, who.id));
    const labels = { yes: say.remove, no: say.keep };
    if (!(yield* ask("sure", confirm(say.askRemove(who.name, home.address), labels)))) return say.notMoved;
    return yield* once("remove", ({ households }) => households.remove(id, who.id));
  },
};

/** Names who looks after a household: one of its people, somebody else of the village, or nobody. */
export const setCarer: Flow<HouseholdServices, { readonly id: number }> = {
  name: "setCarer",
  title: say.carerTitle,
  *tell({ id }) {
    const home = yield* look("home", ({ households }) => households.home(id));
    if ("refused" in home) return home.refused;
    const others = [
      { id: "other", label: say.otherCarer },
      { id: "none", label: say.noCarer },
    ];
    const picked = yield* ask("who", choice(say.askCarer(home.address), [...lines(home.members), ...others]));
    if (picked === "none")
      return yield* once("none", ({ households }, key) => households.setCarer(key, id, null));
    const who = picked === "other" ? yield* otherCarer(home.grid) : picking(home.members, picked);
    return yield* once("carer", ({ households }, key) => households.setCarer(key, id, who.id));
  },
};

/** Somebody of the village who can get messages. */
function* otherCarer(grid: string): Part<HouseholdServices, Candidate> {
  let asked = say.askCarerName;
  for (let attempt = 1; ; attempt += 1) {
    const name = yield* ask(`name${attempt}`, properName(asked));
    const found = yield* look(`found${attempt}`, ({ households }) => households.carers(grid, name));
    const listed = [...lines(found), { id: "none", label: say.noneOfThese }];
    const picked =
      found.length === 0 ? "none" : yield* ask(`pick${attempt}`, choice(say.whichPerson, listed));
    if (picked !== "none") return picking(found, picked);
    asked = found.length === 0 ? say.noSuchCarer(name) : say.askCarerName;
  }
}

/** Moves a household to another address, or removes one in which nobody lives. */
export const changeHouse: Flow<
  HouseholdServices,
  { readonly id: number; readonly what: "address" | "drop" }
> = {
  name: "changeHouse",
  title: say.changeTitle,
  *tell({ id, what }): Part<HouseholdServices, Reply> {
    const home = yield* look("home", ({ households }) => households.home(id));
    if ("refused" in home) return home.refused;
    if (what === "address") {
      const address = yield* ask("address", properAddress);
      return yield* once("change", ({ households }) => households.setAddress(id, address));
    }
    if (home.members.length > 0) return say.notEmpty;
    const labels = { yes: say.drop, no: say.keepHousehold };
    if (!(yield* ask("sure", confirm(say.askDrop(home.address), labels)))) return say.notMoved;
    return yield* once("drop", ({ households }, key) => households.drop(key, id));
  },
};

function lines(people: readonly Candidate[]) {
  return people.map(({ label }, index) => ({ id: `p${index}`, label }));
}

function picking(people: readonly Candidate[], picked: string): Candidate {
  const found = people[Number(picked.slice(1))];
  if (!found) throw new Error(`line ${picked} was offered and is not there`);
  return found;
}

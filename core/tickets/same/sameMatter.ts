import {
  filesIn,
  steps,
  wordsIn,
  type Material,
  type Part,
  type Place,
  type Reply,
} from "../../dialogue/index.ts";
import { unlessAccusing } from "../accusation/accusation.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import type { KindId } from "../kinds/model.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";

const { ask, look, once } = steps<TicketServices>();

const other = "new";

/** Asks whether this is a matter she, or a neighbour, has told already. Gives what she hears then; null for a new matter. */
export function* sameMatter(what: Material, kind: KindId, where: Place): Part<TicketServices, Reply | null> {
  const own = yield* look("own", ({ tickets }) => tickets.ownAlike(kind, where.words));
  if (own.length > 0) {
    const options = own.map(({ number, label }) => ({ id: String(number), label }));
    const question = choiceOrMore(say.partOrNew(own.map(({ number }) => number)), [
      ...options,
      { id: other, label: say.newMatterOfHers },
    ]);
    const picked = yield* ask("part", question);
    if (picked === dropped) return say.dropped;
    if (picked !== other) return yield* addedTo(Number(picked), what);
  }

  const neighbours = yield* look("near", ({ tickets }) =>
    tickets.neighboursAlike({ kind, place: where.words, words: wordsIn(what) }),
  );
  if (neighbours.length === 0) return null;
  const options = neighbours.map(({ number, label }) => ({ id: String(number), label }));
  const question = choiceOrMore(say.sameAsNeighbours, [...options, { id: other, label: say.notTheSame }]);
  const picked = yield* ask("same", question);
  if (picked === dropped) return say.dropped;
  if (picked === other) return null;
  const number = Number(picked);
  const followed = yield* once("follow", ({ tickets }, key) => tickets.follow(key, number, what));
  return followed === "followed" ? say.following(number) : null;
}

/** Adds what was said to a matter of hers. */
export function* addedTo(number: number, what: Material): Part<TicketServices, Reply> {
  // What is sealed already is read by nobody else.
  const isSealed = yield* look("sealed", ({ tickets }) => tickets.isOwnSealed(number));
  const accused = isSealed ? null : yield* unlessAccusing(what);
  if (accused !== null) return accused;
  const added = yield* once("add", ({ tickets }, key) =>
    tickets.add(key, number, { words: wordsIn(what), files: filesIn(what) }),
  );
  return added === "added" ? say.added(number) : added.refused;
}

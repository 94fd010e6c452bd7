import type { Board, Figures, Place } from "../../../../core/dashboard/index.ts";
import { html, type Html } from "../html.ts";
import { say } from "../texts.ts";
import { numberOf, type Words } from "../words.ts";
import { shareOf } from "./figures.ts";

/** So many places stand there at once; the others can be unfolded. */
const shownAtOnce = 18;

/** The list that stands for a map: one line for each place directly below, where it hurts most first. */
export function placeList({ places, unit }: Board, figures: Figures, words: Words): Html {
  const list = (shown: readonly Place[]) =>
    table(shown, { rates: figures.satisfactionBelow, unit: unit.code, words });
  const more = places.slice(shownAtOnce);
  return html`<section class="panel places-panel" aria-labelledby="places">
    <h2 id="places">${words.of(say.places)}</h2>
    ${places.length === 0 ? html`<p>${words.of(say.noPlaces)}</p>` : list(places.slice(0, shownAtOnce))}
    ${
      more.length > 0 &&
      html`<details id="more-places">
        <summary>${words.of(say.morePlaces(more.length))}</summary>
        ${list(more)}
      </details>`
    }
  </section>`;
}

interface Listing {
  /** Empty where the places have no rates: then there is no column for them. */
  readonly rates: Figures["satisfactionBelow"];
  /** Whose page it is. */
  readonly unit: string;
  readonly words: Words;
}

function table(places: readonly Place[], listing: Listing): Html {
  const { rates, words } = listing;
  const columns = [
    say.place,
    say.overdue,
    say.soonShort,
    say.open,
    ...(rates.size > 0 ? [say.satisfaction] : []),
  ];
  return html`<table class="figures">
    <thead>
      <tr>
        ${columns.map((name) => html`<th scope="col">${words.of(name)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${places.map((place) => row(place, listing))}
    </tbody>
  </table>`;
}

function row(place: Place, { rates, unit, words }: Listing): Html {
  const name = place.code === unit ? words.of(say.itself(place.name)) : place.name;
  const rate = rates.get(place.code);
  return html`<tr>
    <th scope="row">${place.hasPage ? html`<a href="${words.linkTo(place.code)}">${name}</a>` : name}</th>
    <td class="${place.overdue > 0 && "late"}">${numberOf(place.overdue)}</td>
    <td>${numberOf(place.soon)}</td>
    <td>${numberOf(place.open)}</td>
    ${rates.size > 0 && html`<td>${rate ? shareOf(rate, words) : words.of(say.noShare)}</td>`}
  </tr>`;
}

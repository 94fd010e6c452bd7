import type { Board, Figures, Place } from "../../../../core/dashboard/index.ts";
import { html, type Html } from "../html.ts";
import { say } from "../texts.ts";
import type { Words } from "../words.ts";
import { shareOf } from "./figures.ts";

/** So many places stand there at once; the others can be unfolded. */
const shownAtOnce = 18;

/** The list that stands for a map: one line for each place directly below, where it hurts most first. */
export function placeList({ places, unit }: Board, figures: Figures, words: Words): Html {
  const line = (place: Place) => row(place, { figures, unit: unit.code, words });
  const more = places.slice(shownAtOnce);
  return html`<section class="panel places-panel" aria-labelledby="places">
    <h2 id="places">${words.of(say.places)}</h2>
    ${places.length === 0 ? html`<p>${words.of(say.noPlaces)}</p>` : table(places.slice(0, shownAtOnce).map(line), words)}
    ${
      more.length > 0 &&
      html`<details id="more-places">
        <summary>${words.of(say.morePlaces(more.length))}</summary>
        ${table(more.map(line), words)}
      </details>`
    }
  </section>`;
}

function table(rows: readonly Html[], words: Words): Html {
  const columns = [say.place, say.overdue, say.soonShort, say.open, say.satisfaction];
  return html`<table class="places">
    <thead>
      <tr>
        ${columns.map((name) => html`<th scope="col">${words.of(name)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function row(
  place: Place,
  { figures, unit, words }: { readonly figures: Figures; readonly unit: string; readonly words: Words },
): Html {
  const name = place.code === unit ? words.of(say.itself(place.name)) : place.name;
  const rate = figures.satisfactionBelow.get(place.code);
  return html`<tr>
    <th scope="row">${place.hasPage ? html`<a href="${words.linkTo(place.code)}">${name}</a>` : name}</th>
    <td class="${place.overdue > 0 && "late"}">${place.overdue}</td>
    <td>${place.soon}</td>
    <td>${place.open}</td>
    <td>${rate ? shareOf(rate, words) : words.of(say.noShare)}</td>
  </tr>`;
}

import type { Board } from "../../../../core/dashboard/index.ts";
import { bar } from "../chart.ts";
import { html, type Html } from "../html.ts";
import { say } from "../texts.ts";
import type { Words } from "../words.ts";

type Call = Board["calls"][number];

/** How urgent notices are answered now, door by door. */
export function callList(calls: Board["calls"], words: Words): Html {
  const none = html`<p>${words.of(say.noCalls)}</p>`;
  return html`<section class="panel calls-panel" aria-labelledby="calls">
    <h2 id="calls">${words.of(say.calls)}</h2>
    ${
      calls.length === 0
        ? none
        : html`<ul class="calls">
            ${calls.map((call) => item(call, words))}
          </ul>`
    }
  </section>`;
}

function item({ head, doors, answered, visited, help, open, dueAt }: Call, words: Words): Html {
  const said = words.of(say.answered(answered, doors));
  const isComing = dueAt !== null && dueAt > words.now;
  return html`<li>
    <h3>${head}</h3>
    ${bar(answered + visited, doors, said)}
    <p>${said}${isComing && html` · ${words.of(say.doorsFrom(words.calendar.moment(dueAt)))}`}</p>
    <p class="${open > 0 && "late"}">${words.of(say.silent(open))}</p>
    ${visited > 0 && html`<p>${words.of(say.visited(visited))}</p>`}${help > 0 && html`<p class="late">${words.of(say.help(help))}</p>`}
  </li>`;
}

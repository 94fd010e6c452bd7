import type { Board, QueueLine } from "../../../../core/dashboard/index.ts";
import { kindOf } from "../../../../core/tickets/index.ts";
import { hour, lengthOf } from "../../../../core/time/index.ts";
import { html, type Html } from "../html.ts";
import { say } from "../texts.ts";
import { numberOf, type Words } from "../words.ts";

/** What is due first: numbers, kinds and who has it; nobody's words and no villager's name. */
export function queueList({ queue, sum }: Board, words: Words): Html {
  const table = html`<table class="queue">
    <thead>
      <tr>
        <th scope="col">${words.of(say.matter)}</th>
        <th scope="col">${words.of(say.placeAndHolder)}</th>
        <th scope="col">${words.of(say.due)}</th>
      </tr>
    </thead>
    <tbody>
      ${queue.map((line) => row(line, words))}
    </tbody>
  </table>`;
  return html`<section class="panel queue-panel" aria-labelledby="queue">
    <h2 id="queue">${words.of(say.queue)}</h2>
    ${queue.length === 0 ? html`<p>${words.of(say.queueEmpty)}</p>` : table}
    ${queue.length > 0 && html`<p class="rest">${words.of(say.queueAll(numberOf(sum.open)))}</p>`}
  </section>`;
}

function row(line: QueueLine, words: Words): Html {
  const marks = [line.isUrgent && say.urgent, line.isSupervised && say.supervised].filter(
    (mark) => mark !== false,
  );
  return html`<tr>
    <th scope="row">
      ${line.number} ${words.of(kindOf(line.kind))}
      ${marks.map((mark) => html`<span class="mark">${words.of(mark)}</span> `)}
    </th>
    <td><span>${line.place}</span> <span class="quiet">${line.holder ?? words.of(say.nobody)}</span></td>
    ${dueCell(line, words)}
  </tr>`;
}

function dueCell({ dueAt }: QueueLine, words: Words): Html {
  if (dueAt === undefined) return html`<td>${words.of(say.still)}</td>`;
  const isLate = dueAt <= words.now;
  const apart = Math.abs(dueAt - words.now);
  // Minutes matter in the last hour only.
  const length = lengthOf(apart < hour ? apart : Math.floor(apart / hour) * hour);
  const said = isLate ? say.late(length) : say.left(length);
  return html`<td class="${isLate && "late"}">
    <span>${words.of(said)}</span>
    <time class="quiet" datetime="${new Date(dueAt).toISOString()}"
      >${words.of(words.calendar.moment(dueAt))}</time
    >
  </td>`;
}

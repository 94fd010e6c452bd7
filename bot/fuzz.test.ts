import * as fc from "fast-check";
import { pino } from "pino";
import { expect, test } from "vitest";
import type { Body, InboundEvent } from "../core/channel/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../core/store/testing/index.ts";
import { foldTickets, readLedger, type Ledger } from "./testing/ledger.ts";
import { concerned, handles, leaks, markOf, unanswered } from "./testing/leaks.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";
import { ordinary, sequence, tellings, type Deed, type Press, type Utterance } from "./testing/siegeDeeds.ts";

/** One run of the program under fire. */
class Siege {
  readonly events: InboundEvent[] = [];
  readonly #stage: ProgramStage;
  #said = 0;

  constructor(stage: ProgramStage) {
    this.#stage = stage;
  }

  async perform(next: Deed): Promise<void> {
    if (next.deed === "pass") return this.#stage.pass(next.milliseconds);
    if (next.deed === "restart") return this.#stage.restart();
    const fresh = (next.deed === "say" ? [next] : next.all).flatMap((one) => this.#eventsOf(one));
    await this.#stage.program().intake.accept(fresh);
    await this.#stage.program().settle();
  }

  #eventsOf({ actor, body, replyTo, repeats, marked }: Utterance): InboundEvent[] {
    this.#said += 1;
    const event: InboundEvent = {
      dedupeKey: `siege-${this.#said}`,
      channel: "paper",
      bot: "bot",
      chat: actor,
      actor: { id: actor, name: actor },
      group: false,
      addressed: true,
      at: this.#stage.clock.now(),
      body:
        body.type === "press"
          ? this.#press(actor, body)
          : marked || isTelling(body)
            ? markedBody(body, markOf(this.#said))
            : body,
      ...(replyTo === null ? {} : { replyTo: `p-${this.#repliedTo(actor, replyTo)}` }),
    };
    this.events.push(event);
    return Array.from({ length: repeats }, () => event);
  }

  #repliedTo(actor: string, which: number | "newest"): string {
    const { sent } = this.#stage.adapter;
    const found =
      which === "newest"
        ? sent.findLast(({ to }) => to.endsWith(`/${actor}`))
        : sent[which % (sent.length + 1)];
    return found?.key ?? "never\u0000";
  }

  #press(actor: string, { whose, which, damage }: Press): Body {
    const { sent } = this.#stage.adapter;
    const own = sent.findLast(({ to, buttons }) => to.endsWith(`/${actor}`) && buttons.length > 0);
    const shown = whose === "own" && own ? [own] : sent;
    const tokens = shown.flatMap(({ buttons }) => buttons.map(({ token }) => token));
    const token = tokens[which % Math.max(1, tokens.length)] ?? "/mine 1001";
    const damaged = {
      none: token,
      cut: token.slice(0, -1),
      longer: `${token}x`,
      other: token.replace(/[A-Za-z0-9]/, "Z"),
    };
    return { type: "action", token: damaged[damage] };
  }
}

function isTelling(body: Body): boolean {
  return body.type === "text" && tellings.includes(body.text);
}

/** Ends what was said with a mark, so that it can be found again wherever it is shown. */
function markedBody(body: Body, mark: string): Body {
  if (body.type === "text" && !ordinary.includes(body.text)) return { ...body, text: `${body.text}${mark}` };
  if (body.type === "forward") return { ...body, text: `${body.text}${mark}` };
  if (body.type === "media") return { ...body, caption: `${body.caption ?? ""}${mark}` };
  return body;
}

function judge(ledger: Ledger, events: readonly InboundEvent[], errors: readonly string[]): void {
  expect(errors).toEqual([]);
  expect(ledger.inbox.filter(({ state }) => state !== "done")).toEqual([]);
  expect(ledger.inbox).toHaveLength(events.length);
  expect(unanswered(ledger)).toEqual([]);
  expect(ledger.outbox.filter(({ state }) => state !== "sent")).toEqual([]);
  const speakers = new Map(events.map((event, index) => [markOf(index + 1), event.actor.id]));
  expect(leaks(ledger, speakers)).toEqual([]);

  expect(ledger.tickets.map(({ number }) => number)).toEqual(ledger.tickets.map((_, index) => 1001 + index));
  const folded = foldTickets(ledger);
  for (const ticket of ledger.tickets) {
    const { number, cycle } = ticket;
    const state = folded.get(number)?.state.replace("unrated", "closed");
    expect({ number, state, cycle: folded.get(number)?.cycle }).toEqual({
      number,
      state: ticket.state,
      cycle,
    });
    expect(intruders(ledger, ticket), `only those who may acted on ${number}`).toEqual([]);
    if (ticket.state === "closed") continue;
    expect(ticket.responsible_id, `somebody must act on ${number}`).not.toBeNull();
    if (ticket.state === "open") expect(clockRuns(ledger, ticket), `the clock of ${number} runs`).toBe(true);
  }
  const levels = ledger.talks
    .filter(({ state }) => state === "open")
    .map(({ speaker, position }) => `${speaker} ${position}`);
  expect(levels).toHaveLength(new Set(levels).size);
}

/** What was done to a ticket by somebody who may not: the last word is the reporter's, the work is for posts of its unit. */
function intruders(ledger: Ledger, ticket: Ledger["tickets"][number]): readonly string[] {
  const hers = ["filed", "rated", "not_fixed", "reopened"];
  const theirs = ["answered", "settled", "unverified"];
  return ledger.events
    .filter(({ number, kind, actor_id: actor }) => {
      if (number !== ticket.number) return false;
      const isHers = concerned(ledger, ticket.number).has(actor ?? "");
      if (hers.includes(kind)) return !isHers;
      const account = ledger.accounts.find(({ person_id }) => person_id === actor);
      // She may say herself that it is mended.
      if (kind === "settled" && isHers) return false;
      return theirs.includes(kind) && !handles(account?.actor ?? "", ticket.unit_code);
    })
    .map(({ kind, actor_id }) => `${kind} by ${actor_id}`);
}

/** An open ticket has its deadline ahead, or it was passed on. */
function clockRuns({ alarms, clocks, events }: Ledger, ticket: Ledger["tickets"][number]): boolean {
  const clock = clocks.find(
    ({ subject, kind, cycle }) =>
      subject === `ticket ${ticket.number}` && kind === "answer" && cycle === ticket.cycle,
  );
  if (clock?.state !== "running") return false;
  const waiting = alarms.filter(
    ({ key, fired_at }) => key.startsWith(`clock ${clock.id} ${clock.revision} `) && fired_at === null,
  );
  const passedOn = events.some(
    ({ number, kind, cycle }) => number === ticket.number && kind === "overdue" && cycle === ticket.cycle,
  );
  return waiting.length === 1 && passedOn === (clock.breached_at !== null);
}

async function besiege(open: OpenTestDatabase, deeds: readonly Deed[]): Promise<void> {
  const errors: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => errors.push(line) });
  const stage = await createProgramStage(await open.filled(seedVillage), {}, log);
  const siege = new Siege(stage);
  for (const next of deeds) await siege.perform(next);
  const ledger = await readLedger(stage.database());
  await stage.database().close();
  judge(ledger, siege.events, errors);
}

/** How many programs are besieged side by side: most of a run is waiting for the disk. */
const sideBySide = 4;
const runs = { sqlite: 80, postgresql: 5 };
/** Milliseconds; a slow machine does fewer runs. */
const patience = { sqlite: 24_000, postgresql: 10_000 };

describeOnEachEngine("whatever people do", (open, engine) => {
  test(
    "the program answers everybody, keeps everything and mixes nobody up",
    { timeout: 120_000 },
    async () => {
      const sieges = fc.array(sequence, { minLength: sideBySide, maxLength: sideBySide });

      const until = Date.now() + patience[engine];

      await fc.assert(
        fc.asyncProperty(sieges, async (all) => {
          // fast-check's own time limit would leave a siege running behind the test.
          if (Date.now() < until) await Promise.all(all.map((deeds) => besiege(open, deeds)));
        }),
        { numRuns: runs[engine] },
      );
    },
  );
});

import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type account = {
    channel: string;
    bot: string;
    actor: string;
    person_id: string;
    address: string;
    reachable: Generated<number>;
    created_at: number;
};
export type alarm = {
    key: string;
    kind: string;
    subject: string;
    fire_at: number;
    fired_at: number | null;
};
export type channel_pause = {
    channel: string;
    bot: string;
    until_at: number;
};
export type consent = {
    id: Generated<number>;
    person_id: string;
    version: string;
    given: number;
    at: number;
};
export type counter = {
    name: string;
    value: number;
};
export type household = {
    id: Generated<number>;
    grid: string;
    address: string;
    head_id: string | null;
    /**
     * Gets the messages of, and may act for, a member who has no chat; need not live here.
     */
    carer_id: string | null;
    created_by: string | null;
    created_at: number;
};
export type household_member = {
    person_id: string;
    household_id: number;
    created_at: number;
};
export type inbox = {
    id: Generated<number>;
    channel: string;
    bot: string;
    dedupe_key: string;
    address: string;
    actor: string;
    kind: string;
    event: string;
    state: string;
    attempts: Generated<number>;
    received_at: number;
    retry_at: Generated<number>;
    done_at: number | null;
    error: string | null;
};
export type invite = {
    code: string;
    unit_code: string;
    role: string;
    specialty: string | null;
    uses_left: number;
    expires_at: number;
    created_by: string | null;
    created_at: number;
};
export type invite_guess = {
    id: Generated<number>;
    address: string;
    at: number;
};
export type media = {
    channel: string;
    file_id: string;
    bot: string;
    /**
     * The chat it came from: whoever sent it is told when it is refused.
     */
    address: string;
    kind: string;
    state: string;
    /**
     * Why it is gone or refused.
     */
    reason: string | null;
    sha256: string | null;
    mime: string | null;
    bytes: number | null;
    attempts: Generated<number>;
    next_at: number;
    created_at: number;
};
export type membership = {
    person_id: string;
    unit_code: string;
    role: string;
    /**
     * Of a team member: which of the 8+X she is.
     */
    specialty: string | null;
    created_at: number;
};
export type menu_shown = {
    address: string;
    options: string;
    shown_at: number;
};
export type outbox = {
    id: Generated<number>;
    key: string;
    route: string;
    address: string;
    lane: number;
    payload: string;
    menu: string | null;
    about: string | null;
    state: string;
    attempts: Generated<number>;
    next_at: number;
    lease_until: number | null;
    owner: string | null;
    provider_id: string | null;
    error: string | null;
    created_at: number;
    sent_at: number | null;
};
export type person = {
    id: string;
    name: string;
    /**
     * What neighbours and staff are called by: 老李. Shown before the name where there is one.
     */
    nickname: string | null;
    language: string;
    grid: string | null;
    created_at: number;
    /**
     * When the grid worker said that she is who she says; until then she may report, but not vote, earn or order.
     */
    confirmed_at: number | null;
    confirmed_by: string | null;
    /**
     * When it was noted that she has a telephone and no chat: somebody calls, calls in, or tells her carer.
     */
    phone_only_at: number | null;
};
export type rating = {
    number: number;
    cycle: number;
    score: string;
    reason: string | null;
    rated_by: string;
    at: number;
};
export type talk = {
    id: string;
    speaker: string;
    flow: string;
    state: string;
    position: number;
    log: string;
    asking: string | null;
    started_at: number;
    touched_at: number;
};
export type ticket = {
    number: number;
    kind: string;
    what: string;
    place: string;
    latitude: number | null;
    longitude: number | null;
    reporter_id: string;
    unit_code: string;
    responsible_id: string | null;
    /**
     * Who filed it on the reporter's behalf.
     */
    filed_by: string | null;
    state: string;
    cycle: Generated<number>;
    /**
     * simple: the grid worker's · ordinary: the village team's · complex: the township's.
     */
    tier: Generated<string>;
    answer_due_at: number;
    /**
     * When the village team or the township must have settled it.
     */
    settle_due_at: number | null;
    /**
     * A danger to life: everybody above was told at once.
     */
    urgent: Generated<number>;
    /**
     * Seen by the discipline role and the reporter only.
     */
    sealed: Generated<number>;
    /**
     * Whom a complaint about service is about: neither told nor allowed to read it.
     */
    about_id: string | null;
    answered_at: number | null;
    settled_at: number | null;
    closed_at: number | null;
    created_at: number;
    source_key: string;
};
export type ticket_event = {
    id: Generated<number>;
    number: number;
    cycle: number;
    kind: string;
    actor_id: string | null;
    detail: string;
    source_key: string;
    at: number;
};
export type ticket_follower = {
    number: number;
    person_id: string;
    since_at: number;
};
export type ticket_media = {
    id: Generated<number>;
    number: number;
    event_id: number | null;
    file: string;
};
export type unit = {
    code: string;
    name: string;
    kind: string;
    parent: string | null;
    path: string;
};
export type DB = {
    account: account;
    alarm: alarm;
    channel_pause: channel_pause;
    consent: consent;
    counter: counter;
    household: household;
    household_member: household_member;
    inbox: inbox;
    invite: invite;
    invite_guess: invite_guess;
    media: media;
    membership: membership;
    menu_shown: menu_shown;
    outbox: outbox;
    person: person;
    rating: rating;
    talk: talk;
    ticket: ticket;
    ticket_event: ticket_event;
    ticket_follower: ticket_follower;
    ticket_media: ticket_media;
    unit: unit;
};

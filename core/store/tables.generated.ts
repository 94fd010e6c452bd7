import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type absence = {
    id: Generated<number>;
    person_id: string;
    from_at: number;
    /**
     * Null until she says that she is back.
     */
    until_at: number | null;
    reason: string;
    /**
     * Who stands in for her this time; her deputies otherwise.
     */
    deputy_id: string | null;
    made_by: string;
    created_at: number;
};
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
export type answer_template = {
    id: Generated<number>;
    /**
     * The unit it is for, with everything inside.
     */
    unit_code: string;
    /**
     * The kind of matter it is for, or "*".
     */
    kind: string;
    words: string;
    made_by: string;
    created_at: number;
};
export type assessment = {
    id: Generated<number>;
    /**
     * teams · cadres · townships · good_teams · stars
     */
    kind: string;
    unit_code: string;
    year: number;
    version: number;
    /**
     * draft · refused · published · frozen
     */
    state: string;
    /**
     * How many days it is open to objection.
     */
    days: number;
    /**
     * `Rules`, as JSON: those its grades were given by.
     */
    rules: string;
    /**
     * Why there is a newer version than the first.
     */
    correction: string | null;
    is_demo: Generated<number>;
    made_at: number;
    /**
     * Null for what the program made at its hour.
     */
    made_by: string | null;
    decided_at: number | null;
    decided_by: string | null;
    /**
     * Why it was refused.
     */
    words: string | null;
    /**
     * From then on nobody objects.
     */
    closes_at: number | null;
    frozen_at: number | null;
};
export type assessment_line = {
    id: Generated<number>;
    assessment_id: number;
    /**
     * The code of a unit, or a person.
     */
    subject: string;
    version: number;
    unit_code: string;
    person_id: string | null;
    /**
     * What the unit or person was called then.
     */
    name: string;
    /**
     * Her post then.
     */
    post: string | null;
    /**
     * excellent · fit · poor · ungraded; of the good teams and the stars asked · named · declined · removed
     */
    grade: string;
    /**
     * `Basis`, as JSON.
     */
    basis: string;
    made_at: number;
    made_by: string | null;
    /**
     * The objection that put it right, and the answer to it.
     */
    objection_id: number | null;
    words: string | null;
};
export type assessment_objection = {
    id: Generated<number>;
    source_key: string;
    assessment_id: number;
    subject: string;
    person_id: string;
    words: string;
    /**
     * Who was asked to answer; null while nobody can.
     */
    judge_id: string | null;
    /**
     * waiting · upheld · rejected
     */
    state: string;
    answer: string | null;
    answered_by: string | null;
    answered_at: number | null;
    created_at: number;
};
export type briefing = {
    id: Generated<number>;
    source_key: string;
    unit_code: string;
    kind: string;
    /**
     * The first moment of the week it is about.
     */
    week_at: number;
    /**
     * What stood on it about the week, as a text in two languages, JSON.
     */
    finding: string;
    words: string;
    written_by: string;
    leader_id: string;
    /**
     * sent · noted · instructed · answered
     */
    state: string;
    created_at: number;
};
export type briefing_instruction = {
    id: Generated<number>;
    source_key: string;
    briefing_id: number;
    leader_id: string;
    words: string;
    at: number;
    due_at: number;
    answer: string | null;
    answered_by: string | null;
    answered_at: number | null;
};
export type bulletin = {
    id: Generated<number>;
    /**
     * weekly · monthly
     */
    kind: string;
    unit_code: string;
    period_from: number;
    version: number;
    /**
     * The township's or county's, with which this one is decided on; null for that one itself.
     */
    bundle_id: number | null;
    /**
     * waiting · published · refused · replaced
     */
    state: string;
    /**
     * `Sheet`, as JSON.
     */
    sheet: string;
    made_at: number;
    /**
     * Null for what the program made at its hour.
     */
    made_by: string | null;
    decided_at: number | null;
    decided_by: string | null;
    /**
     * Why it was refused.
     */
    words: string | null;
};
export type bulletin_trigger = {
    id: Generated<number>;
    source_key: string;
    unit_code: string;
    /**
     * admonition · censure
     */
    kind: string;
    /**
     * From so many hours without an answer after the deadline; null where that is no trigger.
     */
    unanswered_hours: number | null;
    /**
     * From so many times not satisfied; null where that is no trigger.
     */
    dissatisfied_times: number | null;
    made_by: string;
    /**
     * It holds for periods that begin later.
     */
    made_at: number;
};
export type calendar = {
    id: Generated<number>;
    name: string;
    version: number;
    /**
     * The intervals of each day of the week, as JSON.
     */
    week: string;
    made_by: string | null;
    created_at: number;
};
export type calendar_day = {
    calendar_id: number;
    /**
     * In the installation's time zone: 2026-10-01.
     */
    date: string;
    /**
     * The intervals of that day, as JSON; none on a holiday.
     */
    hours: string;
    note: string;
};
export type channel_pause = {
    channel: string;
    bot: string;
    until_at: number;
    per_second: number | null;
    /**
     * When per_second last changed.
     */
    learned_at: Generated<number>;
    tokens: Generated<number>;
    filled_at: Generated<number>;
};
export type chat_pace = {
    address: string;
    spoken: string;
    /**
     * From then on the row means nothing.
     */
    until_at: number;
};
export type clock = {
    id: Generated<number>;
    /**
     * What it is about, in the owner's words: "ticket 1001".
     */
    subject: string;
    kind: string;
    cycle: number;
    /**
     * One more each time its deadline changes.
     */
    revision: number;
    policy_id: number;
    calendar_id: number;
    target_ms: number;
    /**
     * What had been used up when it last stood still.
     */
    consumed_ms: number;
    /**
     * Since when it runs; null while it stands still.
     */
    since_at: number | null;
    /**
     * Null while it stands still.
     */
    due_at: number | null;
    state: string;
    breached_at: number | null;
    created_at: number;
};
export type clock_segment = {
    id: Generated<number>;
    clock_id: number;
    revision: number;
    kind: string;
    at: number;
    policy_id: number;
    calendar_id: number;
    target_ms: number;
    reason: string;
    actor_id: string | null;
};
export type consent = {
    id: Generated<number>;
    person_id: string;
    version: string;
    given: number;
    at: number;
};
export type consultation = {
    id: Generated<number>;
    number: number;
    cycle: number;
    /**
     * The township or county whose command room convened it.
     */
    unit_code: string;
    /**
     * The office that leads it, in words.
     */
    lead: string;
    question: string;
    due_at: number;
    /**
     * asking · deciding · decided · called_off
     */
    state: string;
    convened_by: string;
    leader_id: string | null;
    decision: string | null;
    created_at: number;
    decided_at: number | null;
    source_key: string;
};
export type consultation_party = {
    id: Generated<number>;
    consultation_id: number;
    /**
     * What it is called: an office, a post, or somebody outside.
     */
    name: string;
    /**
     * Who speaks for it here; null where somebody outside is asked by telephone.
     */
    person_id: string | null;
    /**
     * summon: must answer · invite: may
     */
    kind: string;
    /**
     * waiting · answered · declined · silent
     */
    state: string;
    opinion: string | null;
    answered_at: number | null;
    is_late: Generated<number>;
};
export type counter = {
    name: string;
    value: number;
};
export type dashboard_look = {
    pass_id: number;
    unit_code: string;
    at: number;
};
export type dashboard_pass = {
    id: Generated<number>;
    person_id: string;
    link_hash: string;
    /**
     * Until when the link can be opened.
     */
    link_until: number;
    made_at: number;
    opened_at: number | null;
    session_hash: string | null;
    session_until: number | null;
};
export type deputy = {
    unit_code: string;
    role: string;
    person_id: string;
    deputy_id: string;
    created_at: number;
};
export type duty_words = {
    unit_code: string;
    role: string;
    words: string;
    made_by: string;
    created_at: number;
};
export type evaluation_day = {
    /**
     * unit · person · office
     */
    of_kind: string;
    of_id: string;
    /**
     * The first moment of the day where the installation is.
     */
    day_at: number;
    filed: Generated<number>;
    answered_in_time: Generated<number>;
    answered_late: Generated<number>;
    never_answered: Generated<number>;
    settled_in_time: Generated<number>;
    settled_late: Generated<number>;
    never_settled: Generated<number>;
    stood_still: Generated<number>;
    settled: Generated<number>;
    unverified: Generated<number>;
    reopened: Generated<number>;
    withdrawn: Generated<number>;
    settled_in_village: Generated<number>;
    settled_above: Generated<number>;
    satisfied: Generated<number>;
    fair: Generated<number>;
    dissatisfied: Generated<number>;
    unrated: Generated<number>;
    mediated: Generated<number>;
    mediation_failed: Generated<number>;
};
export type evaluation_matter = {
    number: number;
    /**
     * The village it belongs to, or the unit above the villages.
     */
    unit_code: string;
    /**
     * The last moment at which something went wrong with it; null where nothing did.
     */
    bad_at: number | null;
    /**
     * Its shares in the tallies, as JSON: [{"of","id","dayAt","counts"}].
     */
    shares: string;
};
export type evaluation_progress = {
    name: string;
    /**
     * Up to this event everything is counted, but for what is missing.
     */
    event_id: number;
    /**
     * Numbers below that were not there yet when they were passed, as JSON: [{"from","to","since"}].
     */
    missing: string;
    /**
     * The last matter counted while everything is counted anew; null once that is done.
     */
    anew_after: number | null;
    /**
     * Until then the nightly check wants nothing to be counted.
     */
    held_until: number;
};
export type follow_up = {
    id: Generated<number>;
    source_key: string;
    number: number;
    /**
     * The township of the matter.
     */
    unit_code: string;
    /**
     * remedy · admonition · censure
     */
    kind: string;
    /**
     * The fault that allows it.
     */
    cause: string;
    /**
     * From how many hours, or how often, that fault allowed it.
     */
    cause_limit: number | null;
    /**
     * The sheet on which the matter stood.
     */
    bulletin_id: number | null;
    /**
     * With whom; null for the whole village team.
     */
    person_id: string | null;
    /**
     * What is to be put right, or what it is about.
     */
    words: string;
    /**
     * asked · standing · refused · dropped · done
     */
    state: string;
    made_by: string;
    made_at: number;
    /**
     * The discipline role's word.
     */
    decided_by: string | null;
    decided_at: number | null;
    decided_why: string | null;
    /**
     * By when a remedy must be there.
     */
    due_at: number | null;
    done_by: string | null;
    done_at: number | null;
    /**
     * What came of it.
     */
    outcome: string | null;
};
export type handover = {
    id: Generated<number>;
    unit_code: string;
    role: string;
    specialty: string | null;
    /**
     * Null where the post was vacant.
     */
    from_id: string | null;
    /**
     * Null where it becomes vacant.
     */
    to_id: string | null;
    at: number;
    reason: string;
    made_by: string;
    created_at: number;
    done_at: number | null;
    cancelled_at: number | null;
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
export type joint_task = {
    id: Generated<number>;
    consultation_id: number | null;
    meeting_id: number | null;
    /**
     * The matter it is for, where there is one.
     */
    number: number | null;
    owner_id: string;
    what: string;
    due_at: number;
    /**
     * open · done · dropped
     */
    state: string;
    result: string | null;
    made_by: string;
    created_at: number;
    done_at: number | null;
    source_key: string;
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
    /**
     * The program that fetches it now; one that is gone fetches no more.
     */
    owner: string | null;
    created_at: number;
};
export type mediation = {
    number: number;
    /**
     * hearing · meeting · agreed · ended
     */
    state: string;
    mediator_id: string | null;
    /**
     * mediated · failed · to_court (转司法确认)
     */
    outcome: string | null;
    /**
     * What was agreed, or what comes next.
     */
    agreement: string | null;
    meeting_at: number | null;
    meeting_place: string | null;
    opened_by: string;
    opened_at: number;
    ended_at: number | null;
};
export type mediation_party = {
    id: Generated<number>;
    number: number;
    /**
     * Null for somebody without an account and not registered.
     */
    person_id: string | null;
    name: string;
    /**
     * Whether she takes part: asked · willing · refused
     */
    state: string;
    /**
     * Her word on the meeting: null · coming · not_coming
     */
    meeting: string | null;
    confirmed_at: number | null;
};
export type mediation_word = {
    id: Generated<number>;
    number: number;
    party_id: number | null;
    said_by: string;
    words: string;
    /**
     * The files with it, as JSON.
     */
    files: string;
    at: number;
    key: string;
};
export type meeting = {
    id: Generated<number>;
    unit_code: string;
    title: string;
    /**
     * Its items in words, as JSON.
     */
    agenda: string;
    held_at: number;
    /**
     * called · held · called_off
     */
    state: string;
    minutes: string | null;
    convened_by: string;
    created_at: number;
    source_key: string;
};
export type membership = {
    person_id: string;
    unit_code: string;
    role: string;
    /**
     * Of a team member: which of the 8+X she is; of an officer: the name of her office.
     */
    specialty: string | null;
    created_at: number;
};
export type menu_shown = {
    address: string;
    options: string;
    shown_at: number;
};
export type nag = {
    id: Generated<number>;
    key: string;
    recipient: string;
    /**
     * The clock it is about: what is no fact is dropped when that changes.
     */
    clock_id: number | null;
    subject: string;
    /**
     * Of several about one subject the highest is said.
     */
    rank: number;
    /**
     * One line of a list, as JSON.
     */
    line: string;
    /**
     * The whole message where it is the only one, as JSON.
     */
    saying: string;
    /**
     * Said even though the clock has changed.
     */
    is_fact: Generated<number>;
    release_at: number;
    created_at: number;
    sent_at: number | null;
};
export type notice = {
    id: Generated<number>;
    source_key: string;
    made_by: string;
    /**
     * The lowest unit that holds the whole audience: its leader reviews, its command room watches.
     */
    unit_code: string;
    /**
     * Units, roles, platforms and tags, as JSON.
     */
    audience: string;
    words: string;
    /**
     * Pictures and documents that go along, as JSON.
     */
    files: string;
    is_urgent: number;
    /**
     * review · refused · planned · spreading · sending · done · cancelled
     */
    state: string;
    /**
     * none · before · approved · refused · after · agreed · objected
     */
    review: string;
    reviewer_id: string | null;
    reviewed_at: number | null;
    review_words: string | null;
    start_at: number;
    /**
     * How a clock repeats it, as JSON.
     */
    repeats: string | null;
    /**
     * How long an urgent one waits for answers before somebody goes to the door.
     */
    answer_minutes: number | null;
    /**
     * How many people it is meant for: counted when it was confirmed, exact once it is spread.
     */
    people: number;
    /**
     * carers · people · spread: how far the rows are written.
     */
    phase: string;
    /**
     * Behind whom the next chunk begins, as JSON.
     */
    cursor: string | null;
    /**
     * What waits is not said before then.
     */
    hold_until: number | null;
    /**
     * change · withdraw · hold: what is being done to everything that waits; null when nothing is.
     */
    task: string | null;
    due_at: number | null;
    closed_at: number | null;
    /**
     * Who asked for the record and waits for it.
     */
    record_for: string | null;
    /**
     * The notice that it repeats, or sends again to those it missed.
     */
    origin_id: number | null;
    /**
     * 1 while a clock, the spreading or the doors have something left to do.
     */
    is_live: number;
    created_at: number;
    started_at: number | null;
    done_at: number | null;
};
export type notice_limit = {
    unit_code: string;
    head_count: number;
    made_by: string;
    created_at: number;
};
export type notice_recipient = {
    notice_id: number;
    person_id: string;
    grid: string;
    /**
     * Who opens the same door: one household, or one person of whom no household is kept.
     */
    door: string;
    route: string | null;
    address: string | null;
    language: string;
    /**
     * own: a message of her own · shared: in a message that somebody else gets, too · none: nobody can be written to
     */
    reach: string;
    /**
     * received · help
     */
    answer: string | null;
    answered_at: number | null;
    answered_by: string | null;
};
export type notice_watcher = {
    notice_id: number;
    person_id: string;
    /**
     * The message in the outbox that is changed.
     */
    key: string | null;
    shown: string | null;
    shown_at: number;
    revision: number;
};
export type office = {
    id: Generated<number>;
    unit_code: string;
    name: string;
    /**
     * platform · department · outside
     */
    kind: string;
    /**
     * In words, for whoever chooses; empty where nothing is known.
     */
    duties: string;
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
    /**
     * What it belongs to, in the sender's words, where many messages are counted, changed or withdrawn together.
     */
    batch: string | null;
    /**
     * The platform's id of the message that this one changes, instead of saying something new.
     */
    edits: string | null;
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
export type person_tag = {
    person_id: string;
    tag: string;
    made_by: string;
    created_at: number;
};
export type picture = {
    /**
     * Whose it is and which: order 12, bulletin 7 zh …
     */
    subject: string;
    /**
     * waiting · drawn · needless · failed
     */
    state: string;
    /**
     * The names under which its pages are kept, in order, as JSON.
     */
    files: string | null;
    /**
     * Of what they show: SHA-256 of its description.
     */
    shows: string | null;
    attempts: Generated<number>;
    next_at: number;
    owner: string | null;
    created_at: number;
    ended_at: number | null;
};
export type points_appeal = {
    id: Generated<number>;
    source_key: string;
    person_id: string;
    /**
     * The entry; null where something is missing.
     */
    entry_id: number | null;
    words: string;
    /**
     * Who was asked to decide; null while nobody can.
     */
    judge_id: string | null;
    /**
     * waiting · upheld · rejected
     */
    state: string;
    answer: string | null;
    answered_by: string | null;
    answered_at: number | null;
    created_at: number;
};
export type points_balance = {
    account_kind: string;
    account_id: string;
    balance: number;
};
export type points_entry = {
    id: Generated<number>;
    /**
     * person · household · team
     */
    account_kind: string;
    account_id: string;
    delta: number;
    /**
     * natural · daily · special earn; spent is what an order costs
     */
    kind: string;
    /**
     * The version of the rule that earned it; null where none did.
     */
    rule_id: number | null;
    /**
     * What it was earned by: the same twice is one entry.
     */
    source_key: string;
    reason: string;
    /**
     * Who gave it; null where an event did.
     */
    actor_id: string | null;
    at: number;
    published_at: number;
    effective_at: number;
    /**
     * The entry that this one takes back.
     */
    reverses_id: number | null;
};
export type points_grant = {
    id: Generated<number>;
    source_key: string;
    person_id: string;
    rule_id: number;
    delta: number;
    reason: string;
    /**
     * waiting · given · refused
     */
    state: string;
    made_by: string;
    created_at: number;
    decided_by: string | null;
    decided_at: number | null;
    /**
     * Why it was refused.
     */
    words: string | null;
};
export type points_rule = {
    id: Generated<number>;
    unit_code: string;
    /**
     * What earns, in a word the program knows or the unit chose: rated, sweeping …
     */
    name: string;
    version: number;
    /**
     * natural · daily · special
     */
    kind: string;
    title_zh: string;
    title_en: string;
    delta: number;
    /**
     * event: paid by what happened · staff: given with /grant
     */
    given_by: string;
    /**
     * How much at most, per whom and within what time, as JSON.
     */
    caps: string;
    /**
     * A version that only takes its predecessor away.
     */
    is_removed: Generated<number>;
    /**
     * Invented for the demonstration; said on every screen that shows it.
     */
    is_demo: Generated<number>;
    made_by: string | null;
    created_at: number;
};
export type points_setting = {
    id: Generated<number>;
    unit_code: string;
    /**
     * How many days entries are public before they take effect.
     */
    publicity_days: number;
    /**
     * Above so many points a second person must agree to what is given.
     */
    approve_above: number;
    is_demo: Generated<number>;
    made_by: string | null;
    created_at: number;
};
export type policy = {
    id: Generated<number>;
    source_key: string;
    /**
     * The first version's id: what all versions of one policy share.
     */
    root_id: number;
    version: number;
    /**
     * The version that took its place, once that is published; null for the newest.
     */
    replaced_by: number | null;
    title: string;
    /**
     * One of the topics of core/policies/model.ts.
     */
    topic: string;
    issuer: string;
    document_number: string | null;
    /**
     * Calendar dates like 2021-05-01: of the document; from when it holds; the last day on which it holds.
     */
    issued_on: string | null;
    effective_on: string | null;
    valid_until: string | null;
    /**
     * How far it may be trusted: A read at its source · B an excerpt · C a shape · D the demonstration's.
     */
    grade: string | null;
    /**
     * Where it holds, with everything inside.
     */
    unit_code: string;
    /**
     * Tags of those it concerns, as a JSON list; empty for everybody.
     */
    concerns: string;
    /**
     * The file it was read from, as a JSON reference.
     */
    file: string | null;
    /**
     * reading · unreadable · draft · published · withdrawn
     */
    state: string;
    pinned_at: number | null;
    /**
     * The notice that told people of it.
     */
    notice_id: number | null;
    /**
     * Whom to ask about it, in words; null for whoever answers for the asker's grid.
     */
    contact: string | null;
    made_by: string;
    created_at: number;
    published_by: string | null;
    published_at: number | null;
    withdrawn_at: number | null;
    withdrawn_why: string | null;
};
export type policy_comment = {
    id: Generated<number>;
    source_key: string;
    /**
     * The first version's id.
     */
    root_id: number;
    discussion_id: number | null;
    /**
     * The comment it answers; an answer to an answer stands beside it.
     */
    parent_id: number | null;
    person_id: string;
    words: string;
    /**
     * 1 for the word of somebody who answers for the policy.
     */
    is_official: Generated<number>;
    at: number;
    hidden_by: string | null;
    hidden_at: number | null;
    hidden_why: string | null;
};
export type policy_discussion = {
    id: Generated<number>;
    source_key: string;
    /**
     * The first version's id.
     */
    root_id: number;
    question: string;
    host_id: string;
    opened_at: number;
    closed_at: number | null;
    summary: string | null;
};
export type policy_document = {
    id: Generated<number>;
    policy_id: number;
    channel: string;
    file_id: string;
    name: string | null;
    /**
     * waiting · read · refused
     */
    state: string;
    /**
     * Why it could not be read.
     */
    reason: string | null;
    attempts: Generated<number>;
    next_at: number;
    /**
     * The program that reads it now.
     */
    owner: string | null;
    created_at: number;
};
export type policy_event = {
    id: Generated<number>;
    policy_id: number;
    kind: string;
    actor_id: string;
    at: number;
    data: string;
    source_key: string;
};
export type policy_passage = {
    id: Generated<number>;
    policy_id: number;
    /**
     * Counted from 1 in the order of the document.
     */
    position: number;
    /**
     * As the document numbers it: 第三十四条; null where it has no number.
     */
    article: string | null;
    /**
     * The chapters above it: 第二章 申请和审批.
     */
    heading: string | null;
    words: string;
    /**
     * The same in plain words; shown to villagers once somebody else has reviewed it.
     */
    reading: string | null;
    reading_by: string | null;
    reading_at: number | null;
    reviewed_by: string | null;
    reviewed_at: number | null;
    /**
     * Why it was sent back to whoever wrote it.
     */
    returned: string | null;
    /**
     * Whom it is for, as JSON that can be checked: {"minAge":80} in whole years; null where nothing can be checked.
     */
    conditions: string | null;
    /**
     * What it says about its matter, where it is one of these: materials · money · where · when · how · who
     */
    aspect: string | null;
};
export type policy_question = {
    id: Generated<number>;
    source_key: string;
    person_id: string;
    /**
     * Where she lives, or the unit of her post.
     */
    unit_code: string;
    words: string;
    /**
     * The question it goes on from.
     */
    follows_id: number | null;
    topic: string | null;
    /**
     * The passage that was shown as the answer; null when none was.
     */
    passage_id: number | null;
    score: number | null;
    /**
     * answered · offered (a menu was put) · unanswered · missed (「不是我要的」)
     */
    state: string;
    /**
     * The passage she picked instead, or an editor gave her question.
     */
    right_id: number | null;
    /**
     * 1 when she said that it helped, 0 when not.
     */
    is_helpful: number | null;
    ticket_number: number | null;
    asked_at: number;
    judged_at: number | null;
    /**
     * Somebody of the office has dealt with it: written a policy for it, or said that none is needed.
     */
    closed_by: string | null;
    closed_at: number | null;
};
export type rating = {
    number: number;
    cycle: number;
    score: string;
    reason: string | null;
    rated_by: string;
    at: number;
};
export type retelling = {
    /**
     * What it follows: the key of the answer.
     */
    key: string;
    address: string;
    /**
     * The question as it may leave the house: names, numbers and places taken out.
     */
    question: string;
    /**
     * The passages that answered it, as JSON; the only ground for what is told.
     */
    passages: string;
    /**
     * waiting · told · capped · late · failed · refused · unfounded
     */
    state: string;
    /**
     * Why what the model said was not told.
     */
    reason: string | null;
    tokens: Generated<number>;
    attempts: Generated<number>;
    next_at: number;
    owner: string | null;
    created_at: number;
    ended_at: number | null;
};
export type retelling_day = {
    date: string;
    tokens: number;
};
export type schedule_run = {
    schedule: string;
    slot: number;
    ran_at: number;
};
export type shift = {
    unit_code: string;
    role: string;
    /**
     * In the installation's time zone: 2026-11-25.
     */
    date: string;
    person_id: string;
};
export type shop_goods = {
    id: Generated<number>;
    unit_code: string;
    name_zh: string;
    name_en: string;
    price: number;
    stock: number;
    /**
     * How many one person may order in a month; null: as many as she likes.
     */
    month_most: number | null;
    /**
     * A file, as JSON.
     */
    picture: string | null;
    is_offered: Generated<number>;
    is_demo: Generated<number>;
    made_by: string | null;
    created_at: number;
};
export type shop_order = {
    id: Generated<number>;
    source_key: string;
    goods_id: number;
    person_id: string;
    unit_code: string;
    price: number;
    /**
     * open · fetched · cancelled · expired
     */
    state: string;
    /**
     * Six digits said in the shop; null once it is closed, so that no two open orders share one.
     */
    code: string | null;
    created_at: number;
    expires_at: number;
    closed_at: number | null;
    closed_by: string | null;
};
export type sla_policy = {
    id: Generated<number>;
    /**
     * A unit's code, or "*" for everywhere.
     */
    scope: string;
    /**
     * What is timed: answer, village, township …
     */
    clock: string;
    /**
     * The kind of matter it is for, or "*" for every kind.
     */
    matter: string;
    target_ms: number;
    /**
     * The name of a calendar.
     */
    calendar: string;
    /**
     * When who is reminded or told, as JSON.
     */
    stages: string;
    /**
     * A row that only takes its predecessor away.
     */
    is_removed: Generated<number>;
    reason: string;
    made_by: string | null;
    created_at: number;
};
export type subscription = {
    person_id: string;
    subject: string;
    created_at: number;
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
     * When the village team, the township or an office must have settled it; null while that clock stands still.
     */
    settle_due_at: number | null;
    /**
     * What comes first of what is due; null while nothing is.
     */
    due_at: number | null;
    /**
     * The office of the township it was sent to.
     */
    office_id: number | null;
    /**
     * 1 once an office sent it back in this cycle · 2 while the command room is asked who has it · 3 when that is decided.
     */
    bounced: Generated<number>;
    /**
     * Since when it lies with the county's command room.
     */
    county_at: number | null;
    /**
     * Since when the command room supervises it.
     */
    supervised_at: number | null;
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
    /**
     * Who said of which kind it is: guess · villager · worker; null where nobody noted it.
     */
    kind_by: string | null;
    /**
     * The words that decided a guess, as JSON.
     */
    kind_because: string | null;
    answered_at: number | null;
    settled_at: number | null;
    closed_at: number | null;
    created_at: number;
    source_key: string;
};
export type ticket_assist = {
    number: number;
    cycle: number;
    office_id: number;
    part: string;
    since_at: number;
    /**
     * When it was no longer needed.
     */
    ended_at: number | null;
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
    /**
     * Who had to act on the matter when it happened, and the office that had it.
     */
    holder_id: string | null;
    office_id: number | null;
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
export type ticket_tag = {
    number: number;
    tag: string;
    by_id: string;
    at: number;
};
export type told_week = {
    /**
     * The first moment of the week.
     */
    week_at: number;
    /**
     * Lists of place, kind and how many people, as JSON.
     */
    counts: string;
    counted_at: number;
};
export type topic_screening = {
    unit_code: string;
    kind: string;
    /**
     * The first moment of its week.
     */
    week_at: number;
    /**
     * real · explained · mistaken
     */
    verdict: string;
    words: string;
    by_id: string;
    at: number;
};
export type training = {
    id: Generated<number>;
    task: string;
    /**
     * waiting · current · previous · undone · rejected · needless · failed
     */
    state: string;
    /**
     * "night", "console", or a person's id.
     */
    asked_by: string;
    asked_at: number;
    attempts: Generated<number>;
    next_at: number;
    owner: string | null;
    done_at: number | null;
    /**
     * When the examples were read: what is said since is new to its model.
     */
    read_at: number | null;
    /**
     * The hash of everything it was made from.
     */
    source_hash: string | null;
    examples: number | null;
    /**
     * The share of held-out sentences guessed right, before and after.
     */
    score_before: number | null;
    score_after: number | null;
    /**
     * What changed, as JSON: labels, and the keys of held-out examples, never their words.
     */
    changes: string | null;
    /**
     * The classifier, as JSON.
     */
    model: string | null;
    model_hash: string | null;
    undone_by: string | null;
    undone_at: number | null;
    /**
     * 1 when words that are erased by now may be in it.
     */
    is_tainted: Generated<number>;
};
export type training_example = {
    /**
     * What it was learnt from, such as "category ticket 1024"; the same again takes its place.
     */
    key: string;
    /**
     * What is guessed: category, intent …
     */
    task: string;
    words: string;
    label: string;
    /**
     * worker · villager · confirmed
     */
    source: string;
    /**
     * What it is about, such as "ticket 1024".
     */
    subject: string | null;
    /**
     * Whose words they are: with her they are erased.
     */
    person_id: string | null;
    /**
     * Where it is about: nobody outside reads the words.
     */
    unit_code: string | null;
    at: number;
};
export type transcript = {
    /**
     * The event that brought the voice.
     */
    inbox_id: number;
    channel: string;
    bot: string;
    address: string;
    actor: string;
    file_id: string;
    /**
     * The voice as a file of its platform, as JSON.
     */
    file: string;
    seconds: number | null;
    /**
     * waiting · heard · empty · late · failed · refused · absent
     */
    state: string;
    attempts: Generated<number>;
    next_at: number;
    /**
     * The program that has it transcribed now.
     */
    owner: string | null;
    created_at: number;
    ended_at: number | null;
};
export type transfer = {
    id: Generated<number>;
    source_key: string;
    /**
     * out · in · template
     */
    direction: string;
    /**
     * tickets · register · slip · sheet · households · staff · points · gaps · goods · policies
     */
    subject: string;
    /**
     * Of a slip the number of its matter, of a sheet its bulletin.
     */
    about: number | null;
    person_id: string;
    /**
     * Where it is about, with everything inside.
     */
    unit_code: string;
    /**
     * Of a table of a period: epoch milliseconds; `from` belongs to it, `to` does not.
     */
    period_from: number | null;
    period_to: number | null;
    /**
     * xlsx · csv · pdf
     */
    format: string;
    /**
     * 1 where names and numbers were written whole.
     */
    is_whole: Generated<number>;
    /**
     * Of an import: the file as its platform knows it, as JSON.
     */
    file: string | null;
    /**
     * Of an import: the hash of the file that was checked; what is confirmed is that file.
     */
    sha256: string | null;
    /**
     * waiting · done · refused; of an import also: checked (may be confirmed) · wanted (is brought in) · undoing · undone · dropped
     */
    state: string;
    reason: string | null;
    /**
     * Rows written so far, or brought in; of how many.
     */
    done_rows: Generated<number>;
    all_rows: Generated<number>;
    /**
     * Of an import: how many rows are new, change something, change nothing, or are bad, as JSON.
     */
    counts: string | null;
    attempts: Generated<number>;
    next_at: number;
    /**
     * The program that works on it now.
     */
    owner: string | null;
    created_at: number;
    ended_at: number | null;
    /**
     * The message in the outbox that shows how it goes, what it says, since when, and how often it was changed.
     */
    shown_key: string | null;
    shown: string | null;
    shown_at: Generated<number>;
    shown_count: Generated<number>;
};
export type transfer_step = {
    transfer_id: number;
    position: number;
    /**
     * As JSON.
     */
    deeds: string;
};
export type unit = {
    code: string;
    name: string;
    kind: string;
    parent: string | null;
    path: string;
};
export type visit = {
    id: Generated<number>;
    notice_id: number;
    door: string;
    grid: string;
    /**
     * Somebody who lives there.
     */
    person_id: string;
    is_reachable: number;
    /**
     * silent · answered · help · due · visited · called · missing
     */
    state: string;
    by_id: string | null;
    at: number | null;
};
export type DB = {
    absence: absence;
    account: account;
    alarm: alarm;
    answer_template: answer_template;
    assessment: assessment;
    assessment_line: assessment_line;
    assessment_objection: assessment_objection;
    briefing: briefing;
    briefing_instruction: briefing_instruction;
    bulletin: bulletin;
    bulletin_trigger: bulletin_trigger;
    calendar: calendar;
    calendar_day: calendar_day;
    channel_pause: channel_pause;
    chat_pace: chat_pace;
    clock: clock;
    clock_segment: clock_segment;
    consent: consent;
    consultation: consultation;
    consultation_party: consultation_party;
    counter: counter;
    dashboard_look: dashboard_look;
    dashboard_pass: dashboard_pass;
    deputy: deputy;
    duty_words: duty_words;
    evaluation_day: evaluation_day;
    evaluation_matter: evaluation_matter;
    evaluation_progress: evaluation_progress;
    follow_up: follow_up;
    handover: handover;
    household: household;
    household_member: household_member;
    inbox: inbox;
    invite: invite;
    invite_guess: invite_guess;
    joint_task: joint_task;
    media: media;
    mediation: mediation;
    mediation_party: mediation_party;
    mediation_word: mediation_word;
    meeting: meeting;
    membership: membership;
    menu_shown: menu_shown;
    nag: nag;
    notice: notice;
    notice_limit: notice_limit;
    notice_recipient: notice_recipient;
    notice_watcher: notice_watcher;
    office: office;
    outbox: outbox;
    person: person;
    person_tag: person_tag;
    picture: picture;
    points_appeal: points_appeal;
    points_balance: points_balance;
    points_entry: points_entry;
    points_grant: points_grant;
    points_rule: points_rule;
    points_setting: points_setting;
    policy: policy;
    policy_comment: policy_comment;
    policy_discussion: policy_discussion;
    policy_document: policy_document;
    policy_event: policy_event;
    policy_passage: policy_passage;
    policy_question: policy_question;
    rating: rating;
    retelling: retelling;
    retelling_day: retelling_day;
    schedule_run: schedule_run;
    shift: shift;
    shop_goods: shop_goods;
    shop_order: shop_order;
    sla_policy: sla_policy;
    subscription: subscription;
    talk: talk;
    ticket: ticket;
    ticket_assist: ticket_assist;
    ticket_event: ticket_event;
    ticket_follower: ticket_follower;
    ticket_media: ticket_media;
    ticket_tag: ticket_tag;
    told_week: told_week;
    topic_screening: topic_screening;
    training: training;
    training_example: training_example;
    transcript: transcript;
    transfer: transfer;
    transfer_step: transfer_step;
    unit: unit;
    visit: visit;
};

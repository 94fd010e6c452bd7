import type { Route } from "../channel/index.ts";
import type { Material, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import type { Sender } from "../broadcasts/index.ts";
import type { Refusal } from "./access.ts";
import { changeable, setUntil, withdraw } from "./manage/service.ts";
import type { Policy, PolicyId } from "./model.ts";
import { previewFor, publish, readyFor, type Ready, type Told } from "./push/service.ts";
import {
  describe,
  draftFor,
  mayPublish,
  summaryOf,
  take,
  type DraftView,
  type Given,
  type Taken,
} from "./publish/service.ts";
import { giveBack, judgeable, writable, write } from "./readings/service.ts";

/** A passage by its place in a policy. */
interface Place {
  readonly id: PolicyId;
  readonly position: number;
}

/** What flows may do to publish and keep policies, for whoever speaks; every deed asks anew whether she may. */
export interface PublishingDesk {
  mayPublish(replaces: PolicyId | null): Promise<{ readonly title: string | null } | Refusal>;
  take(key: string, what: Material, replaces: PolicyId | null): Promise<Taken>;
  draft(id: PolicyId): Promise<DraftView | Refusal>;
  summary(id: PolicyId, given: Given): Promise<Text>;
  describe(key: string, id: PolicyId, given: Given): Promise<Reply>;
  writable(
    id: PolicyId,
    position: number,
  ): Promise<{ readonly passage: Text; readonly words: string } | Refusal>;
  write(key: string, given: Place & { readonly words: string }): Promise<Reply>;
  judgeable(id: PolicyId, position: number): Promise<{ readonly reading: string } | Refusal>;
  giveBack(key: string, given: Place & { readonly why: string }): Promise<Reply>;
  ready(id: PolicyId): Promise<Ready | Refusal>;
  preview(id: PolicyId, told: Told, words: string): Promise<Text>;
  publish(
    key: string,
    given: { readonly id: PolicyId; readonly told: Told; readonly words: string },
  ): Promise<Reply>;
  changeable(id: PolicyId): Promise<Pick<Policy, "title" | "validUntil"> | Refusal>;
  setUntil(key: string, id: PolicyId, until: string | null): Promise<Reply>;
  withdraw(key: string, id: PolicyId, why: string): Promise<Reply>;
}

export interface PublishingServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  /** Unique per message; what is done because of it is done once. */
  readonly messageKey: string;
  readonly publishing: PublishingDesk;
}

/** @param routes the platforms on which people can be told of a policy. */
export function publishingDesk(acting: Acting | undefined, routes: readonly Route[]): PublishingDesk {
  const known = (): Sender => {
    if (!acting) throw new Error("somebody who has not joined publishes nothing");
    return { ...acting, routes };
  };
  return {
    mayPublish: (replaces) => mayPublish(known(), replaces),
    take: (key, what, replaces) => take(known(), key, what, replaces),
    draft: (id) => draftFor(known(), id),
    summary: (id, given) => summaryOf(known(), id, given),
    describe: (key, id, given) => describe(known(), key, id, given),
    writable: (id, position) => writable(known(), id, position),
    write: (key, given) => write(known(), key, given),
    async judgeable(id, position) {
      const found = await judgeable(known(), id, position);
      return "refused" in found ? found : { reading: found.passage.reading?.words ?? "" };
    },
    giveBack: (key, given) => giveBack(known(), key, given),
    ready: (id) => readyFor(known(), id),
    preview: (id, told, words) => previewFor(known(), id, told, words),
    publish: (key, given) => publish(known(), key, given),
    async changeable(id) {
      const found = await changeable(known(), id);
      return "refused" in found ? found : { title: found.title, validUntil: found.validUntil };
    },
    setUntil: (key, id, until) => setUntil(known(), key, id, until),
    withdraw: (key, id, why) => withdraw(known(), key, id, why),
  };
}

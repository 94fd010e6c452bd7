import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { sql } from "kysely";
import { nudgeChannel } from "./postgresqlShared.ts";
import type { Tx } from "./transactions.ts";

/** Any number: tells our advisory locks from another program's. */
const NAMESPACE = 550_433;
const largestKey = 2 ** 31 - 1;
const retryAfter = 1_000;

/** This program's name on a PostgreSQL database, kept alive by a connection of its own. */
export interface Presence {
  readonly self: string;
  /** What other programs and this one say from now on; what is said while the connection is broken is lost. */
  readonly listen: (heard: (topic: string) => void) => void;
  readonly close: () => Promise<void>;
}

interface Connected {
  readonly client: Client;
  readonly ended: Promise<void>;
}

interface Hearing {
  readonly failed: (error: unknown) => void;
  readonly heard: (topic: string) => void;
}

async function connect(url: string, key: number, { failed, heard }: Hearing): Promise<Connected> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    application_name: "diantong presence",
  });
  client.on("error", failed);
  client.on("notification", ({ payload }) => heard(payload ?? ""));
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  await client.connect();
  await client.query("SELECT pg_advisory_lock($1, $2)", [NAMESPACE, key]);
  await client.query(`LISTEN ${nudgeChannel}`);
  return { client, ended };
}

/**
 * Takes a name that is known as alive exactly as long as this process is connected: a session's advisory lock, which
 * PostgreSQL gives back when the process dies in any way. A broken connection is opened again under the same name. The same
 * connection hears what programs say to each other.
 */
export async function announce(url: string, failed: (error: unknown) => void): Promise<Presence> {
  const key = randomInt(1, largestKey);
  const listeners: ((topic: string) => void)[] = [];
  const hearing: Hearing = {
    failed,
    heard: (topic) => {
      for (const listener of listeners) listener(topic);
    },
  };
  let closing = false;
  let current = await connect(url, key, hearing);

  async function keep(): Promise<void> {
    for (;;) {
      await current.ended;
      if (closing) return;
      await wait(retryAfter, undefined, { ref: false });
      try {
        current = await connect(url, key, hearing);
      } catch (error) {
        failed(error);
      }
    }
  }

  void keep();
  return {
    self: String(key),
    listen: (heard) => void listeners.push(heard),
    close: async () => {
      closing = true;
      await current.client.end();
    },
  };
}

/** Reads the keys of the programs that are connected now. */
export const announcedKeys = `SELECT objid::bigint AS key FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${NAMESPACE} AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** The names of the programs that are connected now. */
export async function announced(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql.raw<{ key: number }>(announcedKeys).execute(tx);
  return new Set(rows.map((row) => String(row.key)));
}

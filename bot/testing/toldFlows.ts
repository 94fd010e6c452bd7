import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { Flow } from "../../core/dialogue/index.ts";

type AnyFlow = Flow<never, never>;

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Which flows of which slice the conversations of this slice have told so far. */
export interface ToldFlows {
  readonly slices: readonly string[];
  /** A conversation, by its path below the repository's root, has just been played. */
  played(path: string): void;
  /** The names of a slice's flows that none of its own conversations has told. */
  untold(slice: string): readonly string[];
}

/** Watches every flow of every slice from now on. */
export async function watchFlows(): Promise<ToldFlows> {
  const files = globSync("core/**/*.flow.ts", { cwd: root, exclude: ["core/dialogue/**"] });
  const flows = (await Promise.all(files.map(async (path) => inSlice(path, await flowsOf(path))))).flat();
  const watched = flows.map(({ slice, flow }) => ({
    slice,
    name: flow.name,
    tell: vi.spyOn(flow, "tell"),
    isTold: false,
  }));
  return {
    slices: Array.from(new Set(flows.map(({ slice }) => slice))),
    played(path) {
      for (const one of watched) {
        if (one.tell.mock.calls.length > 0 && one.slice === sliceOf(path)) one.isTold = true;
        one.tell.mockClear();
      }
    },
    untold: (slice) => watched.filter((one) => one.slice === slice && !one.isTold).map(({ name }) => name),
  };
}

/** The flows a file exports. @throws where it exports none. */
async function flowsOf(path: string): Promise<readonly AnyFlow[]> {
  const exported = (await import(join(root, path))) as Record<string, unknown>;
  const flows = Object.values(exported).filter(
    (value): value is AnyFlow => typeof value === "object" && value !== null && "tell" in value,
  );
  if (flows.length === 0) throw new Error(`${path} has no flow`);
  return flows;
}

function inSlice(path: string, flows: readonly AnyFlow[]) {
  return flows.map((flow) => ({ slice: sliceOf(path), flow }));
}

function sliceOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

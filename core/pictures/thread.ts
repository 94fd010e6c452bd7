/** The thread in which pictures are drawn: it has the font, draws what it is sent, and sends back bytes. */
import { parentPort } from "node:worker_threads";
import { pngsOf } from "./pngs.ts";
import type { Asked, Answered } from "./painter.ts";

parentPort?.on("message", ({ id, picture }: Asked) => {
  const answer = (answered: Answered, moved: readonly ArrayBuffer[]) =>
    parentPort?.postMessage(answered, moved);
  try {
    const painted = pngsOf(picture);
    // Moved, not copied.
    answer(
      { id, painted },
      painted.pages.map((page) => page.buffer),
    );
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
  }
});

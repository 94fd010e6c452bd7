/** The thread in which pictures are drawn and papers set: it has the font, draws what it is sent, and sends back bytes. */
import { parentPort } from "node:worker_threads";
import { pngsOf, printed } from "./pngs.ts";
import type { Asked, Answered } from "./painter.ts";

parentPort?.on("message", (asked: Asked) => {
  const { id } = asked;
  const answer = (answered: Answered, moved: readonly ArrayBuffer[]) =>
    parentPort?.postMessage(answered, moved);
  try {
    // Moved, not copied.
    if ("paper" in asked) {
      const done = printed(asked.paper);
      answer({ id, done }, [done.file.buffer]);
      return;
    }
    const done = pngsOf(asked.picture);
    answer(
      { id, done },
      done.pages.map((page) => page.buffer),
    );
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
  }
});

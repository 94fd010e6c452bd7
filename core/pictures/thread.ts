/** The thread in which pictures are drawn: it has the font, draws what it is sent, and sends back bytes. */
import { parentPort } from "node:worker_threads";
import { pngsOf } from "./pngs.ts";
import type { Asked, Answered } from "./painter.ts";

parentPort?.on("message", ({ id, picture }: Asked) => {
  const answer = (answered: Answered) => parentPort?.postMessage(answered, []);
  try {
    answer({ id, painted: pngsOf(picture) });
  } catch (error) {
    answer({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

import { redactHeard, type Address } from "../core/channel/index.ts";
import { filesIn, isPartOf, type Material } from "../core/dialogue/index.ts";
import { fileOf, forgetFiles } from "../core/media/index.ts";
import { forgetTranscripts } from "../core/speech/index.ts";
import { afterCommit, type Tx } from "../core/store/index.ts";

/**
 * Erases what somebody said in a chat, and its files, unless she sent one of them with something else too.
 * @param erased called after the commit with the names of kept files that nothing needs any more.
 */
export async function forget(
  tx: Tx,
  from: { readonly address: Address; readonly actor: string },
  said: Material,
  erased: (names: readonly string[]) => void,
): Promise<void> {
  const left = await redactHeard(tx, from, (body) => isPartOf(said, body));
  const used = new Set(left.map((body) => fileOf(body)?.id));
  const gone = filesIn(said).filter(({ id }) => !used.has(id));
  await forgetTranscripts(tx, gone);
  const names = await forgetFiles(tx, gone);
  if (names.length > 0) afterCommit(tx, () => erased(names));
}

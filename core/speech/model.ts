/** waiting → one of the ends; whatever the end, the voice itself goes on to where it was said. */
export type TranscriptState = "waiting" | "heard" | "empty" | "late" | "failed" | "refused" | "absent";

const second = 1_000;
/** So long she waits at most: then her voice goes on as it is, and nobody asks what was said. */
export const patience = 120 * second;
/** A longer voice is not transcribed: she would have to read it all again, and its grid worker hears it anyway. */
export const longestVoiceSeconds = 300;
const firstBackoff = 2 * second;
const triesAllowed = 4;

/** Is it too late to show her what she said? */
export function isLate(createdAt: number, now: number): boolean {
  return now - createdAt >= patience;
}

/**
 * What becomes of a voice whose transcriber was away: tried again after 2, 4, 8 s, or when the service says; never past the
 * moment until which she waits.
 */
export function fateOfFailure(
  voice: { readonly attempts: number; readonly createdAt: number },
  now: number,
  afterMs: number | undefined,
): { readonly nextAt: number } | "failed" {
  const nextAt = now + Math.max(afterMs ?? 0, firstBackoff * 2 ** Math.min(voice.attempts, 10));
  const isOver = voice.attempts + 1 >= triesAllowed || isLate(voice.createdAt, nextAt);
  return isOver ? "failed" : { nextAt };
}

/** More than anybody says in five minutes, and less than a message holds. */
const longestWords = 2_000;

/**
 * What machines write when they hear nothing: thanks and credits of the films they learnt from
 * (github.com/openai/whisper/discussions/928).
 */
const phantoms =
  /^(?:(?:请)?不吝点赞.*|.*(?:订阅|訂閱).*(?:转发|轉發|打赏|打賞).*|(?:字幕|中文字幕|字幕制作|字幕製作).{0,20}|(?:谢谢|謝謝|感谢|感謝)(?:大家)?(?:观看|觀看|收看|收听).*|(?:明镜|明鏡).{0,12}栏目|thanks? (?:you )?for watching.*|subtitles by.*)$/iu;

/** The words in what a transcriber wrote; undefined where there are none, or nothing anybody could have said. */
export function wordsHeard(written: string): string | undefined {
  const words = written.replace(/\s+/gu, " ").trim();
  const sounds = words.replace(/[^\p{L}\p{N}]/gu, "");
  const isNothing = sounds === "" || words.length > longestWords || phantoms.test(words) || goesRound(sounds);
  return isNothing ? undefined : words;
}

const longestRound = 12;
const roundsAllowed = 8;

/** The same few characters again and again, as a machine writes that has lost the thread. */
function goesRound(sounds: string): boolean {
  for (let length = 1; length <= longestRound; length += 1) {
    const round = sounds.slice(0, length);
    if (sounds.startsWith(round.repeat(roundsAllowed + 1))) return true;
  }
  return false;
}

/** A piece of a message: plain words, or an address to follow. */
export interface Piece {
  readonly text: string;
  readonly url?: string;
}

/** Chinese punctuation ends an address, as it does for a reader. */
const address = /https?:\/\/[^\s<>"'，。；：！？、（）「」【】《》]+/g;

/** Cuts a message at its web addresses; the pieces joined are the message. */
export function pieces(message: string): readonly Piece[] {
  const found: Piece[] = [];
  let read = 0;
  for (const match of message.matchAll(address)) {
    const url = match[0].replace(/[.,;:!?)]+$/, "");
    if (match.index > read) found.push({ text: message.slice(read, match.index) });
    found.push({ text: url, url });
    read = match.index + url.length;
  }
  if (read < message.length) found.push({ text: message.slice(read) });
  return found;
}

/** The start of a message on one line, for quoting it. */
export function excerpt(message: string, most: number): string {
  const line = message.replace(/\s+/g, " ").trim();
  const letters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : line;
}

/** Reads "29.29,121.43" (also with a Chinese comma or a space), or undefined. */
export function readCoordinates(typed: string): { latitude: number; longitude: number } | undefined {
  const match = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed);
  if (!match) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

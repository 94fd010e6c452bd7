/** Telegram's limit for a button's data, and the smallest of all platforms. */
const maxTokenBytes = 64;
const namePattern = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*$/;
const optionPattern = /^[^\s.]+$/u;

/** What a button of a talk's question means. */
export interface TalkToken {
  readonly talk: string;
  readonly step: string;
  readonly option: string;
}

/** The option that answers an optional question with nothing. */
export const skipOption = "~skip";
/** The step of buttons that are about the talk itself. */
export const talkStep = "!";

/** Writes a button's token. Throws when names are too long for the strictest platform. */
export function writeToken({ talk, step, option }: TalkToken): string {
  if (!optionPattern.test(option)) throw new Error(`option id "${option}" must have no dots or spaces`);
  const token = `=${talk}.${step}.${option}`;
  if (Buffer.byteLength(token) > maxTokenBytes) {
    throw new Error(
      `button "${token}" is longer than ${maxTokenBytes} bytes: shorten its step or option name`,
    );
  }
  return token;
}

/** What the token means, or undefined when it is no talk's button. */
export function readToken(token: string): TalkToken | undefined {
  const parts = /^=([^.]+)\.(.+)\.([^.]+)$/.exec(token);
  if (parts === null) return undefined;
  const [, talk = "", step = "", option = ""] = parts;
  return { talk, step, option };
}

/** Throws unless the name is plain and not yet taken in this telling. */
export function checkName(name: string, taken: ReadonlyMap<string, unknown>): void {
  if (!namePattern.test(name)) throw new Error(`step name "${name}" must be letters, digits, - and _`);
  if (taken.has(name)) throw new Error(`two steps of one flow are named "${name}"`);
}

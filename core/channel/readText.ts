import type { Body } from "./contract.ts";

/** A slash (also the full-width one of Chinese keyboards), a name, perhaps `@bot`, perhaps the rest. */
const commandForm = /^\s*[/／]([^\s@]*)(?:@\S*)?(?:\s+([\s\S]*))?$/u;

/**
 * Reads typed words as a platform hands them over: what begins with "/" is a command, everything else is said as it stands.
 * NUL is dropped and lone surrogates are replaced, because PostgreSQL refuses the one and no text file can hold the other.
 */
export function readText(typed: string): Extract<Body, { type: "text" | "command" }> {
  const text = typed.replaceAll("\u0000", "").toWellFormed();
  const command = commandForm.exec(text);
  if (!command) return { type: "text", text };
  return { type: "command", name: (command[1] ?? "").toLowerCase(), args: (command[2] ?? "").trim() };
}

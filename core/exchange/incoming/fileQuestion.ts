import type { FileRef } from "../../channel/index.ts";
import type { Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { incomingTexts as say } from "../texts/incoming.ts";

/** A table that was sent, or the wish for an empty one. */
export type Sent = { readonly file: FileRef } | { readonly template: true };

const template = { id: "template", label: say.template } as const;

/** Asks for one file, or offers an empty one to be filled. */
export function fileQuestion(text: Text): Question<Sent> {
  return {
    expects: say.expectsFile,
    put: () => ({ text, options: [template] }),
    read({ body, option }) {
      const words = body.type === "text" ? body.text.trim() : "";
      const isWish = option === template.id || words === "1" || words.includes("样表");
      if (isWish) return { kind: "answer", value: { template: true } };
      if (body.type !== "media") return { kind: "refuse" };
      if (body.file.kind !== "document") return { kind: "refuse", why: say.notDocument };
      return { kind: "answer", value: { file: body.file } };
    },
    parse(stored) {
      const value = stored as Partial<{ file: FileRef; template: true }> | null;
      if (value?.template === true) return { value: { template: true } };
      return value?.file ? { value: { file: value.file } } : undefined;
    },
  };
}

import { z } from "zod";
import { aspects, topics } from "../model.ts";

const date = z.iso.date().nullable();

/** A file of several policies, as prisma/seed/policies.json is one: to be looked through and published one by one. */
export const policyPackage = z.object({
  policies: z
    .array(
      z.object({
        title: z.string().min(1).max(60),
        topic: z.enum(topics),
        issuer: z.string().min(1).max(60),
        documentNumber: z.string().max(60).nullable(),
        issuedOn: date,
        effectiveOn: date,
        validUntil: date,
        grade: z.enum(["A", "B", "C", "D"]).nullable(),
        /** The code of a unit, or "county". */
        unit: z.string(),
        concerns: z.array(z.string().min(2).max(8)).max(5),
        isPinned: z.boolean(),
        contact: z.string().max(60).nullable(),
        passages: z
          .array(
            z.object({
              article: z.string().max(60).nullable(),
              heading: z.string().max(120).nullable(),
              words: z.string().min(1).max(3_000),
              reading: z.string().max(300).nullable(),
              aspect: z.enum(aspects).nullable(),
              conditions: z.object({ minAge: z.int().optional(), maxAge: z.int().optional() }).nullable(),
            }),
          )
          .min(1)
          .max(1_500),
      }),
    )
    .min(1)
    .max(200),
});

export type PolicyPackage = z.output<typeof policyPackage>;

/** The policies in these words; undefined when they are no such file. */
export function packageIn(words: string): PolicyPackage | undefined {
  if (!words.trimStart().startsWith("{")) return undefined;
  try {
    return policyPackage.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

import { readFileSync } from "node:fs";
import { z } from "zod";
import { categories, insertServiceItem } from "../core/services/index.ts";
import type { Tx } from "../core/store/index.ts";

const fact = z.string().nullable();

const servicesShape = z.object({
  items: z.array(
    z.object({
      category: z.enum(categories),
      title: z.string(),
      titleEn: fact,
      place: z.string(),
      materials: z.array(z.string()),
      timeLimit: fact,
      fee: fact,
      basis: fact,
      source: fact,
      grade: z.enum(["A", "B", "C", "D", "A/D"]),
    }),
  ),
});

/** The demonstration's list of what people get done at offices, for the whole county; an item that is there stays as it is. */
export async function seedServices(tx: Tx, county: string, now: number): Promise<void> {
  const path = new URL("../prisma/seed/services.json", import.meta.url);
  const { items } = servicesShape.parse(JSON.parse(readFileSync(path, "utf8")));
  for (const item of items)
    await insertServiceItem(tx, { ...item, unit: county, phone: null, isDemo: true }, { by: null, now });
}

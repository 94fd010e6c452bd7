import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Unit } from "../core/org/index.ts";
import { categories, insertServiceItem, serviceItemsInside } from "../core/services/index.ts";
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

/** The demonstration's list of what people get done at offices, for the whole county, once: what was changed since stays changed. */
export async function seedServices(tx: Tx, { code, path: inside }: Unit, now: number): Promise<void> {
  if ((await serviceItemsInside(tx, inside, { after: 0, limit: 1 })).length > 0) return;
  const path = new URL("../prisma/seed/services.json", import.meta.url);
  const { items } = servicesShape.parse(JSON.parse(readFileSync(path, "utf8")));
  for (const item of items)
    await insertServiceItem(tx, { ...item, unit: code, phone: null, isDemo: true }, { by: null, now });
}

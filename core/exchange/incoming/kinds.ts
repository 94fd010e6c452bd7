import type { Imported } from "../model.ts";
import { goods } from "./goods.ts";
import { households } from "./households/households.ts";
import type { Incoming } from "./kind.ts";
import { services } from "./services.ts";
import { policies } from "./policies.ts";
import { staff } from "./staff.ts";

export const incoming: Readonly<Record<Imported, Incoming>> = {
  households,
  staff,
  goods,
  services,
  policies,
};

import { danger } from "./danger/danger.flow.ts";
import { correct } from "./report/correct.flow.ts";
import { add } from "./verdict/add.flow.ts";
import { again } from "./verdict/again.flow.ts";
import { withdraw } from "./verdict/withdraw.flow.ts";

/** What a villager can talk about once a matter is there. */
export const villagerFlows = [add, again, correct, danger, withdraw] as const;

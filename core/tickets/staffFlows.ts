import { changeKind } from "./kinds/change/changeKind.flow.ts";
import { passSeveral } from "./pass/several.flow.ts";
import { waitingWord } from "./respond/deeds.flow.ts";
import { tagMatter } from "./tags/tagMatter.flow.ts";
import { together } from "./tasks/together.flow.ts";
import { addTemplate } from "./templates/addTemplate.flow.ts";

/** What those who must act can talk about beside one matter. */
export const staffFlows = [addTemplate, changeKind, passSeveral, tagMatter, together, waitingWord] as const;

import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { KindId } from "../kinds/model.ts";
import type { TicketNumber } from "../model.ts";
import type { Refusal } from "../service.ts";
import type { anyKind, Template } from "./model.ts";
import { addTemplate, fitting, keptUnits } from "./service.ts";

/** What flows may do with words for answers. */
export interface Templates {
  /** What fits a matter; nothing where it is not known which. */
  fitting(number: TicketNumber | null): Promise<readonly Template[]>;
  /** Where this person may keep templates. */
  units(): Promise<readonly { readonly id: string; readonly label: Text }[]>;
  add(given: {
    readonly kind: KindId | typeof anyKind;
    readonly words: string;
    readonly unit: string;
  }): Promise<"kept" | Refusal>;
}

/** @param known who acts; throws for a stranger. */
export function templatesDesk(known: () => Acting): Templates {
  return {
    fitting: (number) => fitting(known(), number),
    units: () => keptUnits(known()),
    add: (given) => addTemplate(known(), given),
  };
}

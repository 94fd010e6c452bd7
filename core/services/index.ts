import { findService } from "./findService.flow.ts";

export { serviceCommands } from "./commands.ts";
export { serviceDirectory, type DirectoryServices } from "./desk.ts";
export {
  areAlike,
  categories,
  materialsIn,
  type Category,
  type ServiceFacts,
  type ServiceItem,
} from "./model.ts";
export {
  changeServiceItem,
  countServiceItems,
  insertServiceItem,
  removeServiceItem,
  serviceItemCalled,
  serviceItemsInside,
} from "./store.ts";
export { categoryNames } from "./texts.ts";

/** Every talk of this slice. */
export const serviceFlows = [findService];

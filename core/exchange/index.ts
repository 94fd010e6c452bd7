import { importTable } from "./incoming/importTable.flow.ts";
import { exportTable } from "./outgoing/exportTable.flow.ts";

export { exchangeCommands } from "./commands.ts";
export { exchangeDesk, type ExchangeServices } from "./desk.ts";
export { isAwaited } from "./incoming/store.ts";
export { createExchange, tablesAtOnce } from "./worker.ts";

/** Every talk of this slice. */
export const exchangeFlows = [exportTable, importTable];

export { contains, upwards, type Unit, type UnitCode, type UnitKind } from "./model.ts";
export { addUnit, unitByCode, unitName, unitsOfKind } from "./store.ts";

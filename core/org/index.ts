export { contains, upwards, type Unit, type UnitCode, type UnitKind } from "./model.ts";
export {
  addUnit,
  countUnits,
  unitByCode,
  unitName,
  unitsBelow,
  unitsCalled,
  unitsOfKind,
  villagesCalled,
} from "./store.ts";

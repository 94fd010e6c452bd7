export { contains, upwards, type Unit, type UnitCode, type UnitKind } from "./model.ts";
export {
  addUnit,
  addUnits,
  countUnits,
  unitByCode,
  unitName,
  unitsBelow,
  unitsCalled,
  unitsOfKind,
  villagesCalled,
} from "./store.ts";

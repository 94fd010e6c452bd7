export {
  contains,
  namesOf,
  readOfficeName,
  upwards,
  type Office,
  type OfficeId,
  type OfficeKind,
  type Unit,
  type UnitCode,
  type UnitKind,
} from "./model.ts";
export { addOffices, hasOffices, nameOffice, officeById, officesOf, removeOffice } from "./offices/store.ts";
export {
  addUnit,
  addUnits,
  codesInside,
  countUnits,
  unitByCode,
  unitName,
  unitNames,
  unitsBelow,
  unitsCalled,
  unitsOfKind,
  villagesCalled,
  villagesIn,
} from "./store.ts";

import { appealPoints, judgeAppeal } from "./appeal/appeal.flow.ts";
import { addPointsRule, changePointsRule } from "./rules/rules.flow.ts";
import { addGoods, changeGoods } from "./shop/keep.flow.ts";
import { orderGoods } from "./shop/order.flow.ts";
import { grantPoints, refuseGrant, takeBackPoints } from "./grant/grant.flow.ts";

export { deedsOf } from "./account/deeds.ts";
export { pointsView } from "./account/service.ts";
export { pointsAlarm } from "./alarm.ts";
export { isNamed } from "./appeal/concerned.ts";
export { pointsCommands } from "./commands.ts";
export { pointsDesk, type PointsServices } from "./desk.ts";
export { houseOf } from "./grant/receivers.ts";
export { checkLedger } from "./ledger/check.ts";
export { earn } from "./ledger/service.ts";
export type { EarningKind } from "./model.ts";
export { ringPoints } from "./ring.ts";
export { codePicture, showCode } from "./shop/picture.ts";
export { insertGoods } from "./shop/store.ts";
export { insertRule, insertSetting, rulesIn } from "./rules/store.ts";

/** Every talk of this slice. */
export const pointsFlows = [
  grantPoints,
  refuseGrant,
  takeBackPoints,
  appealPoints,
  judgeAppeal,
  orderGoods,
  addGoods,
  changeGoods,
  changePointsRule,
  addPointsRule,
];

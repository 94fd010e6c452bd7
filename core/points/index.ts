import { appealPoints, appealTeamPoints, judgeAppeal } from "./appeal/appeal.flow.ts";
import { addPointsRule, changePointsRule, undoPointsChange } from "./rules/rules.flow.ts";
import { changePointsSetting } from "./settings/settings.flow.ts";
import { addGoods, changeGoods } from "./shop/keep.flow.ts";
import { orderGoods } from "./shop/order.flow.ts";
import { grantPoints, refuseGrant, takeBackPoints } from "./grant/grant.flow.ts";

export { deedsOf } from "./account/deeds.ts";
export { pointsView } from "./account/service.ts";
export { pointsAlarm } from "./alarm.ts";
export { pointsCommands } from "./commands.ts";
export { pointsDesk, type PointsServices } from "./desk.ts";
export { houseOf } from "./grant/receivers.ts";
export { checkLedger } from "./ledger/check.ts";
export { earn } from "./ledger/service.ts";
export { earnForTeam, takeBackFromTeam } from "./team/service.ts";
export { plantForTeam } from "./team/plant.ts";
export { teamSums } from "./team/store.ts";
export type { EarningKind } from "./model.ts";
export { ringPoints } from "./ring.ts";
export { codePicture, showCode } from "./shop/picture.ts";
export { insertGoods } from "./shop/store.ts";
export { insertRule, rulesIn } from "./rules/store.ts";
export { insertSetting } from "./settings/store.ts";

/** Every talk of this slice. */
export const pointsFlows = [
  grantPoints,
  refuseGrant,
  takeBackPoints,
  appealPoints,
  appealTeamPoints,
  judgeAppeal,
  orderGoods,
  addGoods,
  changeGoods,
  changePointsRule,
  addPointsRule,
  undoPointsChange,
  changePointsSetting,
];

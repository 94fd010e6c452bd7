export { bareStage } from "./bareStage.ts";
export { inNumbers, pressesOlderCard } from "./inNumbers.ts";
export { memoryAlarms, memoryTalks } from "./memory.ts";
export { play, playText } from "./player.ts";
export type { HeardMessage, Stage } from "./stage.ts";

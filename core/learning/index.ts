export { forgetPerson, forgetSubject, learnt, type Lesson } from "./learnt.ts";
export { knowledgeOf, type Knowledge, type Subject } from "./models/knowledge.ts";
export type { Example, Source, Task } from "./model.ts";
export { correctionsSince, examplesNamed } from "./store.ts";
export { trainApart } from "./trainings/apart.ts";
export type { Changes, LabelChange, SentenceChange, Shipped } from "./trainings/model.ts";
export { keptFor, learnAtNight } from "./trainings/night.ts";
export {
  currentTraining,
  insertTraining,
  newest as newestTraining,
  trainingById,
  type Training,
  type TrainingId,
  type TrainingState,
} from "./trainings/store.ts";
export { createTrainer, type Trainer, type TrainerPorts } from "./trainings/trainer.ts";
export { undo, undoable, type Undoable } from "./trainings/undo.ts";

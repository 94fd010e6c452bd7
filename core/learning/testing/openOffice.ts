import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { shippedKinds } from "../../tickets/kinds/shipped.ts";
import { learnt, type Lesson } from "../learnt.ts";
import { knowledgeOf, type Subject } from "../models/knowledge.ts";
import { insertTraining, trainingById, type Training } from "../trainings/store.ts";
import { createTrainer, type TrainerPorts } from "../trainings/trainer.ts";
import { train, type Material, type Trained } from "../trainings/train.ts";

/** What the program ships for kinds of matters. */
export const subject: Subject = { task: "category", shipped: shippedKinds };

/** Lifts are nothing that is shipped: what the office says of them is all there is to know. */
export const lifts = [
  "电梯停在三楼不动",
  "楼里的电梯坏了",
  "电梯门关不上",
  "坐电梯咣当响",
  "电梯按钮没反应",
  "电梯又坏了要爬楼",
  "电梯困住人了",
  "电梯里的灯黑着",
];

/** Nothing that is shipped either. */
export const wasps = [
  "屋檐下有个马蜂窝",
  "马蜂窝有脸盆大",
  "树上的马蜂蜇人",
  "马蜂又飞进屋",
  "请来摘马蜂窝",
  "马蜂窝挂在学校后面",
  "马蜂追着孩子蜇",
  "阁楼里一窝马蜂",
];

const trainings = new Map<string, Trained>();

/** What is learnt from the same material is the same, so that several tests may have learnt it once. */
function trainedFrom(material: Material): Trained {
  const key = JSON.stringify(material);
  const trained = trainings.get(key) ?? train(material);
  trainings.set(key, trained);
  return trained;
}

/** An office that learns, on a database: training is done on the spot. */
export async function openOffice(
  open: OpenTestDatabase,
  trainApart: TrainerPorts["trainApart"] = (material) => Promise.resolve(trainedFrom(material)),
) {
  const database = await open();
  const clock = { at: 1_000, now: () => clock.at };
  const told: Training[] = [];
  const errors: unknown[] = [];
  const trainer = createTrainer({
    database,
    clock,
    subjects: [subject],
    trainApart,
    told: (_tx, training) => Promise.resolve(void told.push(training)),
    report: (error) => errors.push(error),
  });
  const work = <T>(deed: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(deed);

  return {
    database,
    clock,
    told,
    errors,
    work,
    /** The office says what words mean. */
    async says(label: string, words: readonly string[], more: Partial<Lesson> = {}): Promise<void> {
      await work(async (tx) => {
        for (const sentence of words)
          await learnt(tx, {
            task: subject.task,
            words: sentence,
            label,
            source: "worker",
            key: sentence,
            at: clock.at,
            ...more,
          });
      });
    },
    /** Trains, an hour later. */
    async trains(by = "console"): Promise<Training | undefined> {
      clock.at += 3_600_000;
      const id = await work((tx) => insertTraining(tx, subject.task, by, clock.at));
      await trainer.drain();
      clock.at += 3_600_000;
      return work((tx) => trainingById(tx, id));
    },
    guesses: (words: string) =>
      work(async (tx) => (await knowledgeOf(tx, subject)).classifier.classify(words)),
  };
}

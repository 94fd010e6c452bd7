import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { learnt, type Lesson } from "../learnt.ts";
import { knowledgeOf, type Subject } from "../models/knowledge.ts";
import { insertTraining, trainingById, type Training } from "../trainings/store.ts";
import { createTrainer, type TrainerPorts } from "../trainings/trainer.ts";
import { train } from "../trainings/train.ts";

const said: Readonly<Record<string, readonly string[]>> = {
  lamp: ["路灯坏了", "村口的灯不亮", "灯杆歪了", "晚上路灯一闪一闪", "弄堂里灯灭了", "太阳能灯不亮了"],
  ditch: ["水沟堵了", "下水道堵住了", "门口污水漫出来", "阴沟要清一清", "排水沟都是泥", "雨水沟不通"],
  rubbish: ["垃圾没人收", "垃圾桶满了", "路边倒了垃圾", "垃圾房很臭", "废料堆在路边", "公厕没人打扫"],
};

const called: Readonly<Record<string, readonly string[]>> = {
  lamp: ["路灯", "灯", "灯杆", "不亮", "灯灭", "太阳能灯", "一闪一闪", "灯坏了"],
  ditch: ["水沟", "下水道", "污水", "阴沟", "排水沟", "雨水沟", "堵", "不通", "清淤"],
  rubbish: ["垃圾", "垃圾桶", "垃圾房", "废料", "公厕", "打扫", "臭", "收垃圾"],
};

function shippedIn(known: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(known).flatMap(([label, all]) => all.map((one) => ({ words: one, label })));
}

/** What a small office ships: three kinds, six sentences each, and what things are called. */
export const subject: Subject = {
  task: "category",
  shipped: [...shippedIn(said), ...shippedIn(called).map((word) => ({ ...word, isWord: true }))],
};

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

/** An office that learns, on a database: training is done on the spot. */
export async function openOffice(
  open: OpenTestDatabase,
  trainApart: TrainerPorts["trainApart"] = (material) => Promise.resolve(train(material)),
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

/** A small core that answers, so that the page can be tested as a person uses it. Its memory outlives a server. */
import type {
  Adapter,
  HistoryLine,
  InboundEvent,
  Intake,
  Option,
  Outbound,
} from "../../../core/channel/index.ts";

const rating: readonly Option[] = ["满意", "基本满意", "不满意", "还没好"].map((label, index) => ({
  label,
  token: `rate-${String(index)}`,
}));
const confirm: readonly Option[] = [
  { label: "对，交上去", token: "file" },
  { label: "改地点", token: "where" },
  { label: "再补充", token: "more" },
  { label: "不报了", token: "drop" },
];
const answers: readonly Option[] = ["答复", "转村服务团队", "上报乡镇", "要补充", "情况未核实"].map(
  (label, index) => ({
    label,
    token: `respond-${String(index)}`,
  }),
);

export class AnsweringIntake implements Intake {
  readonly events: InboundEvent[] = [];
  readonly #history: HistoryLine[] = [];
  readonly #keys = new Set<string>();
  #adapter: Adapter | undefined;
  #sent = 0;

  /** The adapter through which answers go; another one after a restart. */
  answerThrough(adapter: Adapter): void {
    this.#adapter = adapter;
  }

  async accept(events: readonly InboundEvent[]): Promise<void> {
    for (const event of events) {
      if (this.#keys.has(event.dedupeKey)) continue;
      this.#keys.add(event.dedupeKey);
      this.events.push(event);
      this.#history.push({ from: "person", at: event.at, event });
      setTimeout(() => void this.#answer(event), 20);
    }
  }

  async history(address: string, limit: number): Promise<readonly HistoryLine[]> {
    const own = this.#history.filter((line) =>
      line.from === "bot" ? line.outbound.to === address : `web/sandbox/${line.event.chat}` === address,
    );
    return own.slice(-limit);
  }

  /** Sends to a persona, as the pump would. */
  async tell(actor: string, content: Partial<Outbound>): Promise<void> {
    this.#sent += 1;
    const key = `out-${String(this.#sent)}`;
    const outbound: Outbound = { key, to: `web/sandbox/${actor}`, buttons: [], ...content };
    const outcome = await this.#adapter?.send(this.#adapter.render(outbound));
    if (outcome?.kind === "sent") this.#history.push({ from: "bot", at: Date.now(), outbound });
  }

  async #answer({ body, chat, replyTo }: InboundEvent): Promise<void> {
    if (chat === "li" && body.type === "text" && replyTo !== undefined) {
      await this.tell("wang", { text: `1024 网格员老李回您：${body.text}\n您觉得？`, buttons: rating });
      return;
    }
    if (body.type === "text") {
      await this.tell(chat, {
        text: `记下了：\n【公共设施·路灯】${body.text.slice(0, 200)}\n有照片或语音可以接着发。这样交给网格员，对吗？`,
        buttons: confirm,
      });
    } else if (body.type === "action" && body.token === "file") {
      await this.tell(chat, {
        text: "已交给网格员老李，编号 1024。最晚 11月24日 16:20 前回您。\n想看进展发「1024」。",
      });
      await this.tell("li", {
        text: "【新事项 1024】路灯 · 双桥村 G1\n王秀英：村口大樟树旁边的路灯坏了三天，夜里看不见路（照片 1）\n⏰ 24 小时内回复：11月24日 16:20",
        buttons: answers,
      });
    } else if (body.type === "media") {
      await this.tell(chat, { text: "照片收到（1 张）。可以交了吗？", buttons: confirm });
      await this.tell("li", { text: "王秀英补了一张照片", file: body.file });
    } else {
      await this.tell(chat, { text: `收到（${body.type}）。` });
    }
  }
}

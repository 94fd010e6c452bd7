import { begin } from "../../dialogue/index.ts";
import { clean } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Said } from "../mine.ts";
import { proxy } from "../proxy/proxy.flow.ts";
import { mayReportForOthers } from "../proxy/service.ts";
import { isStaff } from "../service.ts";
import { wordsSaid } from "../templates/model.ts";
import { templateCommand } from "../templates/view.ts";

const proxySaid = /^代报[\s:：，,]+(\S.*)$/su;

/** What a hurried worker says in one line outside every talk: 「常用语 路灯 明天来换」, 「代报 桥头水沟堵了」. */
export async function staffSaid(acting: Acting, said: string): Promise<Said | undefined> {
  const words = clean(said);
  const template = isStaff(acting.person) ? wordsSaid(words) : undefined;
  if (template !== undefined) return templateCommand(template, acting);
  const what = mayReportForOthers(acting) ? proxySaid.exec(words)?.[1] : undefined;
  return what === undefined ? undefined : begin(proxy, undefined, { type: "text", text: what });
}

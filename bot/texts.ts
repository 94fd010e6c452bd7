import type { Text } from "../core/language/index.ts";

/** Something does not add up: told to the admins, alone and in a list. */
interface Drifted {
  readonly text: Text;
  readonly line: Text;
}

export const say = {
  menu: (name: string): Text => ({
    zh: `${name}，您好。有事直接说，比如「路口的灯坏了」。`,
    en: `Hello ${name}. Just say what is wrong, for example “the lamp at the crossing is broken”.`,
  }),
  report: { zh: "反映问题", en: "Report a problem" },
  mine: { zh: "我的事项", en: "My matters" },
  policy: { zh: "查政策", en: "Ask about a policy" },
  human: { zh: "人工帮助", en: "Talk to a person" },
  toPerson: { zh: "找人说", en: "Talk to a person" },
  more: { zh: "更多", en: "More" },
  moreMenu: { zh: "还有这些：", en: "There is also:" },
  affairs: { zh: "村务公开", en: "Village affairs" },
  services: { zh: "办事服务", en: "Services" },
  moments: { zh: "村民趣事", en: "Villagers’ moments" },
  news: { zh: "本地新闻", en: "Local news" },
  points: { zh: "我的积分", en: "My points" },
  moreHelp: { zh: "更多：村务公开、办事服务、村民趣事、本地新闻、我的积分", en: "/more: what else there is" },
  whatICan: {
    zh: "我是「点通」。有事直接说，比如「路灯坏了」；也能查政策、看您报的事办到哪里、帮您找人。",
    en: "I am Diantong. Say what is wrong, ask about a policy, see how your matters stand, or find a person.",
  },
  tasks: { zh: "待办", en: "To do" },
  help: { zh: "帮助", en: "Help" },
  smile: { zh: "🙂", en: "🙂" },
  inGroup: (door: string | undefined): Text =>
    door === undefined
      ? {
          zh: "这里大家都看得见。请点我的头像，到和我的私聊里说。",
          en: "Everybody can read along here. Tap my picture and say it to me in private.",
        }
      : {
          zh: `这里大家都看得见。请到和我的私聊里说：${door}`,
          en: `Everybody can read along here. Say it to me in private: ${door}`,
        },
  menuHelp: { zh: "菜单：回到开头（发「0」也行）", en: "/menu: back to the beginning (or send 0)" },
  startHelp: { zh: "/start：开始", en: "/start: begin" },
  sorry: {
    zh: "对不住，刚才那条没处理成，已告诉管理员。写到一半的先放着，发「继续」接着写；急事发「人工」。",
    en: "Sorry, that message could not be dealt with; the administrator has been told. What you were writing is kept: send “continue” to go on, or “human” in a hurry.",
  },
  parked: (id: number, who: string, reason: string): Text => ({
    zh: `【系统】消息 ${id}（${who}）三次没处理成，已放到一边：${reason}`,
    en: `[System] Message ${id} (${who}) failed three times and was set aside: ${reason}`,
  }),
  clocks: (count: number): Drifted => ({
    text: {
      zh: `【系统】核对期限时有 ${count} 个对不上，已记在日志里，请技术人员查看。`,
      en: `[System] ${count} deadlines are not what their history comes to; see the log.`,
    },
    line: { zh: `${count} 个期限对不上，见日志`, en: `${count} deadlines differ; see the log` },
  }),
  balances: (count: number): Drifted => ({
    text: {
      zh: `【系统】核对积分时有 ${count} 个账户对不上，已记在日志里，请技术人员查看。`,
      en: `[System] ${count} balances of points are not the sum of their entries; see the log.`,
    },
    line: { zh: `${count} 个积分账户对不上，见日志`, en: `${count} balances differ; see the log` },
  }),
  tallies: (count: number): Drifted => ({
    text: {
      zh: `【系统】核对考评数字时有 ${count} 处对不上，已记在日志里，请技术人员查看。`,
      en: `[System] ${count} figures of the evaluation are not what happened comes to; see the log.`,
    },
    line: { zh: `${count} 处考评数字对不上，见日志`, en: `${count} figures differ; see the log` },
  }),
} satisfies Record<string, unknown>;

import type { FileRef } from "../channel/index.ts";
import type { Text } from "../language/index.ts";

type Counter = (count: number) => Text;

function text(zh: string, en: string): Text {
  return { zh, en };
}

const files: Readonly<Record<FileRef["kind"], { readonly name: Text; readonly measure: string }>> = {
  photo: { name: text("照片", "Photo"), measure: "张" },
  voice: { name: text("语音", "Voice message"), measure: "段" },
  video: { name: text("视频", "Video"), measure: "段" },
  document: { name: text("文件", "Document"), measure: "份" },
};

function counted(kind: FileRef["kind"]): Counter {
  const { name, measure } = files[kind];
  const plural = (count: number): string => (count === 1 ? "" : "s");
  return (count) =>
    text(`${name.zh} ${count} ${measure}`, `${count} ${name.en.toLowerCase()}${plural(count)}`);
}

/** Every sentence of the conversation engine. */
export const say = {
  yes: text("对", "Yes"),
  no: text("不对", "No"),
  more: text("更多", "More"),
  previous: text("上一页", "Previous page"),
  skip: text("跳过", "Skip"),
  done: text("好了", "Done"),
  afresh: text("清空重来", "Start this over"),
  handIn: text("对，交上去", "Yes, send it"),
  addMore: text("再补充", "Add more"),
  drop: text("不报了", "Drop it"),
  resume: text("继续", "Go on"),
  discard: text("不要了", "Delete it"),

  expects: {
    words: text("请打字告诉我。", "Please write it in words."),
    choice: text("请发前面的序号，或者点按钮。", "Please send the number in front, or press a button."),
    confirm: text("请回「对」或者「不对」。", "Please answer yes or no."),
    place: text("请打字说在哪里，或者发个定位。", "Please write where it is, or send a location."),
    material: text(
      "文字、照片、语音、视频都可以发，发完了说「好了」。",
      "Send words, photos, voice or video; say “done” when that is all.",
    ),
    review: text(
      "对的话回「对」，要改就点要改的那一项，也可以接着发照片和文字。",
      "Answer yes if it is right, or pick what to change; you can also send more photos or words.",
    ),
  },

  outOfRange: (last: number): Text =>
    last === 1
      ? text("只有 1 这一项可以选。", "There is only number 1 to pick.")
      : text(`请发 1 到 ${last} 之间的数字。`, `Please send a number from 1 to ${last}.`),
  shorter: (length: number, most: number): Text =>
    text(
      `这段话有 ${length} 个字，这里最多 ${most} 字，请说短一点。`,
      `That is ${length} characters; at most ${most} fit here. Please be shorter.`,
    ),
  tooLong: (length: number, most: number): Text =>
    text(
      `这段话有 ${length} 个字，太长了没收下。请分成几段发，每段不超过 ${most} 字。`,
      `That was ${length} characters, too long to take. Please send it in parts of at most ${most}.`,
    ),
  tooMuch: (most: number): Text =>
    text(
      `已经收了 ${most} 样，够多了，这一样没收下。先交上去，以后还能补。`,
      `${most} things are here already, so this one was not taken. Hand it in first; you can add more later.`,
    ),

  received: (kind: "words" | "forward" | "location"): Text =>
    ({
      words: text("补上了。", "Added."),
      forward: text("转发的话收到。", "Forwarded words received."),
      location: text("定位收到。", "Location received."),
    })[kind],
  receivedFile: (kind: FileRef["kind"], count: number | undefined): Text => {
    const { name, measure } = files[kind];
    return count === undefined
      ? text(`${name.zh}收到。`, `${name.en}s received.`)
      : text(`${name.zh}收到（${count} ${measure}）。`, `${name.en} received (${count}).`);
  },
  count: {
    words: (count: number): Text => text(`文字 ${count} 段`, `${count} message${count === 1 ? "" : "s"}`),
    photo: counted("photo"),
    voice: counted("voice"),
    video: counted("video"),
    document: counted("document"),
    location: (count: number): Text => text(`定位 ${count} 个`, `${count} location${count === 1 ? "" : "s"}`),
  },
  soFar: (counts: readonly (readonly [number, Counter])[]): Text => {
    const there = counts.filter(([count]) => count > 0).map(([count, name]) => name(count));
    return text(
      `收到${there.map((part) => part.zh).join("、")}。还有就接着发，没有了说「好了」。`,
      `Received: ${there.map((part) => part.en).join(", ")}. Send more, or say “done”.`,
    );
  },

  after: (receipt: Text, question: Text): Text =>
    text(`${receipt.zh}${question.zh}`, `${receipt.en} ${question.en}`),
  handInNow: text("可以交了吗？", "Shall I send it now?"),
  goOn: text("请接着发，文字、照片、语音都行。", "Go on: words, photos or voice."),
  whatIsWrong: text("哪里要改？", "What should be changed?"),

  firstStep: text(
    "这是第一步，再退就没有了。不办了就发「取消」。",
    "This is the first step. To leave, send “cancel”.",
  ),
  doneAlready: text("前面的已经办了，退不回去。", "What came before is done and cannot be taken back."),
  cannotSkip: text("这一步跳不过。", "This one cannot be skipped."),
  left: (title: Text): Text =>
    text(
      `「${title.zh}」先不办了。写好的留 7 天，发「继续」接着写。`,
      `“${title.en}” is put aside. What you wrote is kept for 7 days; send “continue” to go on.`,
    ),
  leftEmpty: (title: Text): Text =>
    text(`好，「${title.zh}」不办了。`, `All right, “${title.en}” is dropped.`),
  discarded: text("好，删掉了。", "All right, it is deleted."),
  goingOn: (title: Text): Text =>
    text(`「${title.zh}」正在办，接着来：`, `“${title.en}” is already going on:`),
  backTo: (title: Text): Text => text(`接着说「${title.zh}」：`, `Back to “${title.en}”:`),
  nothingToResume: text(
    "没有写到一半的。有事直接说。",
    "There is nothing left half-written. Just say what you need.",
  ),
  nothingOpen: text(
    "现在没有正在办的事。有事直接说。",
    "There is nothing going on at the moment. Just say what you need.",
  ),
  whichDraft: text("接着写哪一个？", "Which one shall we go on with?"),
  flowGone: text("刚才没说完的那件事现在办不了了，对不住。", "Sorry, what we were at is no longer possible."),
  thing: text("刚才那件事", "that matter"),

  kindly: text("😊 收到您的表情。", "😊 Thank you for the sticker."),
  waysOut: text(
    "发「返回」退一步，「取消」先放下，「人工」找人说。",
    "Send “back” for one step back, “cancel” to leave, “human” to find a person.",
  ),
  hereYouAre: (title: Text): Text => text(`正在办「${title.zh}」。`, `This is “${title.en}”.`),
  canSay: text("可以说：", "You can say:"),
  unknownCommand: (name: string): Text =>
    text(
      `没有 /${name} 这个命令，发「帮助」看看能说什么。`,
      `There is no /${name}; send “help” to see what there is.`,
    ),
  deadButton: text(
    "这一项过时了，什么都没有动。有事直接说，或发「菜单」。",
    "That choice is out of date; nothing was changed. Just say what you need, or send “menu”.",
  ),
  laterButton: text("先把眼前这件说完，再按那个。", "Let us finish this first; that button can wait."),
  othersButton: text("这个按钮是给别人的，您按不了。", "That button is for someone else."),

  unfinished: (about: Text, yesterday: boolean): Text =>
    text(
      `您${yesterday ? "昨天" : "前几天"}说的「${about.zh}」还没说完，要接着办吗？`,
      `“${about.en}” from ${yesterday ? "yesterday" : "a few days ago"} is not finished. Shall we go on?`,
    ),
  expired: (about: Text): Text =>
    text(
      `「${about.zh}」放了 7 天没接着说，先删掉了。要办随时再说一声。`,
      `“${about.en}” was left for 7 days and is deleted now. Tell me again whenever you like.`,
    ),
} as const;

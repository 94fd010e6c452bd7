import type { Text } from "../language/index.ts";
import type { MediaKind } from "./model.ts";

interface Named {
  readonly zh: string;
  /** What one counts them with: 这张照片. */
  readonly measure: string;
  readonly en: string;
}

const names: Readonly<Record<MediaKind, Named>> = {
  photo: { zh: "照片", measure: "张", en: "photo" },
  voice: { zh: "语音", measure: "段", en: "voice message" },
  video: { zh: "视频", measure: "段", en: "video" },
  document: { zh: "文件", measure: "份", en: "document" },
};

const smaller: Readonly<Record<MediaKind, Text>> = {
  photo: { zh: "请发小一点的，或者打字说。", en: "Please send a smaller one, or write it." },
  voice: { zh: "请说短一点再发，或者打字说。", en: "Please send a shorter one, or write it." },
  video: { zh: "请拍短一点再发，或者打字说。", en: "Please send a shorter one, or write it." },
  document: {
    zh: "请把要紧的那页拍成照片发，或者打字说；表格请分成几个。",
    en: "Please send a photo of the page that matters, or write it; a table in parts.",
  },
};

/** Every sentence about files. */
export const say = {
  tooLarge: (kind: MediaKind, bytes: number, largest: number): Text => {
    const { zh, measure, en } = names[kind];
    const [size, most] = [megabytes(bytes), megabytes(largest)];
    return {
      zh: `这${measure}${zh}有 ${size} MB，太大了，没收下（最多 ${most} MB）。${smaller[kind].zh}`,
      en: `This ${en} has ${size} MB, too large to take (at most ${most} MB). ${smaller[kind].en}`,
    };
  },
  wrongType: (kind: MediaKind): Text => {
    const { zh, measure, en } = names[kind];
    return {
      zh: `您刚才发的那${measure}${zh}存不下来，别人可能看不到；别的都记着。请拍成照片再发，或者打字说。`,
      en: `The ${en} you sent could not be kept, so others may not see it; everything else is kept. Please send a photo of it, or write it.`,
    };
  },
  notYet: (kind: MediaKind): Text => ({
    zh: `（${names[kind].zh}还没传过来，过一会儿再看。）`,
    en: `(The ${names[kind].en} has not come through yet; look again later.)`,
  }),
  expired: (kind: MediaKind): Text => ({
    zh: `（${names[kind].zh}到期删掉了；要的话请再做一份。）`,
    en: `(The ${names[kind].en} was kept for a while and is deleted; please have it made again.)`,
  }),
  cannotShow: (kind: MediaKind): Text => ({
    zh: `（${names[kind].zh}在这边打不开，可请对方再发一次。）`,
    en: `(The ${names[kind].en} cannot be opened here; please ask for it again.)`,
  }),
} satisfies Record<string, unknown>;

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

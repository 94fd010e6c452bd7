import { randomBytes } from "node:crypto";

/** How Telegram calls a file; a file sent as one cannot be sent again as another. */
export type FileType =
  | "photo"
  | "voice"
  | "video"
  | "document"
  | "audio"
  | "animation"
  | "video_note"
  | "sticker";

export interface StoredFile {
  readonly id: string;
  readonly unique: string;
  readonly type: FileType;
  readonly size: number;
  readonly path: string;
  readonly name?: string;
  /** Made on demand, so that a film of 30 MB costs nothing until somebody fetches it. */
  readonly bytes: () => Uint8Array;
}

const extensions: Partial<Record<FileType, string>> = { photo: "jpg", voice: "oga", video: "mp4" };

/** Every file the fake platform holds. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();

  /** `content` is the bytes, or only how many there are. */
  add(type: FileType, content: Uint8Array | number, name?: string): StoredFile {
    const number = this.#byId.size + 1;
    const file: StoredFile = {
      id: `AgACAgUAAxk${randomBytes(24).toString("base64url")}`,
      unique: `AQAD${randomBytes(9).toString("base64url")}`,
      type,
      size: typeof content === "number" ? content : content.length,
      path: `${type}s/file_${String(number)}.${extensions[type] ?? "dat"}`,
      bytes: () => (typeof content === "number" ? new Uint8Array(content) : content),
      ...(name !== undefined && { name }),
    };
    this.#byId.set(file.id, file);
    this.#byPath.set(file.path, file);
    return file;
  }

  byId(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  byPath(filePath: string): StoredFile | undefined {
    return this.#byPath.get(filePath);
  }
}

/** How a message shows a file. */
export function fileInMessage(file: StoredFile): object {
  const common = {
    file_id: file.id,
    file_unique_id: file.unique,
    file_size: file.size,
  };
  const named = file.name === undefined ? {} : { file_name: file.name };
  switch (file.type) {
    case "photo":
      return {
        photo: [
          {
            ...common,
            file_id: `${file.id}s`,
            file_unique_id: `${file.unique}s`,
            width: 90,
            height: 67,
            file_size: 1_200,
          },
          { ...common, width: 1280, height: 960 },
        ],
      };
    case "voice":
      return { voice: { ...common, duration: 6, mime_type: "audio/ogg" } };
    case "audio":
      return { audio: { ...common, ...named, duration: 12, mime_type: "audio/mpeg" } };
    case "video":
      return {
        video: { ...common, ...named, width: 1280, height: 720, duration: 20, mime_type: "video/mp4" },
      };
    case "animation":
      return {
        animation: { ...common, ...named, width: 320, height: 240, duration: 2, mime_type: "video/mp4" },
        document: { ...common, ...named, mime_type: "video/mp4" },
      };
    case "video_note":
      return { video_note: { ...common, length: 240, duration: 9 } };
    case "document":
      return { document: { ...common, ...named, mime_type: "application/pdf" } };
    case "sticker":
      return {
        sticker: {
          ...common,
          type: "regular",
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: "👍",
        },
      };
  }
}

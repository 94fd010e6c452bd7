import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { sniff, typeOfExtension } from "./sniff.ts";
import type { FileType } from "./sniff.ts";

/** A stored file's name: its SHA-256 and the extension of what it really is. Nothing else reaches the disk's path. */
const nameForm = /^[0-9a-f]{64}\.([0-9a-z]{3,4})$/;

/** One file that is kept, and where. */
export interface KeptFile {
  readonly id: string;
  readonly type: FileType;
  readonly bytes: number;
}

/** Keeps files by what is in them: the same bytes twice are one file. */
export class Files {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Resolves once the bytes are on the disk; undefined when they are of no kept type. */
  async keep(bytes: Uint8Array): Promise<KeptFile | undefined> {
    const type = sniff(bytes);
    if (!type) return undefined;
    const id = `${createHash("sha256").update(bytes).digest("hex")}.${type.extension}`;
    if (!(await this.find(id))) await this.#write(id, bytes);
    return { id, type, bytes: bytes.byteLength };
  }

  async find(id: string): Promise<KeptFile | undefined> {
    const type = typeOfExtension(nameForm.exec(id)?.[1] ?? "");
    if (!type) return undefined;
    const found = await stat(this.#pathOf(id)).catch(ignoreMissing);
    return found?.isFile() ? { id, type, bytes: found.size } : undefined;
  }

  /** The bytes of a file that `find` found. */
  read(file: KeptFile): Promise<Uint8Array> {
    return readFile(this.#pathOf(file.id));
  }

  /** Written aside, synced and renamed, so that a crash never leaves half a picture under a whole one's name. */
  async #write(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const aside = this.#pathOf(`${randomUUID()}.part`);
    const handle = await open(aside, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, this.#pathOf(id));
  }

  #pathOf(name: string): string {
    return path.join(this.#directory, name);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

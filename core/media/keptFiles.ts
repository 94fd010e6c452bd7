import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import type { MediaKind } from "./model.ts";
import { sniff, sniffDocument, table, typeOfExtension, typeOfMime, xlsx, type FileType } from "./sniff.ts";

/** A kept file's name: its SHA-256 and the extension of what it really is. Nothing else reaches the disk's path. */
const nameForm = /^([0-9a-f]{64})\.([0-9a-z]{3,4})$/;
/** Where bytes are written before they have their name; whatever is left in it was cut off by a crash. */
const asideFolder = "aside";

/** One file that is kept. */
export interface KeptFile {
  /** SHA-256 and extension. */
  readonly id: string;
  readonly type: FileType;
  readonly bytes: number;
}

/** The name a kept file has, by what is in it. */
export function nameOf(sha256: string, mime: string): string {
  return `${sha256}.${typeOfMime(mime)?.extension ?? ""}`;
}

/** The hash in a kept file's name. */
export function hashIn(id: string): string {
  return nameForm.exec(id)?.[1] ?? "";
}

/** What a kept file is, by its name; undefined when it is the name of none. */
function typeKept(id: string): FileType | undefined {
  return typeOfExtension(nameForm.exec(id)?.[2] ?? "");
}

/** The type of a kept file by its name. @throws for a name that no kept file has. */
export function typeOfName(id: string): FileType {
  const type = typeKept(id);
  if (!type) throw new Error(`no file is kept under ${id}`);
  return type;
}

/** Keeps files by what is in them: the same bytes twice are one file. */
export class KeptFiles {
  readonly #directory: string;

  /** @param directory made when the first file comes. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * Resolves once the bytes are on the disk; undefined when they are of no kept type.
   * @param kind as what they were sent.
   * @param named told their name before anything lies under it.
   */
  async keep(
    bytes: Uint8Array,
    kind?: MediaKind,
    named?: (id: string) => Promise<void>,
  ): Promise<KeptFile | undefined> {
    const type = kind === "document" ? sniffDocument(bytes) : sniff(bytes);
    return type && this.#keepAs(bytes, type, named);
  }

  /** Keeps a table that this program wrote, in CSV. Resolves once it is on the disk. */
  async keepTable(words: string): Promise<KeptFile> {
    return this.#keepAs(Buffer.from(words, "utf8"), table);
  }

  /**
   * Keeps a table that this program writes, as it comes: nothing of it is held. Resolves once it is on the disk.
   * @param named told its name before anything lies under it: a program that dies then leaves no file that nobody knows of.
   */
  async keepSheet(
    chunks: AsyncIterable<Uint8Array>,
    format: "xlsx" | "csv",
    named: (id: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<KeptFile> {
    const aside = await this.aside();
    const hash = createHash("sha256");
    let bytes = 0;
    try {
      await synced(aside, "wx", async (handle) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.byteLength;
          await handle.write(chunk);
        }
      });
      const type = format === "xlsx" ? xlsx : table;
      const id = `${hash.digest("hex")}.${type.extension}`;
      await named(id);
      await rename(aside, this.pathOf(id));
      await synced(this.#directory, "r", () => Promise.resolve());
      return { id, type, bytes };
    } catch (error) {
      await unlink(aside).catch(ignoreMissing);
      throw error;
    }
  }

  /** A place for a file that is gone after the next start, and is removed by whoever asked for it before. */
  async aside(): Promise<string> {
    await mkdir(this.#pathOf(asideFolder), { recursive: true, mode: 0o700 });
    return this.#pathOf(asideFolder, randomUUID());
  }

  /** Where a kept file lies, for whoever reads it bit by bit; it may not be there. */
  pathOf(id: string): string {
    if (!nameForm.test(id)) throw new Error(`no file is kept under ${id}`);
    return this.#pathOf(id);
  }

  async #keepAs(bytes: Uint8Array, type: FileType, named?: (id: string) => Promise<void>): Promise<KeptFile> {
    const id = `${createHash("sha256").update(bytes).digest("hex")}.${type.extension}`;
    await named?.(id);
    const known = await this.find(id);
    if (known?.bytes !== bytes.byteLength) await this.#write(id, bytes);
    return { id, type, bytes: bytes.byteLength };
  }

  async find(id: string): Promise<KeptFile | undefined> {
    const type = typeOfExtension(nameForm.exec(id)?.[2] ?? "");
    if (!type) return undefined;
    const found = await stat(this.#pathOf(id)).catch(ignoreMissing);
    return found?.isFile() ? { id, type, bytes: found.size } : undefined;
  }

  /** The bytes of a kept file; undefined when it is not there. */
  async read(id: string): Promise<Uint8Array | undefined> {
    const found = await this.find(id);
    return found && readFile(this.#pathOf(id)).catch(ignoreMissing);
  }

  /** Removes a kept file; one that is not there is no error. */
  async remove(id: string): Promise<void> {
    if (nameForm.test(id)) await unlink(this.#pathOf(id)).catch(ignoreMissing);
  }

  /**
   * Removes what a program that died was writing, and takes over the folder of an older version, which kept uploads
   * elsewhere. Only for the start, while nobody writes.
   */
  async begin(former: string): Promise<void> {
    const isThere = (await stat(this.#directory).catch(ignoreMissing)) !== undefined;
    if (!isThere) await rename(former, this.#directory).catch(ignoreMissing);
    const halves = (await readdir(this.#pathOf(asideFolder)).catch(ignoreMissing)) ?? [];
    for (const half of halves) await unlink(this.#pathOf(asideFolder, half)).catch(ignoreMissing);
  }

  /** Written aside, synced and renamed, so that a crash never leaves half a picture under a whole one's name. */
  async #write(id: string, bytes: Uint8Array): Promise<void> {
    const aside = await this.aside();
    try {
      await synced(aside, "wx", (handle) => handle.writeFile(bytes));
      await rename(aside, this.#pathOf(id));
    } catch (error) {
      await unlink(aside).catch(ignoreMissing);
      throw error;
    }
    // The new name is on the disk only when its folder is.
    await synced(this.#directory, "r", () => Promise.resolve());
  }

  #pathOf(...names: readonly string[]): string {
    return path.join(this.#directory, ...names);
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function synced(place: string, flags: "wx" | "r", work: (handle: Handle) => Promise<void>) {
  const handle = await open(place, flags, 0o600);
  try {
    await work(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

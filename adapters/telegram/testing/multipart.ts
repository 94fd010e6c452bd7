/** One uploaded part. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Form {
  readonly fields: Record<string, string>;
  readonly files: Map<string, UploadedFile>;
}

/** Reads multipart/form-data as lenient servers do: quotes and spaces in headers are optional. */
export function readMultipart(contentType: string, body: Buffer): Form {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? "";
  const fields: Record<string, string> = {};
  const files = new Map<string, UploadedFile>();
  for (const part of partsOf(body, `--${boundary}`)) {
    const headerEnd = part.indexOf("\r\n\r\n");
    if (headerEnd === -1) continue;
    const header = part.subarray(0, headerEnd).toString("utf8");
    const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(header)?.[1];
    const fileName = /filename="?([^";\r\n]+)"?/i.exec(header)?.[1];
    const content = part.subarray(headerEnd + 4);
    if (name === undefined) continue;
    if (fileName === undefined) fields[name] = content.toString("utf8");
    else files.set(name, { name: fileName, bytes: new Uint8Array(content) });
  }
  return { fields, files };
}

function partsOf(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next === -1) break;
    // After the delimiter comes a line end; before the next one another.
    parts.push(body.subarray(start + delimiter.length + 2, next - 2));
    start = next;
  }
  return parts;
}

/** The shortest bytes that are recognised as each type. */
export const samples = {
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  jpg: Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0", "latin1"),
  gif: Buffer.from("GIF89a\x01\0\x01\0", "latin1"),
  webp: Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1"),
  wav: Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"),
  ogg: Buffer.from("OggS\0\x02\0\0\0\0\0\0\0\0", "latin1"),
  mp3: Buffer.from("\xff\xfb\x90\x64\0\0\0\0", "latin1"),
  webm: Buffer.from("\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm\0\0A_OPUS", "latin1"),
  m4a: Buffer.from("\0\0\0\x20ftypM4A \0\0\0\0M4A mp42", "latin1"),
  mp4: Buffer.from("\0\0\0\x20ftypisom\0\0\0\0isommp42", "latin1"),
  pdf: Buffer.from("%PDF-1.7\n", "latin1"),
};

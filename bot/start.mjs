import { existsSync } from "node:fs";
import module from "node:module";
import { resolve } from "node:path";

// Checks the runtime before any TypeScript is loaded: Node 20 cannot read a .ts file, so the sentence must come from here.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `点通 needs Node 24 or newer; this is ${process.version}.\n` +
      "Run `npm ci` and start it with `npm start`, which brings its own Node 24, or install Node 24.",
  );
  process.exit(1);
}
// Settings beside the program; what the environment already says stays.
if (existsSync(".env")) process.loadEnvFile(".env");
// What Node makes of the program's files is kept beside its data, so that the next start takes half the time; where nothing can
// be written there, nothing is kept.
module.enableCompileCache(resolve(process.env.DATA_DIR || "data", "compiled"));

const entries = { chat: "../scripts/chat.ts", demo: "../scripts/demo.ts", train: "../scripts/train.ts" };
await import(entries[process.argv[2]] ?? "./main.ts");

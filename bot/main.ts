import { readConfig } from "./config.ts";

const config = readConfig(process.env);
if ("wrong" in config) {
  process.stderr.write(`点通 did not start:\n${config.wrong.map((line) => `  ${line}\n`).join("")}`);
  process.exit(1);
}

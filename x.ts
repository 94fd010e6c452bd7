import { recognise, respelled } from "./core/language/index.ts";
for (const w of process.argv.slice(2)) console.log(w, respelled(w), JSON.stringify(recognise(w)));

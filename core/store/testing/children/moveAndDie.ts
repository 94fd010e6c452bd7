/** Moves an installation and kills itself half-way: `moveAndDie.ts <from> <to> <put|compared> <table>`. */
import { moveInstallation } from "../../index.ts";

const [, , from = "", to = "", step, table] = process.argv;
await moveInstallation({
  from,
  to,
  tell: (progress) => {
    process.stdout.write(`${progress.step} ${progress.table}\n`);
    if (progress.step === step && progress.table === table) process.kill(process.pid, "SIGKILL");
  },
});
process.stdout.write("moved\n");

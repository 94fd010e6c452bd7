import type { FileRef } from "../core/channel/index.ts";
import { transcriptsOf } from "../core/speech/index.ts";
import { documentsKind, type DocumentPorts } from "./documents.ts";
import { trainingKind } from "./learning/training.ts";
import { fetchingKinds, type FilePorts } from "./files.ts";
import { exchangeKind, type TablePorts } from "./exchange.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { logged } from "./nudges.ts";
import { Painter } from "../core/pictures/index.ts";
import { picturesKind, type PicturePorts } from "./pictures.ts";
import { retellingKind, type RetellingProgram } from "./retelling.ts";
import { momentIn, type TurnPorts } from "./turn.ts";
import { transcribingKind, type TranscribingProgram } from "./voices.ts";

/** Everything that is done by rows: files to fetch, voices to make words of once their file is there, answers to retell, pictures to draw. */
export function slowWork(
  ports: FilePorts &
    DocumentPorts &
    Omit<PicturePorts, "painter"> &
    Omit<TablePorts, "painter"> &
    TranscribingProgram &
    RetellingProgram,
  turns: TurnPorts,
): readonly JobKind[] {
  const ended = (file: Pick<FileRef, "channel" | "id">): void =>
    logged(
      ports.log,
      ports.database
        .transaction((tx) => transcriptsOf(tx, file))
        .then((ids) => ids.forEach((id) => turns.voices.wanted(id))),
    );
  const painter = new Painter();
  return [
    ...fetchingKinds(ports, turns, ended),
    transcribingKind(ports, turns.voices),
    documentsKind(ports, turns),
    trainingKind({ ...ports, momentIn: (tx) => momentIn(turns, tx, ports.clock.now()) }),
    retellingKind(ports, turns.post),
    exchangeKind({ ...ports, painter }, turns),
    picturesKind({ ...ports, painter }, turns),
  ];
}

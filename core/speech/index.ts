export { hearOut, type SpeechServices } from "./confirm/hearOut.flow.ts";
export { cryAside, type Released, type Take } from "./confirm/question.ts";
export { longestVoiceSeconds, type TranscriptState } from "./model.ts";
export { countTranscripts, forgetTranscripts, transcriptsOf, wantTranscript, type Untold } from "./store.ts";
export { captionOf, say as speechTexts } from "./texts.ts";
export { createTranscriber, type Heard, type Transcriber, type TranscriberSettings } from "./transcriber.ts";
export { createTranscribing, voicesAtOnce, type TranscribingPorts } from "./worker.ts";

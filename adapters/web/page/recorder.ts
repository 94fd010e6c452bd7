/** A running recording. */
export interface Recording {
  /** Ends it; undefined when nothing was heard. */
  finish(): Promise<{ blob: Blob; seconds: number } | undefined>;
  cancel(): void;
}

/** Starts the microphone; undefined where the browser cannot or the person would not. */
export async function startRecording(): Promise<Recording | undefined> {
  if (!("MediaRecorder" in globalThis) || !("mediaDevices" in navigator)) return undefined;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined);
  if (!stream) return undefined;
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const startedAt = performance.now();
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  recorder.addEventListener("stop", () => resolve());
  recorder.start();
  function release(): void {
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
  return {
    async finish() {
      const seconds = (performance.now() - startedAt) / 1_000;
      release();
      await stopped;
      const blob = new Blob(parts, { type: recorder.mimeType });
      return blob.size > 0 ? { blob, seconds: Math.round(seconds * 10) / 10 } : undefined;
    },
    cancel: release,
  };
}

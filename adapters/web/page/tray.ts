/** What opens above the composer for more than words: files, a recording, a place, a smile. */
import { button, make } from "./dom.ts";
import { startRecording } from "./recorder.ts";
import { readCoordinates } from "./text.ts";
import type { Say } from "./protocol.ts";
import type { Unsent } from "./server.ts";
import type { Words } from "./words.ts";

export interface TrayDeeds {
  readonly words: Words;
  say(say: Say): void;
  attach(file: NonNullable<Unsent["file"]>): void;
  complain(sentence: string): void;
  close(): void;
}

const accepted =
  "image/jpeg,image/png,image/webp,image/gif,audio/*,video/mp4,.mp3,.m4a,.ogg,.webm,.wav,.docx,.xlsx,.csv,.pdf,.html,.htm,.md,.txt,.json";

/** Draws the tray, open on its buttons. */
export function drawTray(deeds: TrayDeeds): HTMLElement {
  const { words } = deeds;
  const tray = make("div", { class: "tray" });
  const picker = make("input", { type: "file", accept: accepted, class: "visually-hidden", tabindex: "-1" });
  picker.setAttribute("aria-label", words.file);
  picker.addEventListener("change", () => {
    for (const file of picker.files ?? []) deeds.attach({ blob: file, kind: kindOf(file), name: file.name });
    deeds.close();
  });
  const tools = [
    tool("🖼️", words.file, () => picker.click()),
    tool("🎤", words.record, () => openRecording(tray, deeds)),
    tool("📍", words.location, () => openPlace(tray, deeds)),
    tool("😊", words.sticker, () => sayAndClose(deeds, { type: "sticker" })),
    tool("☰", words.menu, () => sayAndClose(deeds, { type: "text", text: "/menu" })),
  ];
  tray.append(picker, ...tools);
  return tray;
}

function tool(sign: string, label: string, deed: () => void | Promise<void>): HTMLElement {
  const content = make("span", {}, make("span", { class: "sign", "aria-hidden": "true" }, sign), label);
  return button({ class: "tool" }, content, deed);
}

function sayAndClose(deeds: TrayDeeds, say: Say): void {
  deeds.say(say);
  deeds.close();
}

/** Only for the waiting bubble: what the file is, the server decides by its bytes. */
function kindOf(file: File): "photo" | "voice" | "video" | "document" {
  if (/\.(?:docx|pdf|html?|md|txt|json)$/iu.test(file.name)) return "document";
  if (file.type.startsWith("audio/")) return "voice";
  return file.type.startsWith("video/") ? "video" : "photo";
}

async function openRecording(tray: HTMLElement, deeds: TrayDeeds): Promise<void> {
  const { words } = deeds;
  const recording = await startRecording();
  if (!recording) {
    deeds.complain(words.noMicrophone);
    return;
  }
  let seconds = 0;
  const clock = make("p", { class: "clock", role: "status" }, words.recording(0));
  const ticking = setInterval(() => (clock.textContent = words.recording((seconds += 1))), 1_000);
  const send = button({ class: "choice" }, words.sendRecording, async () => {
    clearInterval(ticking);
    const heard = await recording.finish();
    if (heard) deeds.attach({ blob: heard.blob, kind: "voice", seconds: heard.seconds });
    deeds.close();
  });
  const cancel = button({ class: "quiet" }, words.cancel, () => {
    clearInterval(ticking);
    recording.cancel();
    deeds.close();
  });
  tray.classList.add("is-panel");
  tray.replaceChildren(clock, cancel, send);
  send.focus();
}

function openPlace(tray: HTMLElement, deeds: TrayDeeds): void {
  const { words } = deeds;
  const field = make("input", { class: "field", placeholder: words.coordinatesExample, inputmode: "text" });
  field.setAttribute("aria-label", words.coordinates);
  const here = button({ class: "choice" }, words.here, () => {
    const found = ({ coords }: GeolocationPosition) =>
      sayAndClose(deeds, { type: "location", latitude: coords.latitude, longitude: coords.longitude });
    const lost = () => deeds.complain(words.noLocation);
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: 8_000 });
  });
  const form = make("form", { class: "place-form" }, field, make("button", { class: "send" }, words.send));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = readCoordinates(field.value === "" ? words.coordinatesExample : field.value);
    if (typed) sayAndClose(deeds, { type: "location", ...typed });
    else deeds.complain(words.wrongCoordinates);
  });
  const cancel = button({ class: "quiet" }, words.cancel, () => deeds.close());
  tray.classList.add("is-panel");
  tray.replaceChildren(here, cancel, form);
  field.focus();
}

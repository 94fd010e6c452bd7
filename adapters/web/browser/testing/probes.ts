/** What the tests ask of the open page; these functions run inside the browser. */
import type { Page } from "playwright-core";

/** A small picture drawn by the browser itself, 640 × 420. */
export async function drawLamp(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 420;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("this browser cannot draw");
    pen.fillStyle = "#22304a";
    pen.fillRect(0, 0, 640, 420);
    pen.fillStyle = "#e8d48a";
    pen.fillRect(280, 90, 80, 30);
    return canvas.toDataURL("image/png").replace("data:image/png;base64,", "");
  });
  return Buffer.from(encoded, "base64");
}

/** Everything on the page that is too small to read, too pale, or too small to press, each with what was measured. */
export function unreadable(): string[] {
  const faults: string[] = [];

  function channels(colour: string): number[] {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!pen) return [0, 0, 0, 1];
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  /** The colour behind an element: every translucent layer up to the first opaque one, blended. */
  function ground(element: Element): number[] {
    const layers: number[][] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const layer = channels(getComputedStyle(at).backgroundColor);
      layers.unshift(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduce((below, layer) => blend(layer, below), [255, 255, 255]);
  }

  function blend(above: number[], below: number[]): number[] {
    const alpha = above[3] ?? 1;
    return [0, 1, 2].map((index) => (above[index] ?? 0) * alpha + (below[index] ?? 0) * (1 - alpha));
  }

  function luminance(colour: number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(first: number[], second: number[]): number {
    const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort(
      (left, right) => left - right,
    );
    return (lighter + 0.05) / (darker + 0.05);
  }

  function measure(element: Element, words: string, style: CSSStyleDeclaration): void {
    if (Number.parseFloat(style.fontSize) < 18) faults.push(`${words}: ${style.fontSize}`);
    const behind = ground(element);
    const ratio = contrast(blend(channels(style.color), behind), behind);
    if (ratio < 4.5) faults.push(`${words}: contrast ${ratio.toFixed(2)}`);
  }

  const seen = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility());
  for (const element of seen.filter((each) => !each.closest(".visually-hidden, select > *"))) {
    const words = [...element.childNodes]
      .map((node) => (node.nodeType === 3 ? node.textContent : ""))
      .join("")
      .trim();
    if (words !== "" || element.tagName === "SELECT")
      measure(element, words.slice(0, 30), getComputedStyle(element));
    const isField = element.matches("textarea, input");
    if (isField) measure(element, "placeholder", getComputedStyle(element, "::placeholder"));
    if (!isField && !element.matches("button, select")) continue;
    const { width, height } = element.getBoundingClientRect();
    const name = element.getAttribute("aria-label") ?? element.textContent;
    if (Math.min(width, height) < 44) faults.push(`${name}: ${String(width)} × ${String(height)} to press`);
    if (name.trim() === "") faults.push(`a ${element.tagName} without a name`);
  }
  return faults;
}

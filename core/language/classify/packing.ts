import type { Model } from "./learnt.ts";
import type { ClassifierJson } from "./guess.ts";

const steps = 32_767;

/** A model as plain data: weights in steps of 1/32767 of the largest. */
export function packed({ labels, vocabulary, worth, weights, warmth, heldOut }: Model): ClassifierJson {
  const constantsFrom = weights.length - labels.length;
  const ofColumns = weights.subarray(0, constantsFrom);
  let largest = 0;
  for (const weight of ofColumns) largest = Math.max(largest, Math.abs(weight));
  const step = largest === 0 ? 1 : largest / steps;
  return {
    version: 1,
    labels,
    keys: toBase64(vocabulary.keys),
    worth: toBase64(worth),
    weights: toBase64(Int16Array.from(ofColumns, (weight) => Math.round(weight / step))),
    step,
    constants: Array.from(weights.subarray(constantsFrom)),
    warmth,
    heldOut,
  };
}

/** The keys of the vocabulary. */
export function unpackedKeys({ keys }: ClassifierJson): Int32Array {
  return new Int32Array(bytesOf(keys));
}

/** What each feature is worth. */
export function unpackedWorth({ worth }: ClassifierJson): Float32Array {
  return new Float32Array(bytesOf(worth));
}

/** The weights, and after them the constants. */
export function unpackedWeights({ weights, step, constants }: ClassifierJson): Float32Array {
  const whole = new Int16Array(bytesOf(weights));
  const all = new Float32Array(whole.length + constants.length);
  for (const [at, value] of whole.entries()) all[at] = value * step;
  all.set(constants, whole.length);
  return all;
}

function toBase64(array: Int32Array | Float32Array | Int16Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

/** Bytes in a buffer of their own, as typed arrays need them. */
function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(base64, "base64")).buffer;
}

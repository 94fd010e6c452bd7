/** What goes wrong with one call. */
export type Fault =
  /** The socket is cut: before the call had an effect, or after, with the answer lost. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** An answer that is no Bot API answer, as a proxy gives; with `processed` the call had its effect. */
  | { readonly kind: "status"; readonly status: number; readonly processed?: boolean }
  /** The call is answered, later. */
  | { readonly kind: "stall"; readonly ms: number }
  /** 429; Telegram usually says for how many seconds, not always. */
  | { readonly kind: "tooManyRequests"; readonly retryAfter?: number };

/** Goes wrong as planned: first what was queued for a method, then what `plan` decides. */
export class Faults {
  readonly #queued: { readonly method: string; readonly fault: Fault }[] = [];
  /** Asked for every call without a queued fault. `count` is how many calls of the method there were before. */
  plan: (method: string, count: number) => Fault | undefined = () => undefined;
  readonly #counts = new Map<string, number>();

  /** The next `times` calls of a method go wrong. */
  next(method: string, fault: Fault, times = 1): void {
    for (let index = 0; index < times; index += 1) this.#queued.push({ method, fault });
  }

  take(method: string): Fault | undefined {
    const count = this.#counts.get(method) ?? 0;
    this.#counts.set(method, count + 1);
    const index = this.#queued.findIndex((one) => one.method === method);
    const [queued] = index === -1 ? [] : this.#queued.splice(index, 1);
    return queued?.fault ?? this.plan(method, count);
  }
}

/** A village that words name, as it is called and with its township. */
export interface NamedVillage {
  readonly code: string;
  readonly name: string;
  readonly whole: string;
}

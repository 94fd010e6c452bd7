/** Points. 10.5 is 五号, what offices print in; the edge leaves room for a binding. */
export const size = { title: 20, text: 10.5, small: 8.5 } as const;
export const edge = 56;
export const padding = 5;
/** From one base line to the next, of the size of the letters. */
export const leading = 1.45;

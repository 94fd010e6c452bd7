const barLength = 10;

/** 「▓▓▓▓▓▓░░░░」: how far something is. Full at the end only. */
export function barOf(done: number, all: number): string {
  const filled = all === 0 ? barLength : Math.floor((Math.min(done, all) / all) * barLength);
  return "▓".repeat(filled) + "░".repeat(barLength - filled);
}

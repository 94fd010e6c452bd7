/** The whole village team, instead of somebody in it. */
export const wholeTeam = "team";

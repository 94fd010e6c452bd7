import { analysisDesk } from "../core/analysis/index.ts";
import { yearDesk } from "../core/assessments/index.ts";
import { bulletinDesk } from "../core/bulletins/index.ts";
import { consultationDesk } from "../core/consultations/index.ts";
import { exchangeDesk } from "../core/exchange/index.ts";
import { mediationDesk } from "../core/mediation/index.ts";
import { serviceDirectory } from "../core/services/index.ts";
import type { Acting } from "../core/people/index.ts";

/** The desks that need nothing but whoever acts. */
export function desksOf(acting: Acting | undefined) {
  return {
    analysis: analysisDesk(acting),
    bulletins: bulletinDesk(acting),
    consultations: consultationDesk(acting),
    exchange: exchangeDesk(acting),
    mediation: mediationDesk(acting),
    directory: serviceDirectory(acting),
    year: yearDesk(acting),
  };
}

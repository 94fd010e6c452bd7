import type { BulletinServices } from "../core/bulletins/index.ts";
import type { AnalysisServices } from "../core/analysis/index.ts";
import type { YearServices } from "../core/assessments/index.ts";
import type { NoticeServices } from "../core/broadcasts/index.ts";
import type { ExchangeServices } from "../core/exchange/index.ts";
import type { ConsultationServices } from "../core/consultations/index.ts";
import type { DashboardServices } from "../core/dashboard/index.ts";
import type { MediationServices } from "../core/mediation/index.ts";
import type { Acting, PeopleServices } from "../core/people/index.ts";
import type { AskServices, PublishingServices } from "../core/policies/index.ts";
import type { PointsServices } from "../core/points/index.ts";
import type { RetellingServices } from "../core/retelling/index.ts";
import type { DirectoryServices } from "../core/services/index.ts";
import type { SpeechServices } from "../core/speech/index.ts";

/** What flows and commands may use, for whoever speaks. */
export interface Services
  extends
    MediationServices,
    PeopleServices,
    ConsultationServices,
    NoticeServices,
    PublishingServices,
    AskServices,
    SpeechServices,
    RetellingServices,
    PointsServices,
    ExchangeServices,
    DirectoryServices,
    DashboardServices,
    BulletinServices,
    AnalysisServices,
    YearServices {
  readonly acting: Acting | undefined;
  /** The matter whose message this one replies to. */
  readonly repliedTo: number | undefined;
  /** True for the first sticker of a day: it gets the menu, later ones a smile. */
  readonly firstSticker: () => Promise<boolean>;
}

import { proveOnTelegram } from "./testing/telegramProof.ts";

proveOnTelegram("webhook");

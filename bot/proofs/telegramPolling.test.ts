import { proveOnTelegram } from "./testing/telegramProof.ts";

proveOnTelegram("polling");

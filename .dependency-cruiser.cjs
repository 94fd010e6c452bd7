/** The arrows of docs/architecture.md. Each rule says why; a new folder that fits none of them is an error. */
const slices =
  "people|org|tickets|consultations|mediation|policies|affairs|services|community|points|broadcasts|bulletins|dashboard|exchange|analysis|assessments";
const foundations =
  "dialogue|channel|delivery|media|speech|retelling|work|time|store|language|learning|spreadsheets|pictures";
const test = "\\.test\\.ts$|/testing/";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle is one room pretending to be two.",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-stands-alone",
      severity: "error",
      comment: "The core is what we keep if every chat platform vanishes.",
      from: { path: "^core/", pathNot: test },
      to: { path: "^(bot|adapters|scripts)/" },
    },
    {
      name: "adapters-know-the-contract-only",
      severity: "error",
      comment: "A platform translates; it decides nothing. What a file really is, it may ask core/media.",
      from: { path: "^adapters/", pathNot: test },
      to: { path: "^(bot|scripts|core/(?!(channel|media)/))" },
    },
    {
      name: "adapters-never-meet",
      severity: "error",
      comment: "A platform is one folder that can be deleted.",
      from: { path: "^adapters/([^/]+)/" },
      to: { path: "^adapters/([^/]+)/", pathNot: "^adapters/$1/" },
    },
    {
      name: "foundations-know-no-slice",
      severity: "error",
      comment: "Conversation, delivery, time and storage serve every slice alike.",
      from: { path: `^core/(${foundations})/`, pathNot: test },
      to: { path: `^core/(${slices})/` },
    },
    {
      name: "slices-by-the-front-door",
      severity: "error",
      comment: "Only index.ts of another folder may be imported, so that its inside can change.",
      from: { path: "^core/([^/]+)/", pathNot: test },
      to: { path: "^core/([^/]+)/", pathNot: "^core/$1/|^core/[^/]+/index\\.ts$" },
    },
    {
      name: "outside-by-the-front-door",
      severity: "error",
      comment:
        "bot, adapters and scripts use what a folder offers, not how it does it. The demonstration, the simulation and the benches stand on what the tests stand on.",
      from: { path: "^(bot|adapters|scripts)/", pathNot: `${test}|^scripts/(demo|simulate|bench)/` },
      to: { path: "^core/[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "model-imports-nothing",
      severity: "error",
      comment: "Rules are pure: they can be read and tested alone.",
      from: { path: "^core/.+/model\\.ts$" },
      to: { path: ".+", pathNot: "^core/.+/model\\.ts$" },
    },
    {
      name: "flow-tells-a-story",
      severity: "error",
      comment: "A flow asks and calls services; SQL, clocks and platforms stay outside.",
      from: { path: "\\.flow\\.ts$" },
      to: { path: "^core/(store|delivery|time|channel)/|/store\\.ts$|node_modules" },
    },
    {
      name: "sql-in-store-only",
      severity: "error",
      comment: "The only SQL of a folder is in its store.ts.",
      from: {
        path: "^(core|bot|adapters|scripts)/",
        pathNot: `/store\\.ts$|^core/store/|^scripts/bench/|${test}`,
      },
      to: { path: "node_modules/(kysely|better-sqlite3|pg)/" },
    },
    {
      name: "no-stage-at-run-time",
      severity: "error",
      comment: "What tests play on is not part of the program that serves people.",
      from: { path: "^(bot|core|adapters)/", pathNot: test },
      to: { path: "/testing/" },
    },
    {
      name: "nothing-unresolvable",
      severity: "error",
      comment: "An import that does not resolve is a program that does not start.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-dependency-at-run-time",
      severity: "error",
      comment: "Production installs without dev dependencies.",
      from: { path: "^(bot|core|adapters)/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(prisma|scripts/bench/references/conversations)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js", ".json"],
    },
  },
};

/** The arrows between the parts of the house (docs/architecture.md), as rules. */
const features = "^app/(learning|authoring|managing|administering|certifying|accounts)/";

/** @param {string} name @param {string} from @param {string} allowed folders it may import besides its own */
function only(name, from, allowed) {
  return {
    name,
    severity: "error",
    from: { path: from },
    to: { path: "^(app|db|tests|courses)/", pathNot: [from, allowed].filter(Boolean) },
  };
}

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { path: "^(app|db)/" }, to: { circular: true } },
    only("domain-imports-nothing-of-ours", "^app/domain/", null),
    {
      name: "domain-is-pure",
      comment: "No package and no part of Node: the rules read alone.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "npm-unknown", "core"] },
    },
    only("ui-imports-nothing-of-ours", "^app/ui/", null),
    only("words-import-nothing-of-ours", "^app/words/", null),
    only("db-imports-domain", "^db/", "^app/domain/"),
    only("platform-imports", "^app/platform/", "^(db|app/domain|app/words/language)"),
    only("work-imports", "^app/work/", "^(db/|app/domain/|app/platform/)"),
    only("ledger-imports", "^app/ledger/", "^(db/|app/domain/|app/platform/)"),
    only("lessons-import", "^app/lessons/", "^app/(domain|ui|words)/"),
    {
      name: "features-import-floors-below",
      severity: "error",
      from: { path: features },
      to: {
        path: "^(app|db|tests|courses)/",
        // The shell is the frame of every page: words and ui, no feature.
        pathNot: ["^app/(ledger|lessons|work|domain|platform|ui|words)/", "^app/shell\\.tsx$", "^db/", features],
      },
    },
    {
      name: "features-never-import-one-another",
      severity: "error",
      from: { path: "^app/(learning|authoring|managing|administering|certifying|accounts)/" },
      to: { path: features, pathNot: "^app/$1/" },
    },
    {
      name: "only-server-modules-import-db",
      comment: "db/ lies outside app/, so the build's own guard does not see it.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: [
          "\\.server\\.tsx?$",
          "\\.job\\.ts$",
          "^app/(ledger|work|platform|commands|demo)/",
          "^app/server\\.ts$",
        ],
      },
      to: { path: "^db/" },
    },
    {
      name: "only-the-ledger-writes-facts",
      severity: "error",
      from: { pathNot: ["^app/ledger/", "^tests/"] },
      to: { path: "^db/queries/ledger-writes" },
    },
    {
      name: "only-the-ledger-writes-what-is-derived",
      severity: "error",
      from: { pathNot: ["^app/ledger/", "^db/", "^tests/"] },
      to: { path: "^db/queries/(derived|count-rebuild)" },
    },
    {
      name: "nothing-imports-commands-demo-or-server",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "^app/(commands|demo)/" },
      to: { path: "^app/(commands|demo)/|^app/server\\.ts$" },
    },
    {
      name: "migrations-never-import-the-application",
      severity: "error",
      from: { path: "^db/migrations/" },
      to: { path: "^(app|db)/", pathNot: "^db/migrations/" },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: { path: "^(app|db|tests)/" },
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

/**
 * The import directions of the house, second check beside Biome:
 * kernel ← rules ← slices ← committee ← papers ← flows ← adapters ← main/cli; texts see core types only.
 */
// papers read the composed committee; nothing in core reads them.
const SLICES = "^src/core/(?!kernel/|rules/|committee/|papers/)([^/]+)/";
const PACKAGES = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    forbid("not-resolvable", "An import must lead somewhere.", {}, { couldNotResolve: true }),
    forbid("no-cycles", "Modules that need each other are one module.", { path: "^src/" }, { circular: true }),
    forbid(
      "src-does-not-know-tests",
      "The product runs without its tests.",
      { path: "^src/" },
      { path: "^(test|tools|bench)/" },
    ),
    forbid(
      "core-imports-nothing-but-core",
      "No package, no node:*, no other layer.",
      { path: "^src/core/" },
      { pathNot: "^src/core/" },
    ),
    forbid("kernel-first", "kernel knows itself.", { path: "^src/core/kernel/" }, { pathNot: "^src/core/kernel/" }),
    forbid(
      "rules-on-kernel",
      "rules know kernel and themselves.",
      { path: "^src/core/rules/" },
      { path: "^src/core/", pathNot: "^src/core/(kernel|rules)/" },
    ),
    forbid(
      "slices-do-not-know-each-other",
      "A slice knows kernel, rules and itself; only core/committee composes.",
      { path: SLICES },
      { path: "^src/core/", pathNot: "^src/core/(kernel|rules|$1)/" },
    ),
    forbid(
      "flows-know-ports-only",
      "flows know core, texts and themselves.",
      { path: "^src/flows/" },
      { pathNot: "^src/(core|texts|flows)/" },
    ),
    forbid(
      "texts-see-core-only",
      "texts know core and themselves.",
      { path: "^src/texts/" },
      { pathNot: "^src/(core|texts)/" },
    ),
    forbid(
      "texts-see-core-types-only",
      "A sentence decides nothing: from core it takes types, at most helpers of the kernel.",
      { path: "^src/texts/" },
      { path: "^src/core/", pathNot: "^src/core/kernel/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "config-sees-core-only",
      "config knows core, itself, zod, yaml and Node.",
      { path: "^src/config/" },
      { path: "^src/", pathNot: "^src/(core|config)/" },
    ),
    forbid(
      "config-packages",
      "config knows zod and yaml, no other package.",
      { path: "^src/config/" },
      { dependencyTypes: PACKAGES, pathNot: "node_modules/(zod|yaml)/" },
    ),
    forbid(
      "packages-only-in-adapters",
      "Only adapters know vendor packages.",
      { path: "^src/(?!adapters/|config/)" },
      { dependencyTypes: PACKAGES },
    ),
    forbid(
      "teams-packages-stay-in-their-room",
      "Packages at the end of their life (ADR 0005): only the adapter of Teams knows them, so that it alone has to change.",
      { path: "^src/(?!adapters/teams/)" },
      { path: "node_modules/(botbuilder|botframework-[a-z]+|@microsoft/teams-ai|express)/" },
    ),
    forbid(
      "adapters-do-not-know-each-other",
      "main composes adapters; none knows another, except what the chat platforms share.",
      { path: "^src/adapters/([^/]+)/" },
      { path: "^src/adapters/", pathNot: "^src/adapters/($1|chat)/" },
    ),
    forbid(
      "only-platforms-share-chat",
      "What the chat platforms share (ADR 0017) is theirs alone.",
      { path: "^src/", pathNot: "^src/adapters/(chat|matrix|teams)/" },
      { path: "^src/adapters/chat/" },
    ),
    forbid(
      "nobody-knows-main",
      "main and cli are the top.",
      { path: "^src/", pathNot: "^src/(main\\.ts$|cli/)" },
      { path: "^src/(main\\.ts$|cli/)" },
    ),
    forbid(
      "no-development-packages-in-src",
      "What runs is a dependency.",
      { path: "^src/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

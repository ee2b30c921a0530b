/**
 * Completes package-lock.json so that `npm ci` accepts it on every platform.
 *
 * npm writes only those platform packages into the lock which its registry offered. A registry that lacks, say, the
 * Windows build of a tool leaves a lock which `npm ci` then refuses with "Missing … from lock file" on every machine.
 * This adds the missing entries from what the locked packages themselves ask for, and removes download addresses.
 *
 *   node tools/complete-lock.mjs           writes the completed lock
 *   node tools/complete-lock.mjs --check   changes nothing, names what is wrong, exit code 1 if anything is
 *
 * Plain JavaScript without imports from the project: it has to run before anything is installed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OPERATING_SYSTEMS = new Set("aix android darwin freebsd linux netbsd openbsd openharmony sunos win32".split(" "));
const PROCESSORS = new Set("arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x x64".split(" "));
const C_LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** What the locked package at `at` sees under `name`, as Node resolves it: nearest node_modules first. */
function installedFor(packages, at, name) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const key = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[key] !== undefined) return packages[key];
    if (folder === "") return undefined;
  }
}

/** A lock entry for a platform package that the registry did not show; its platform is read off its name. */
function platformEntry(name, version, parent) {
  const words = name.split(/[-/.]/);
  const os = words.filter((word) => OPERATING_SYSTEMS.has(word));
  const cpu = words.filter((word) => PROCESSORS.has(word));
  const libc = words.flatMap((word) => C_LIBRARIES[word] ?? []);
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** Every wish of a locked package that the lock does not answer. */
export function missingEntries(lock) {
  const missing = [];
  for (const [at, parent] of Object.entries(lock.packages)) {
    const wishes = { ...parent.dependencies, ...parent.optionalDependencies, ...(at === "" && parent.devDependencies) };
    for (const [name, range] of Object.entries(wishes)) {
      if (installedFor(lock.packages, at, name) !== undefined) continue;
      const optional = parent.optionalDependencies?.[name] !== undefined;
      missing.push({ name, range, wantedBy: at, optional });
    }
  }
  return missing;
}

/** Paths of entries that still carry the address they were downloaded from. A linked folder of the project has none: its path is needed. */
export function entriesWithAddress(lock) {
  return Object.keys(lock.packages).filter((at) => lock.packages[at].resolved !== undefined && !lock.packages[at].link);
}

/** The same lock, completed. Throws when something is missing that cannot be guessed from its name and version. */
export function completed(lock) {
  const packages = structuredClone(lock.packages);
  for (const { name, range, wantedBy, optional } of missingEntries(lock)) {
    if (!optional || !/^\d+\.\d+\.\d+/.test(range)) {
      throw new Error(`${name}@${range}, wanted by ${wantedBy || "the project"}, is missing and cannot be completed.`);
    }
    packages[`node_modules/${name}`] = platformEntry(name, range, packages[wantedBy]);
  }
  for (const at of entriesWithAddress(lock)) delete packages[at].resolved;
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function main(mode) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock);
  const addressed = entriesWithAddress(lock);
  if (mode === "--check") {
    for (const { name, range, wantedBy } of missing) console.error(`missing: ${name}@${range} (wanted by ${wantedBy})`);
    for (const at of addressed) console.error(`carries a download address: ${at}`);
    process.exitCode = missing.length + addressed.length > 0 ? 1 : 0;
    return;
  }
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} entries added, ${addressed.length} addresses removed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);

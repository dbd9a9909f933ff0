// `npm run sbom`: the software bill of materials (CycloneDX) as .reelay/sbom.cdx.json, docs/licences.md, and what the registry knows of faults.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Lock, licencesPage } from "./licences/table.ts";
import { ROOT } from "./supervisor/installed.mjs";

const npm = (...words: string[]) => spawnSync("npm", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
writeFileSync(join(ROOT, "docs/licences.md"), licencesPage(lock));

const bill = npm("sbom", "--package-lock-only", "--sbom-format", "cyclonedx");
if (bill.status !== 0) throw new Error(`npm sbom failed: ${bill.stderr}`);
const { components } = JSON.parse(bill.stdout) as { components: unknown[] };
mkdirSync(join(ROOT, ".reelay"), { recursive: true });
writeFileSync(join(ROOT, ".reelay/sbom.cdx.json"), bill.stdout);
console.log(`${components.length} components in .reelay/sbom.cdx.json, their licences in docs/licences.md`);

// Without the network the bill is as true; that nobody looked is said and is no failure.
const audit = npm("audit", "--package-lock-only", "--audit-level=high");
if (/found 0 vulnerabilities|# npm audit report/.test(audit.stdout)) {
	console.log(audit.stdout.trim());
	process.exitCode = audit.status ?? 1;
} else console.log(`Known faults were not looked up: ${audit.stderr.match(/npm error .+/)?.[0] ?? "no answer"}`);

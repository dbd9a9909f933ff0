import { readdir } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { type Row, table } from "./table.ts";

/**
 * `npm run bench [-- NAME …]`: runs every suite of this folder (or those named) one after the other and prints one table.
 * A suite is a file that exports `run(): Promise<Row[]>`. Exits with 1 when a suite could not be measured.
 */
interface Suite {
	run(): Promise<Row[]>;
}

const isSuite = (module: unknown): module is Suite =>
	typeof module === "object" && module !== null && "run" in module && typeof module.run === "function";

const wanted = process.argv.slice(2);
const names = (await readdir(import.meta.dirname))
	.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !["run.ts", "table.ts"].includes(file))
	.map((file) => file.replace(/\.ts$/, ""))
	.filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length === 0) {
	console.error(`No suite is called ${wanted.join(", ")}. Run without a name for all.`);
	process.exit(2);
}

const rows: Row[] = [];
const failures: string[] = [];
for (const name of names) {
	const module: unknown = await import(`./${name}.ts`);
	if (!isSuite(module)) continue;
	console.error(`bench: ${name} …`);
	const started = performance.now();
	try {
		rows.push(...(await module.run()));
		console.error(`bench: ${name} took ${((performance.now() - started) / 1000).toFixed(0)} s`);
	} catch (error) {
		failures.push(name);
		console.error(`bench: ${name} could not be measured:`, error);
	}
}
console.log(
	`${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`,
);
console.log(table(rows));
process.exit(failures.length === 0 ? 0 : 1);

import { writeFileSync } from "node:fs";
import { abuse } from "./abuse/report.ts";
import { readArguments, type Simulation, simulationOf, USAGE } from "./arguments.ts";
import { copyright } from "./copyright/report.ts";
import { load } from "./data.ts";
import { evaluate } from "./evaluate.ts";
import { experiments } from "./experiments/report.ts";
import { report } from "./report.ts";
import { search } from "./search/report.ts";

const simulations: Record<Simulation, (say: (line: string) => void) => boolean | Promise<boolean>> = {
	abuse: (say) => abuse(say),
	copyright: (say) => copyright(process.argv.slice(3), say),
	experiments,
	search: (say) => search(say, process.argv.includes("--verbose")),
};

try {
	const simulation = simulationOf(process.argv.slice(2));
	if (simulation !== null) process.exit((await simulations[simulation](console.log)) ? 0 : 1);
	const given = readArguments(process.argv.slice(2));
	const data = load(given);
	if (data.isSample) console.log("No real logs here: running on the small generated sample.");
	const begun = Date.now();
	const progress = (step: string) => process.stderr.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${step}\n`);
	const results = await evaluate(data, { progress, cache: !data.isSample });
	console.log(report(results));
	if (given.json !== null) writeFileSync(given.json, JSON.stringify(results, null, "\t"));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	console.error(USAGE);
	process.exitCode = 1;
}

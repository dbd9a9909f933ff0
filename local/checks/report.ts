import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** More failed files than this are no matter of chance. */
const CHANCE_MAX = 6;
/** More failed tests than this are only counted. */
const NAMED_MAX = 12;

/** Where a step's test runner writes what passed and what failed. */
export const reportPath = (step: string): string => join(tmpdir(), `reelay-tests-${process.pid}-${step}.json`);

/** Further arguments that have it written. */
export const reporting = (step: string): string[] => ["--reporter=json", `--outputFile.json=${reportPath(step)}`];

interface Report {
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
	}[];
}

export interface Failed {
	readonly files: readonly string[];
	/** Names of the tests, or of a file that failed as a whole. */
	readonly tests: readonly string[];
}

/** Null for one that was cut off while it was written. */
function parse(text: string): Report | null {
	try {
		return JSON.parse(text) as Report;
	} catch {
		return null;
	}
}

/**
 * What a step's report says has failed; it is read once.
 * @returns null when there is no report
 */
export async function failedIn(path: string): Promise<Failed | null> {
	const text = await readFile(path, "utf8").catch(() => null);
	await rm(path, { force: true });
	const report = text === null ? null : parse(text);
	if (report === null) return null;
	const failed = report.testResults.filter(({ status }) => status === "failed");
	return {
		files: failed.map(({ name }) => name),
		tests: failed.flatMap(({ name, assertionResults }) => {
			const tests = assertionResults.filter(({ status }) => status === "failed");
			return tests.length === 0 ? [name] : tests.map(({ fullName }) => fullName);
		}),
	};
}

/** Whether a second try can tell something: few files failed, and they are known. */
export const mayBeChance = (failed: Failed | null): failed is Failed => failed !== null && failed.files.length <= CHANCE_MAX;

/** What failed, in a line. Empty when no test did. */
export function inALine({ tests }: Failed): string {
	const left = tests.length - NAMED_MAX;
	return [...tests.slice(0, NAMED_MAX), ...(left > 0 ? [`and ${left} more`] : [])].join("; ");
}

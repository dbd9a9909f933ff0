import type { Reporter, TestCase } from "vitest/node";

/** A line of progress at most this often, milliseconds. */
const EVERY_MS = 15_000;

/**
 * Prints how many tests have ended while a long file runs, so that a step at work is told from one that hangs: only a test or a
 * hook that ended makes a line, never time that passed.
 */
export default class ProgressReporter implements Reporter {
	readonly #now: () => number;
	readonly #print: (line: string) => void;
	#ended = 0;
	#printedAt: number;

	constructor({ now = Date.now, print = (line: string) => console.log(line) } = {}) {
		this.#now = now;
		this.#print = print;
		this.#printedAt = now();
	}

	onTestCaseResult(test: Pick<TestCase, "name" | "project">): void {
		this.#ended++;
		this.#tell(`${test.project.name}: ${this.#ended} ended, the last “${test.name}”`);
	}

	onHookEnd(): void {
		this.#tell(`${this.#ended} ended, and a preparation`);
	}

	#tell(line: string): void {
		if (this.#now() - this.#printedAt < EVERY_MS) return;
		this.#printedAt = this.#now();
		this.#print(`  … ${line}`);
	}
}

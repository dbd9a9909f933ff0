import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { terminalProgress } from "./progress.ts";

function terminal(isTTY: boolean) {
	let written = "";
	const out = new Writable({
		write(chunk, _encoding, done) {
			written += String(chunk);
			done();
		},
	});
	const stream = Object.assign(out, { isTTY, columns: 30 }) as unknown as NodeJS.WriteStream;
	return { progress: terminalProgress(stream), written: () => written };
}

it("replaces a step by the next on a terminal, cut to its width, and clears it before a line", () => {
	const { progress, written } = terminal(true);
	progress.step("Demo content", "1/32 a very long title of a clip");
	progress.say("Ready");
	expect(written()).toBe("Demo content 1/32 a very long\r\x1b[2KReady\n");
});

it("prints each step once where there is no terminal", () => {
	const { progress, written } = terminal(false);
	progress.step("Demo content", "1/32");
	progress.step("Demo content", "2/32");
	progress.step("Done");
	expect(written()).toBe("Demo content\nDone\n");
});

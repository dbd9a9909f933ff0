import { expect, it } from "vitest";
import { DEFAULT_PORT, readOptions } from "./options.ts";

it("makes the demo on the usual port unless told otherwise", () => {
	expect(readOptions([])).toEqual({ fresh: false, demo: true, watch: false, help: false, port: DEFAULT_PORT });
	expect(readOptions(["--fresh", "--no-demo", "--port", "9000"])).toEqual({
		fresh: true,
		demo: false,
		watch: false,
		help: false,
		port: 9000,
	});
});

it.each([["--port", "x"], ["--port", "70000"], ["--port", "0"], ["--nonsense"]])("refuses %s %s", (...args) => {
	expect(() => readOptions(args.filter((arg) => arg !== undefined))).toThrow();
});

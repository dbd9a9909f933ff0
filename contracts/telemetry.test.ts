import { describe, expect, it } from "vitest";
import { DIMENSIONS, TELEMETRY } from "./telemetry.ts";

const EVENTS = Object.entries(TELEMETRY).map(([event, { fields }]): [string, readonly string[]] => [event, fields]);
/** What no line may have a field for. */
const PERSONAL = /mail|text|token|grant|param|password|title|bio|cookie|body|query|header/i;

describe("the catalogue of telemetry", () => {
	it.each(EVENTS)("%s has a name of small words, and no field for what is somebody's", (event, fields) => {
		expect(event).toMatch(/^[a-z]+(_[a-z]+)*$/);
		expect(fields.filter((field) => PERSONAL.test(field))).toEqual([]);
		expect(new Set(fields).size).toBe(fields.length);
	});

	it("tells metrics apart by fields that some event has, none of them an id or a number that grows", () => {
		const known = new Set(EVENTS.flatMap(([, fields]) => fields));
		expect(DIMENSIONS.filter((name) => !known.has(name))).toEqual([]);
		expect(DIMENSIONS.filter((name) => /id$/i.test(name) || /^(ms|bytes|count|attempts?|error|reason|why)$/.test(name))).toEqual([]);
	});
});

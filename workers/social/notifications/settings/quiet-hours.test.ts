import { describe, expect, it } from "vitest";
import { nextTimeOfDay, quietUntil } from "./quiet-hours.ts";

const at = (iso: string) => Date.parse(iso);
const NIGHT = { from: "22:00", to: "07:00" };

describe("quiet hours", () => {
	// In Berlin the clocks go from 2:00 to 3:00 on 29 March 2026, and from 3:00 back to 2:00 on 25 October; in New York on 8 March and 1 November; in Lord Howe by half an hour.
	it.each([
		["an evening in Berlin", NIGHT, "Europe/Berlin", "2026-06-10T20:00:00Z", "2026-06-11T05:00:00Z"],
		["a minute before", NIGHT, "Europe/Berlin", "2026-06-10T19:59:59Z", null],
		["the last minute", NIGHT, "Europe/Berlin", "2026-06-11T04:59:59Z", "2026-06-11T05:00:00Z"],
		["the end", NIGHT, "Europe/Berlin", "2026-06-11T05:00:00Z", null],
		["the night that is an hour short", NIGHT, "Europe/Berlin", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"],
		["the night that is an hour long", NIGHT, "Europe/Berlin", "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"],
		["an end that is left out", { from: "22:00", to: "02:30" }, "Europe/Berlin", "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z"],
		["an end that comes twice", { from: "22:00", to: "02:30" }, "Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z"],
		[
			"the hour that comes twice, the first time",
			{ from: "02:00", to: "04:00" },
			"Europe/Berlin",
			"2026-10-25T00:15:00Z",
			"2026-10-25T03:00:00Z",
		],
		["… and the second", { from: "02:00", to: "04:00" }, "Europe/Berlin", "2026-10-25T01:15:00Z", "2026-10-25T03:00:00Z"],
		["New York in spring", NIGHT, "America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T11:00:00Z"],
		["New York in autumn", NIGHT, "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T12:00:00Z"],
		["half an hour in Lord Howe", NIGHT, "Australia/Lord_Howe", "2026-10-03T14:00:00Z", "2026-10-03T20:00:00Z"],
		["a quarter hour in Kathmandu", NIGHT, "Asia/Kathmandu", "2026-06-10T17:00:00Z", "2026-06-11T01:15:00Z"],
		["far in the east, a day ahead", NIGHT, "Pacific/Kiritimati", "2026-06-10T09:00:00Z", "2026-06-10T17:00:00Z"],
		["a siesta", { from: "13:00", to: "15:00" }, "UTC", "2026-06-10T14:00:00Z", "2026-06-10T15:00:00Z"],
		["after the siesta", { from: "13:00", to: "15:00" }, "UTC", "2026-06-10T15:00:00Z", null],
		["none set", null, "UTC", "2026-06-10T03:00:00Z", null],
	])("%s", (_, quiet, zone, now, until) => {
		expect(quietUntil(quiet, zone, at(now))).toBe(until === null ? null : at(until));
	});
});

describe("the next Monday morning", () => {
	it.each([
		["from a Wednesday", "Europe/Berlin", "2026-06-10T12:00:00Z", "2026-06-15T06:00:00Z"],
		["from that morning", "Europe/Berlin", "2026-06-15T05:59:00Z", "2026-06-15T06:00:00Z"],
		["from the very moment on a week later", "Europe/Berlin", "2026-06-15T06:00:00Z", "2026-06-22T06:00:00Z"],
		["over the clocks' change", "Europe/Berlin", "2026-03-25T12:00:00Z", "2026-03-30T06:00:00Z"],
		["where it is Monday already", "Pacific/Auckland", "2026-06-14T19:00:00Z", "2026-06-14T20:00:00Z"],
		["where it is Sunday still", "Pacific/Honolulu", "2026-06-15T05:00:00Z", "2026-06-15T18:00:00Z"],
	])("%s", (_, zone, now, then) => {
		expect(nextTimeOfDay(zone, "08:00", at(now), 1)).toBe(at(then));
	});
});

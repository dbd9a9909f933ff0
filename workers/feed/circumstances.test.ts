import { expect, test } from "vitest";
import { circumstancesOf } from "./circumstances.ts";

const NOON = Date.UTC(2026, 10, 26, 12, 30);
const from = (cf: object | undefined, agent?: string): Request => {
	const request = new Request("https://reelay.test/", agent === undefined ? {} : { headers: { "user-agent": agent } });
	return Object.assign(request, { cf });
};

test("the hour is that of the viewer's time zone, and of UTC where nobody tells it", () => {
	expect(circumstancesOf(from({ timezone: "Asia/Tokyo" }), NOON).hour).toBe(21);
	expect(circumstancesOf(from({ timezone: "America/Los_Angeles" }), NOON).hour).toBe(4);
	expect(circumstancesOf(from({ timezone: "Asia/Kolkata" }), NOON).hour).toBe(18);
	for (const cf of [undefined, {}, { timezone: "Nowhere/Land" }, { timezone: 7 }]) expect(circumstancesOf(from(cf), NOON).hour).toBe(12);
});

test("midnight is hour 0", () => {
	expect(circumstancesOf(from({ timezone: "Europe/Berlin" }), Date.UTC(2026, 10, 26, 23, 10)).hour).toBe(0);
});

test("a phone is told from a desktop, and unknown countries are none", () => {
	expect(circumstancesOf(from({ country: "NO" }, "Mozilla/5.0 (iPhone)"), NOON)).toMatchObject({ country: "NO", device: "phone" });
	expect(circumstancesOf(from({ country: "XX" }, "Mozilla/5.0 (X11; Linux)"), NOON)).toMatchObject({ country: null, device: "desktop" });
	expect(circumstancesOf(from({ country: "T1" }), NOON)).toMatchObject({ country: null, device: null });
});

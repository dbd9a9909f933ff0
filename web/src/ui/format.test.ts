import { afterEach, describe, expect, it } from "vitest";
import { locale } from "../language/language.ts";
import { ago, clock, dayAndMonth, fileSize, fullCount, percent, shortCount } from "./format.ts";

const LOCALE = "en";
afterEach(() => {
	locale.value = LOCALE;
});

describe("format", () => {
	it("shortens counts", () => {
		expect([0, 999, 12_400, 3_000_000].map(shortCount)).toEqual(["0", "999", "12.4K", "3M"]);
	});
	it("writes counts in full, in the language of the interface", () => {
		expect(fullCount(1_234_567)).toBe("1,234,567");
	});
	it("writes times as a clock", () => {
		expect([0, 9_400, 75_300, 3_661_000].map(clock)).toEqual(["0:00", "0:09", "1:15", "1:01:01"]);
	});
	it("writes sizes in the unit that fits", () => {
		expect([0, 900, 4_404_019, 524_288_000].map(fileSize)).toEqual(["0 B", "900 B", "4.2 MB", "500 MB"]);
	});
	it("says how long ago", () => {
		const now = Date.parse("2026-05-05T12:00:00Z");
		expect(ago("2026-05-05T11:55:00Z", now)).toBe("5 min. ago");
		expect(ago("2026-05-04T11:00:00Z", now)).toBe("yesterday");
		expect(ago("2026-05-05T11:59:50Z", now)).toBe("now");
	});
	it("writes counts and times as the platform does in English", () => {
		const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
		const whole = new Intl.NumberFormat(LOCALE);
		const edges = [0, 1, 9, 49, 50, 94, 95, 99].flatMap((rest) => [1, 9, 10, 99, 100, 999].map((head) => head * 100 + rest));
		for (const edge of edges) {
			for (const count of [edge, edge * 10, edge * 1000 + 49, edge * 1000 + 50, edge * 1e6 - 1, edge * 1e6 + 5e4]) {
				expect(shortCount(count)).toBe(compact.format(count));
				expect(fullCount(count)).toBe(whole.format(count));
			}
		}
		const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto", style: "short" });
		const units = { minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: 31_536_000 } as const;
		const now = Date.parse("2026-05-05T12:00:00Z");
		for (const [unit, seconds] of Object.entries(units)) {
			for (const count of unit === "year" ? [-12, -2, -1, 1, 3] : [-3, -2, -1, 1, 2]) {
				const at = new Date(now + count * seconds * 1000).toISOString();
				expect(ago(at, now)).toBe(relative.format(count, unit as keyof typeof units));
			}
		}
	});
	it.each([
		["de-AT", "12 400", "1 234 567", "1:15", "42 %", "4,2 MB", "vor 5 Min.", "1. Jänner"],
		["es", "12,4 mil", "1.234.567", "1:15", "42 %", "4,2 MB", "hace 5 min", "1 de enero"],
		["ar-EG", "١٢٫٤ ألف", "١٬٢٣٤٬٥٦٧", "١:١٥", "٤٢٪", "٤٫٢ م.ب", "قبل ٥ دقائق", "١ يناير"],
		["ja", "1.2万", "1,234,567", "1:15", "42%", "4.2 MB", "5 分前", "1月1日"],
	])("writes counts, sizes and times in the locale %s", (tag, short, full, time, part, size, past, day) => {
		locale.value = tag;
		const now = Date.parse("2026-05-05T12:00:00Z");
		const written = [shortCount(12_400), fullCount(1_234_567), clock(75_300), percent(0.42), fileSize(4_404_019)];
		// Which kind of space stands between is the locale's matter.
		const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replace(/[\u061c\u200e\u200f]/g, "");
		expect(written.map(plain)).toEqual([short, full, time, part, size]);
		expect(plain(ago("2026-05-05T11:55:00Z", now))).toBe(past);
		expect(plain(dayAndMonth(new Date("2026-01-01T12:00:00").getTime(), now))).toBe(day);
	});
});

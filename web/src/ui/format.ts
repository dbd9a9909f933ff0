import { locale } from "../language/language.ts";

/**
 * Counts and times in the reader's locale, by `Intl`. American English, which everybody's first screen would otherwise wait for, is written here
 * as `Intl` writes it (a test compares the two): its compact and relative formats take some 70 ms to load in Chromium, four times as long on
 * a slow phone, and the first clip shows both.
 */
const isPlain = (): boolean => locale.value === "en" || locale.value === "en-US";

/** A formatter of the reader's locale, made once for each. */
function inLocale<Format>(make: (locale: string) => Format): () => Format {
	const made = new Map<string, Format>();
	return () => {
		const format = made.get(locale.value) ?? make(locale.value);
		made.set(locale.value, format);
		return format;
	};
}
const compact = inLocale((tag) => new Intl.NumberFormat(tag, { notation: "compact", maximumFractionDigits: 1 }));
const whole = inLocale((tag) => new Intl.NumberFormat(tag));
const twoDigits = inLocale((tag) => new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 }));
const share = inLocale((tag) => new Intl.NumberFormat(tag, { style: "percent" }));
const relative = inLocale((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto", style: "short" }));

const UNITS = ["", "K", "M", "B", "T"];

/**
 * 12400 → "12.4K".
 * @param count a whole number, not negative
 */
export function shortCount(count: number): string {
	if (!isPlain()) return compact().format(count);
	if (count < 1000) return String(count);
	let power = Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
	const tenthsOf = (unit: number) => Math.round(count / (1000 ** unit / 10));
	// 999 950 is a million by then.
	if (tenthsOf(power) >= 10_000 && power < UNITS.length - 1) power++;
	return `${tenthsOf(power) / 10}${UNITS[power]}`;
}
/** 12400 → "12,400". */
export const fullCount = (count: number): string => (isPlain() ? String(count).replace(/\B(?=(\d{3})+$)/g, ",") : whole().format(count));

/** 0 to 1 → "42 %". */
export const percent = (part: number): string => (isPlain() ? `${Math.round(part * 100)} %` : share().format(part));

/** 75300 ms → "1:15". */
export function clock(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const one = (value: number) => (isPlain() ? String(value) : whole().format(value));
	const two = (value: number) => (isPlain() ? String(value).padStart(2, "0") : twoDigits().format(value));
	return h > 0 ? `${one(h)}:${two(m)}:${two(s)}` : `${one(m)}:${two(s)}`;
}

const SIZES = [
	["byte", "B"],
	["kilobyte", "KB"],
	["megabyte", "MB"],
	["gigabyte", "GB"],
] as const;

/** Bytes → "4.2 MB". */
export function fileSize(bytes: number): string {
	const power = Math.min(SIZES.length - 1, bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0);
	const [unit, short] = SIZES[power] ?? SIZES[0];
	const value = bytes / 1024 ** power;
	const digits = value < 10 && power > 0 ? 1 : 0;
	if (isPlain()) return `${value.toFixed(digits)} ${short}`;
	const format = { style: "unit", unit, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
	return new Intl.NumberFormat(locale.value, format).format(value);
}

/** Seconds of each unit, what it is called for one and for more, and what one of it ago and to come are called. */
const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number, one: string, more: string, last?: string, next?: string][] = [
	["year", 31_536_000, "yr.", "yr.", "last yr.", "next yr."],
	["month", 2_592_000, "mo.", "mo.", "last mo.", "next mo."],
	["week", 604_800, "wk.", "wk.", "last wk.", "next wk."],
	["day", 86_400, "day", "days", "yesterday", "tomorrow"],
	["hour", 3_600, "hr.", "hr."],
	["minute", 60, "min.", "min."],
];

/** An ISO time → "5 min. ago". */
export function ago(timestamp: string, now: number): string {
	const seconds = Math.round((Date.parse(timestamp) - now) / 1000);
	for (const [unit, size, one, more, last, next] of STEPS) {
		const count = Math.trunc(Math.abs(seconds) / size);
		if (!(count >= 1)) continue;
		if (!isPlain()) return relative().format(seconds < 0 ? -count : count, unit);
		const named = count === 1 ? (seconds < 0 ? last : next) : undefined;
		const amount = `${count} ${count === 1 ? one : more}`;
		return named ?? (seconds < 0 ? `${amount} ago` : `in ${amount}`);
	}
	return isPlain() ? "now" : relative().format(0, "second");
}

/** A day → "5 May", with its year when it is another than today's. Milliseconds since 1970. */
export function dayAndMonth(at: number, now: number): string {
	const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
	return new Date(at).toLocaleDateString(locale.value, { day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

/** The language of the interface: numbers and times speak it as well, until there are others to choose from. */
export const LOCALE = "en";
const UNITS = ["", "K", "M", "B", "T"];

/**
 * 12400 → "12.4K". Counts and times are written here as `Intl` writes them in English: its compact and relative formats take some 70 ms to
 * load in Chromium, four times as long on a slow phone, and the first clip shows both.
 * @param count a whole number, not negative
 */
export function shortCount(count: number): string {
	if (count < 1000) return String(count);
	let power = Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
	const tenthsOf = (unit: number) => Math.round(count / (1000 ** unit / 10));
	// 999 950 is a million by then.
	if (tenthsOf(power) >= 10_000 && power < UNITS.length - 1) power++;
	return `${tenthsOf(power) / 10}${UNITS[power]}`;
}
/** 1 and "view" → "1 view"; 12400 → "12.4K views". */
export const counted = (count: number, one: string): string => `${shortCount(count)} ${one}${count === 1 ? "" : "s"}`;
/** 12400 → "12,400". */
export const fullCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** 75300 ms → "1:15". */
export function clock(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const two = (value: number) => String(value).padStart(2, "0");
	return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Bytes → "4.2 MB". */
export function fileSize(bytes: number): string {
	const units = ["B", "KB", "MB", "GB"];
	const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0);
	const value = bytes / 1024 ** power;
	return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

/** Seconds of each unit, what it is called for one and for more, and what one of it ago and to come are called. */
const STEPS: [seconds: number, one: string, more: string, last?: string, next?: string][] = [
	[31_536_000, "yr.", "yr.", "last yr.", "next yr."],
	[2_592_000, "mo.", "mo.", "last mo.", "next mo."],
	[604_800, "wk.", "wk.", "last wk.", "next wk."],
	[86_400, "day", "days", "yesterday", "tomorrow"],
	[3_600, "hr.", "hr."],
	[60, "min.", "min."],
];

/** An ISO time → "5 min. ago". */
export function ago(timestamp: string, now: number): string {
	const seconds = Math.round((Date.parse(timestamp) - now) / 1000);
	for (const [size, one, more, last, next] of STEPS) {
		const count = Math.trunc(Math.abs(seconds) / size);
		if (!(count >= 1)) continue;
		const named = count === 1 ? (seconds < 0 ? last : next) : undefined;
		const amount = `${count} ${count === 1 ? one : more}`;
		return named ?? (seconds < 0 ? `${amount} ago` : `in ${amount}`);
	}
	return "now";
}

/** Seconds left → "about 20 seconds left". */
export function timeLeft(seconds: number): string {
	if (seconds < 8) return "a few seconds left";
	if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

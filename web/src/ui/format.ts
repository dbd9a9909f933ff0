/** The language of the interface: numbers and times speak it as well, until there are others to choose from. */
export const LOCALE = "en";
const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(LOCALE);
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto", style: "short" });

/** 12400 → "12.4K". */
export const shortCount = (count: number): string => compact.format(count);
/** 1 and "view" → "1 view"; 12400 → "12.4K views". */
export const counted = (count: number, one: string): string => `${shortCount(count)} ${one}${count === 1 ? "" : "s"}`;
/** 12400 → "12,400". */
export const fullCount = (count: number): string => whole.format(count);

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

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
	["year", 31_536_000],
	["month", 2_592_000],
	["week", 604_800],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
];

/** An ISO time → "5 min. ago". */
export function ago(timestamp: string, now: number): string {
	const seconds = Math.round((Date.parse(timestamp) - now) / 1000);
	for (const [unit, size] of STEPS) if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
	return relative.format(0, "second");
}

/** Seconds left → "about 20 seconds left". */
export function timeLeft(seconds: number): string {
	if (seconds < 8) return "a few seconds left";
	if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

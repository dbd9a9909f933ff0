const QUIET = new Set(["level", "event", "timestamp", "stack", "service"]);

const asText = (value: unknown): string => {
	const text = typeof value === "string" ? value : JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/**
 * One structured log line in brief, `12:00:01 worker video_published videoId=7`, or null for what isn't one. Ordinary answered requests
 * (`event` "request" below status 400) are left to the log file.
 */
export function briefLine(source: string, line: string): string | null {
	// wrangler puts the Worker's name before each line.
	const json = line.replace(/^\[[\w-]+\] (?=\{)/, "");
	if (!json.startsWith("{")) return null;
	let fields: Record<string, unknown>;
	try {
		fields = JSON.parse(json) as Record<string, unknown>;
	} catch {
		return null;
	}
	if (typeof fields.event !== "string") return null;
	if (fields.event === "request" && fields.level === "info" && Number(fields.status ?? 200) < 400) return null;
	const time = new Date(typeof fields.timestamp === "number" ? fields.timestamp : Date.now()).toISOString().slice(11, 19);
	const mark = fields.level === "error" ? "✗ " : fields.level === "warn" ? "! " : "";
	const rest = Object.entries(fields).filter(([name, value]) => !QUIET.has(name) && value !== null && value !== undefined);
	return [time, source, `${mark}${fields.event}`, ...rest.map(([name, value]) => `${name}=${asText(value)}`)].join(" ");
}

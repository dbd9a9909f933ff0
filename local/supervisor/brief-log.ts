const QUIET = new Set(["level", "event", "timestamp", "stack", "service", "at"]);

const asText = (value: unknown): string => {
	const text = typeof value === "string" ? value : JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/** The fields of a structured log line, or null for what isn't one. Around it wrangler puts the Worker's name, marks and colours. */
export function structured(line: string): Record<string, unknown> | null {
	const start = line.indexOf('{"');
	const end = line.lastIndexOf("}");
	if (start === -1 || end < start) return null;
	try {
		return JSON.parse(line.slice(start, end + 1)) as Record<string, unknown>;
	} catch {
		// Something else that has braces.
		return null;
	}
}

/** What is told of ordinary events: the way of an upload and of an account, and processes that come and go. */
const STORY = /^(upload|transcode|video|account|job|stage|service)[._]/;

export interface BriefLine {
	readonly text: string;
	/** A warning or an error. */
	readonly isTrouble: boolean;
}

/** One structured log line in brief, `12:00:01 worker video_published videoId=7`, or null for one that is left to the log file. */
export function briefLine(source: string, line: string): BriefLine | null {
	const fields = structured(line);
	if (typeof fields?.event !== "string") return null;
	const isTrouble = fields.level === "error" || fields.level === "warn";
	if (!isTrouble && !STORY.test(fields.event)) return null;
	const at = typeof fields.timestamp === "number" || typeof fields.at !== "string" ? Number(fields.timestamp ?? Date.now()) : fields.at;
	const time = new Date(at).toISOString().slice(11, 19);
	const mark = fields.level === "error" ? "✗ " : fields.level === "warn" ? "! " : "";
	const rest = Object.entries(fields).filter(([name, value]) => !QUIET.has(name) && value !== null && value !== undefined);
	return {
		text: [time, source, `${mark}${fields.event}`, ...rest.map(([name, value]) => `${name}=${asText(value)}`)].join(" "),
		isTrouble,
	};
}

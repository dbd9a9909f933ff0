import * as z from "zod";

const Body = z.object({
	from: z.string(),
	to: z.array(z.string().regex(/^\S+@\S+$/)).length(1),
	subject: z.string().regex(/^[^\r\n]+$/),
	text: z.string().min(1),
	html: z.string().min(1),
	headers: z.record(z.string().regex(/^[A-Za-z-]+$/), z.string().regex(/^[ -~]*$/)).default({}),
	tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

interface ReceivedMail {
	readonly from: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly kind: string;
	/** Beside those that every mail has. */
	readonly headers: Readonly<Record<string, string>>;
}

/** A request's body as a mail; null when it is none. */
export function readMail(body: string): ReceivedMail | null {
	const parsed = Body.safeParse(jsonOf(body));
	if (!parsed.success) return null;
	const { to, tags, ...mail } = parsed.data;
	const kind = tags.find(({ name }) => name === "kind")?.value ?? "mail";
	return { ...mail, to: to[0] ?? "", kind: kind.replace(/[^a-z_]/g, "") };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** RFC 2047: a header takes ASCII alone. */
const headerText = (text: string): string => (/^[ -~]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`);

/** The mail as a file that mail programs open (RFC 5322; both forms of the text in quoted parts of eight bits). */
export function emlOf({ from, to, subject, text, html, headers }: ReceivedMail, id: string, at: Date): string {
	const boundary = `reelay-${id}`;
	const part = (type: string, body: string) => [
		`--${boundary}`,
		`Content-Type: ${type}; charset=utf-8`,
		"Content-Transfer-Encoding: 8bit",
		"",
		body.replace(/\r?\n/g, "\r\n"),
	];
	return [
		`From: ${headerText(from)}`,
		`To: ${to}`,
		`Subject: ${headerText(subject)}`,
		`Date: ${at.toUTCString()}`,
		`Message-ID: <${id}@reelay.local>`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		"MIME-Version: 1.0",
		`Content-Type: multipart/alternative; boundary="${boundary}"`,
		"",
		...part("text/plain", text),
		...part("text/html", html),
		`--${boundary}--`,
		"",
	].join("\r\n");
}

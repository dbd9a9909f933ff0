/** A notice older than this may be a replay, seconds. */
const MAX_AGE_S = 300;

/**
 * Whether a webhook is Stream's own: `Webhook-Signature: time=…,sig1=…` with HMAC-SHA256, hex, over `{time}.{body}`
 * (developers.cloudflare.com/stream, webhooks). Compared in constant time; refused when older than five minutes.
 * @param now milliseconds since 1970
 */
export async function genuineWebhook(secret: string, header: string | null, body: string, now: number): Promise<boolean> {
	const fields = new Map((header ?? "").split(",").map((field) => splitOnce(field.trim())));
	const time = Number(fields.get("time"));
	const signature = hexBytes(fields.get("sig1") ?? "");
	if (!Number.isInteger(time) || signature === null || Math.abs(now / 1000 - time) > MAX_AGE_S) return false;
	const encoder = new TextEncoder();
	const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
	return crypto.subtle.verify("HMAC", key, signature, encoder.encode(`${time}.${body}`));
}

function splitOnce(field: string): [string, string] {
	const at = field.indexOf("=");
	return at < 0 ? [field, ""] : [field.slice(0, at), field.slice(at + 1)];
}

function hexBytes(text: string): Uint8Array<ArrayBuffer> | null {
	if (!/^[0-9a-f]{64}$/i.test(text)) return null;
	return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}

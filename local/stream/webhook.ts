import { createHmac } from "node:crypto";

/** Value of `Webhook-Signature`: HMAC-SHA256 under the webhook's secret over `time.body`, time in seconds since 1970. */
function signWebhook(secret: string, body: string, seconds: number): string {
	const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
	return `time=${seconds},sig1=${signature}`;
}

/** Posts a signed notice; tries again after each of `delays` (milliseconds) while the receiver doesn't answer 2xx. Returns whether it did. */
export async function notify(
	target: { url: string; secret: string },
	body: string,
	options: { delays?: readonly number[]; signal: AbortSignal },
): Promise<boolean> {
	const delays = [0, ...(options.delays ?? [500, 2_000, 10_000, 30_000])];
	for (const delay of delays) {
		if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay).unref());
		if (options.signal.aborted) return false;
		const signature = signWebhook(target.secret, body, Math.floor(Date.now() / 1000));
		const headers = { "content-type": "application/json", "webhook-signature": signature };
		const response = await fetch(target.url, { method: "POST", body, headers, signal: options.signal }).catch((error: unknown) => {
			console.error(`stream webhook: ${String(error)}`);
			return null;
		});
		if (response?.ok) return true;
	}
	return false;
}

import { buildPushPayload } from "@block65/webcrypto-web-push";
import type { Config } from "./config.ts";

/** Where a browser is pushed to, and its keys, base64url. */
export interface PushAddress {
	readonly endpoint: string;
	readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** What a push service made of a message. */
export type PushOutcome =
	| { readonly kind: "taken" }
	/** There is no such subscription any more. */
	| { readonly kind: "gone" }
	/** It will never take this message; another it may. */
	| { readonly kind: "refused"; readonly why: string }
	/** It may take it later; `afterMs` when it says so. */
	| { readonly kind: "later"; readonly afterMs: number | null; readonly why: string };

/** Pushes to browsers: VAPID (RFC 8292) says who sends, and the message can be read by the browser alone (RFC 8291). */
export interface Pusher {
	/** What browsers subscribe with; null where no keys are configured: nothing is pushed then. */
	readonly publicKey: string | null;
	/** Hands a message to the browser's push service. Never throws. */
	send(address: PushAddress, text: string, options: { readonly ttlSeconds: number; readonly topic: string }): Promise<PushOutcome>;
}

/** A push service is waited for so long, milliseconds. */
const PATIENCE_MS = 10_000;
/** What a push service answers for a subscription that is over (RFC 8030 §7.3). */
const GONE = [404, 410];
/** What it answers for a message it will never take: not readable, too large, or not signed by our keys, which may be set right. */
const REFUSED = [400, 401, 403, 413];

type Keys = Pick<Config, "VAPID_PUBLIC_KEY" | "VAPID_PRIVATE_KEY" | "VAPID_SUBJECT" | "PUSH_VIA">;

export function openPush({
	VAPID_PUBLIC_KEY: publicKey,
	VAPID_PRIVATE_KEY: privateKey,
	VAPID_SUBJECT: subject,
	PUSH_VIA: via,
}: Keys): Pusher {
	if (publicKey === undefined || privateKey === undefined || subject === undefined) {
		return { publicKey: null, send: async () => ({ kind: "later", afterMs: null, why: "no keys" }) };
	}
	return {
		publicKey,
		async send({ endpoint, keys }, text, { ttlSeconds, topic }) {
			const options = { ttl: ttlSeconds, urgency: "normal", topic } as const;
			const subscription = { endpoint, expirationTime: null, keys };
			try {
				const { headers, method, body } = await buildPushPayload({ data: text, options }, subscription, { subject, publicKey, privateKey });
				// A loopback stand-in is told whose place it takes.
				const sent = new Headers(headers);
				if (via !== undefined) sent.set("x-push-endpoint", endpoint);
				const answer = await fetch(via ?? endpoint, {
					method,
					headers: sent,
					body,
					redirect: "manual",
					signal: AbortSignal.timeout(PATIENCE_MS),
				});
				await answer.body?.cancel();
				return outcomeOf(answer);
			} catch (error) {
				return { kind: "later", afterMs: null, why: error instanceof Error ? error.name : "unknown" };
			}
		},
	};
}

function outcomeOf({ ok, status, headers }: Response): PushOutcome {
	if (ok) return { kind: "taken" };
	if (GONE.includes(status)) return { kind: "gone" };
	if (REFUSED.includes(status)) return { kind: "refused", why: `answered ${status}` };
	const seconds = Number(headers.get("retry-after") ?? "");
	return { kind: "later", afterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null, why: `answered ${status}` };
}

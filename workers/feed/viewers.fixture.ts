import type { FeedPage } from "../../contracts/feed.ts";
import { type Call, type CallAnswer, cookieOf, services } from "../gateway/testing/api.ts";
import { sessionOf } from "./session/stub.ts";

/** A guest of a test: their requests carry the cookie that the first one was given. */
export interface Guest {
	readonly cookie: string;
	readonly key: string;
	feed(query?: string): Promise<FeedPage>;
	watch(events: readonly object[]): Promise<CallAnswer>;
}

/** A new guest whose session is begun, though they watched nothing yet. */
export async function newGuest(call: Call): Promise<Guest> {
	const guest = await newcomer(call);
	await sessionOf(services, guest.key).prefer(guest.key, {});
	return guest;
}

/** A new guest as the product meets one: their session begins with the first watch. */
export async function newcomer(call: Call): Promise<Guest> {
	const { headers, status, json } = await call("GET /api/v1/feed?count=1");
	if (status !== 200) throw new Error(`the first page answered ${status}: ${JSON.stringify(json)}`);
	const cookie = cookieOf(headers);
	const id = /reelay_guest=([^.;]+)/.exec(cookie)?.[1] ?? "";
	const origin = { "sec-fetch-site": "same-origin" };
	return {
		cookie,
		key: `guest:${id}`,
		async feed(query = "") {
			const answer = await call(`GET /api/v1/feed${query}`, { cookie });
			if (answer.status !== 200) throw new Error(`the feed answered ${answer.status}: ${JSON.stringify(answer.json)}`);
			return answer.json as FeedPage;
		},
		watch: (events) => call("POST /api/v1/analytics/watch", { cookie, headers: origin, body: { events } }),
	};
}

/** An impression to the end. */
export const watched = (video: { readonly id: string; readonly durationMs: number }, more: object = {}): object => ({
	eventId: crypto.randomUUID(),
	videoId: video.id,
	watchDuration: video.durationMs,
	totalDuration: video.durationMs,
	...more,
});

import { createComment } from "../../contracts/comments.ts";
import { like, share } from "../../contracts/engagement.ts";
import { recordWatch } from "../../contracts/feed.ts";
import { seeded } from "../../contracts/seeded.ts";
import { follow } from "../../contracts/users.ts";
import { getVideo } from "../../contracts/videos.ts";
import type { Member } from "./accounts.ts";
import { type DemoClip, demoUuid } from "./catalogue.ts";
import type { Client } from "./client.ts";
import { COMMENTS } from "./comments.ts";
import { between, type Random } from "./random.ts";

/** Whom the demo logins follow from the start, so that their Following feed has something in it. */
const FOLLOWED_BY_DEMO: Readonly<Record<string, readonly string[]>> = {
	demo: ["marina.tides", "orbit.olu", "fjord_freya"],
	demo2: ["pixel.pilot", "neon.kaito"],
};

const seedOf = (name: string): number => Number.parseInt(demoUuid(name).slice(0, 8), 16);

/** Creators follow each other, about every second pair; the logins follow a few. Repeated, it changes nothing. */
export async function makeFollows(client: Client, members: readonly Member[], signal: AbortSignal): Promise<void> {
	for (const member of members) {
		const chosen = FOLLOWED_BY_DEMO[member.username];
		for (const other of members) {
			if (other.username === member.username || other.username in FOLLOWED_BY_DEMO) continue;
			const wanted =
				chosen === undefined ? seeded(seedOf(`follow:${member.username}:${other.username}`))() < 0.5 : chosen.includes(other.username);
			if (wanted) await client.call(follow, { token: member.token, signal, params: { userId: other.id } });
		}
	}
}

/**
 * Other creators open a clip, watch it, and like, comment and share it. The same for the same clip; event ids are made from
 * its name, so a repetition counts nothing twice.
 */
export async function makeHistory(
	client: Client,
	{ clip, videoId, viewers }: { clip: DemoClip; videoId: string; viewers: readonly Member[] },
	signal: AbortSignal,
): Promise<void> {
	const random = seeded(seedOf(`history:${clip.id}`));
	/** Some clips are simply better loved. */
	const appeal = between(random, 0.25, 0.95);
	const remarks = [...COMMENTS[clip.scene]];
	for (const viewer of viewers) {
		const [likes, comments, shares] = [random() < appeal, random() < appeal * 0.35, random() < appeal * 0.2];
		const remark = remarks.splice(Math.floor(random() * remarks.length), comments ? 1 : 0)[0];
		// Only what an answer named to a viewer counts as watched.
		await client.call(getVideo, { token: viewer.token, signal, params: { videoId } });
		const event = impression({ clip, videoId, viewer, likes, commented: remark !== undefined, shares, random });
		await client.call(recordWatch, { token: viewer.token, signal, body: { events: [event] } });
		if (likes) await client.call(like, { token: viewer.token, signal, params: { videoId } });
		if (remark !== undefined) {
			const clientId = demoUuid(`comment:${clip.id}:${viewer.username}`);
			await client.call(createComment, { token: viewer.token, signal, params: { videoId }, body: { text: remark, clientId } });
		}
		if (shares) {
			await client.call(share, {
				token: viewer.token,
				signal,
				params: { videoId },
				body: { eventId: demoUuid(`share:${clip.id}:${viewer.username}`) },
			});
		}
	}
}

interface Impression {
	readonly clip: DemoClip;
	readonly videoId: string;
	readonly viewer: Member;
	readonly likes: boolean;
	readonly commented: boolean;
	readonly shares: boolean;
	readonly random: Random;
}

function impression({ clip, videoId, viewer, likes, commented, shares, random }: Impression) {
	const totalDuration = clip.seconds * 1000;
	const watched = likes ? between(random, 0.85, 1.9) : between(random, 0.1, 0.9);
	return {
		eventId: demoUuid(`watch:${clip.id}:${viewer.username}`),
		videoId,
		watchDuration: Math.round(watched * totalDuration),
		totalDuration,
		liked: likes,
		commented,
		shared: shares,
		replayed: watched > 1,
		source: "fyp" as const,
	};
}

import { eq } from "drizzle-orm";
import { milestoneOf } from "../../../contracts/milestones.ts";
import { profiles } from "../../../db/schema/users.ts";
import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { loadVideo } from "../../videos/cards/index.ts";
import { notify } from "./notify.ts";

const count = new Intl.NumberFormat("en");
const named = (title: string): string => (title === "" ? "Your video" : `“${title}”`);

/** A creator learns that a video reached a round number. */
export async function tellOfMilestone(services: Services, { videoId, what, count: reached }: EventMap["milestone"]): Promise<void> {
	const record = await loadVideo(services, videoId);
	if (record === null || record.status !== "ready") return;
	const text = `${named(record.title)} has reached ${count.format(reached)} ${what}.`;
	await notify(services, { userId: record.userId, type: "milestone", text, videoId, key: `milestone:${videoId}:${what}:${reached}` });
}

/** Followers who came meanwhile may have gone past the round number by this many. */
const PAST_AT_MOST = 20;

/** Somebody learns that they reached a round number of followers. */
export async function tellOfFollowers(services: Services, { userId, otherId, kind, isNew }: EventMap["followed"]): Promise<void> {
	if (!isNew || (kind !== "follow" && kind !== "accept")) return;
	const followedId = kind === "follow" ? otherId : userId;
	const [row] = await services.db
		.user(followedId)
		.select({ followers: profiles.followersCount })
		.from(profiles)
		.where(eq(profiles.userId, followedId));
	const followers = row?.followers ?? 0;
	const reached = milestoneOf(followers);
	if (reached === 0 || followers - reached > PAST_AT_MOST) return;
	const text = `You have ${count.format(reached)} followers now.`;
	await notify(services, { userId: followedId, type: "milestone", text, key: `milestone:followers:${reached}` });
}

/** A creator learns that a video spreads far faster than expected, once each time it begins to. */
export async function tellOfVirality(services: Services, { videoId, what }: EventMap["changed"]): Promise<void> {
	if (what !== "virality") return;
	const record = await loadVideo(services, videoId);
	if (record === null || record.viralAt === null) return;
	const text = `${named(record.title)} is spreading fast: far more people watch it than your videos usually get.`;
	await notify(services, { userId: record.userId, type: "viral", text, videoId, key: `viral:${videoId}:${record.viralAt}` });
}

const VERDICTS = {
	block: "can't be shown: it breaks the rules. Your videos say what you can do.",
	copyright_hold: "has somebody else's recording in it, and waits. Your videos say what was found and what you can do.",
	copyright_block: "can't be shown: somebody else's recording is in it. Your videos say what was found and what you can do.",
	muted: "has somebody else's recording in it: that stretch is silenced. Your videos say what was found.",
	replaced: "has somebody else's recording in it: another sound takes its place. Your videos say what was found.",
	review: "is being looked at by a person. Nobody else sees it until then.",
} as const;

/** A creator learns of a verdict against a video; that a new one waits for a person is nothing yet. */
export async function tellOfVerdict(services: Services, judged: EventMap["judged"]): Promise<void> {
	const { videoId, userId, title, verdict, wasUp, generation } = judged;
	if (verdict === "review" && !wasUp) return;
	const text = `${named(title)} ${VERDICTS[verdict]}`;
	await notify(services, { userId, type: "verdict", text, videoId, key: `verdict:${videoId}:${generation}:${verdict}` });
}

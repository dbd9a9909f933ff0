import { BOT_WEIGHTS, type BotSignal, type SignalName } from "../../../contracts/desk-accounts.ts";

/** What is known of an account's habits; of a day, whichever of the last two had more. */
export interface Habits {
	/** Videos, comments and reposts. */
	readonly posted: number;
	/** Impressions its players told of, whether or not they counted. */
	readonly shown: number;
	/** Likes, favourites, shares and follows. Comments are postings: an advert under each video is no liking. */
	readonly engaged: number;
	/** Accounts seen on the same device within the week, this one included; 1 where nothing is known. */
	readonly accountsOnDevice: number;
	/** Of `PROFILE_PARTS`, those that are there. */
	readonly profileParts: number;
}

/** Picture, words about oneself, a name beside the user name, a confirmed mail address. */
export const PROFILE_PARTS = 4;

/** Rises from 0 to 1 between two values. */
const ramp = (value: number, from: number, to: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));

/** A lively day of a person has fewer postings than the first; nobody writes as many as the second by hand (docs/product.md#safety). */
const POSTED = [30, 100] as const;
/** The same of videos watched: a thousand are eight hours of half a minute each. */
const SHOWN = [500, 1_000] as const;
/** Of fewer impressions than these nothing is said about what somebody likes: most people like little. */
const KNOWN_FROM = [200, 600] as const;
/** Liking nothing at all is a program's, and so is liking everything. */
const LIKES_NOTHING = [0.01, 0.001] as const;
const LIKES_ALL = [0.8, 0.95] as const;
/** A family shares a tablet. */
const ON_DEVICE = [3, 10] as const;

function engagementOf({ shown, engaged }: Habits): number {
	const share = shown === 0 ? 0 : engaged / shown;
	return Math.max(ramp(share, ...LIKES_NOTHING), ramp(share, ...LIKES_ALL)) * ramp(shown, ...KNOWN_FROM);
}

/** How like a program an account behaves, 0 to 1, and what each signal adds to that (docs/product.md#safety). */
export function botScore(habits: Habits): { readonly score: number; readonly signals: readonly BotSignal[] } {
	const { posted, shown, engaged, accountsOnDevice, profileParts } = habits;
	const found: Readonly<Record<SignalName, readonly [value: number, figure: string]>> = {
		posting: [ramp(posted, ...POSTED), `${posted} videos, comments and reposts in a day`],
		watching: [ramp(shown, ...SHOWN), `${shown} videos watched in a day`],
		engagement: [engagementOf(habits), `${engaged} of ${shown} videos liked, kept or shared, or their people followed`],
		device: [ramp(accountsOnDevice, ...ON_DEVICE), `${accountsOnDevice} accounts on the device within the week`],
		profile: [1 - profileParts / PROFILE_PARTS, `${profileParts} of ${PROFILE_PARTS}: picture, bio, name, confirmed mail`],
	};
	const signals = Object.entries(BOT_WEIGHTS).map(([name, weight]): BotSignal => {
		const [value, figure] = found[name as SignalName];
		return { name: name as SignalName, weight, value, figure };
	});
	return { score: signals.reduce((sum, { weight, value }) => sum + weight * value, 0), signals };
}

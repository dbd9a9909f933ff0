import * as z from "zod";
import { CLAIM_STATES, DISPUTE_GROUNDS, DISPUTE_STATES, MatchAction, Policy } from "./copyright-policy.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Timestamp } from "./ids.ts";
import { CLAIM_LINKS_MOST, COPYRIGHT_STATEMENT_MAX, COPYRIGHT_STATEMENT_MIN, SOUND_TITLE_MAX } from "./limits.ts";
import { VISIBLE } from "./text.ts";
import { VideoStatus } from "./videos.ts";

const tag = "Copyright";
const Statement = z
	.string()
	.trim()
	.min(COPYRIGHT_STATEMENT_MIN, `Say it in at least ${COPYRIGHT_STATEMENT_MIN} characters.`)
	.max(COPYRIGHT_STATEMENT_MAX, `A statement has at most ${COPYRIGHT_STATEMENT_MAX} characters.`);
const Ms = z.int().min(0);

/** A stretch of a video that is somebody else's recording or pictures, and what was done about it. */
export const OwnMatch = z.object({
	id: Id,
	what: z.enum(["sound", "pictures"]),
	title: z.string().describe("Empty for an original that has no name"),
	artist: z.string(),
	fromMs: Ms.describe("The stretch, in the video"),
	toMs: Ms,
	trackFromMs: Ms.describe("Where the stretch begins in the recording"),
	action: MatchAction,
	soundId: Id.nullable().describe("The recording as a sound, where it can be heard here"),
	dispute: z
		.object({ state: z.enum(DISPUTE_STATES), ground: z.enum(DISPUTE_GROUNDS), statement: z.string(), createdAt: Timestamp })
		.nullable(),
});
export type OwnMatch = z.infer<typeof OwnMatch>;

const VideoParams = z.object({ videoId: Id });
const OwnCopyright = z.object({
	status: VideoStatus,
	title: z.string(),
	matches: z.array(OwnMatch),
	may: z.object({
		mute: z.boolean().describe("Silence the stretches"),
		replace: z.boolean().describe("Put a sound of the library in place of its own"),
		dispute: z.boolean(),
	}),
});
export type OwnCopyright = z.infer<typeof OwnCopyright>;

export const videoCopyright = endpoint({
	id: "videoCopyright",
	method: "GET",
	path: "/api/v1/videos/:videoId/copyright",
	tag,
	access: "user",
	status: 200,
	summary: "What of others was found in one's own video, what was done about it, and what one may do",
	params: VideoParams,
	answer: OwnCopyright,
	problems: ["video_not_found"],
});
export const clearVideo = endpoint({
	id: "clearVideo",
	method: "POST",
	path: "/api/v1/videos/:videoId/copyright/clearing",
	tag,
	access: "user",
	status: 202,
	summary: "Have one's own video made again without what is somebody else's in it",
	params: VideoParams,
	body: z.discriminatedUnion("how", [z.object({ how: z.literal("mute") }), z.object({ how: z.literal("replace"), soundId: Id })]),
	answer: z.object({ status: VideoStatus }),
	problems: ["video_not_found", "copyright_unfit", "sound_not_available"],
});
export const disputeMatch = endpoint({
	id: "disputeMatch",
	method: "POST",
	path: "/api/v1/videos/:videoId/copyright/disputes",
	tag,
	access: "user",
	status: 201,
	summary: "Say that a match is wrong, or that one may use what was found: a person decides",
	params: VideoParams,
	body: z.object({ matchId: Id, ground: z.enum(DISPUTE_GROUNDS), statement: Statement }),
	answer: z.object({ disputeId: Id }),
	problems: ["video_not_found", "copyright_unfit"],
});

export const Claim = z.object({
	id: Id,
	videoId: Id,
	holder: z.enum(["person", "label"]),
	name: z.string(),
	title: z.string(),
	artist: z.string(),
	policy: Policy,
	statement: z.string(),
	links: z.array(z.string()),
	state: z.enum(CLAIM_STATES),
	createdAt: Timestamp,
	decidedAt: Timestamp.nullable(),
	matches: z.int().describe("Videos in which it was found"),
});
export type Claim = z.infer<typeof Claim>;
const Text = z.string().trim().regex(VISIBLE, "Say it in at least one letter.").max(SOUND_TITLE_MAX);

export const makeClaim = endpoint({
	id: "makeClaim",
	method: "POST",
	path: "/api/v1/copyright/claims",
	tag,
	access: "user",
	status: 201,
	summary: "Say that what one uploaded is one's own work, and what is to be done where others use it; a person looks at the proof",
	body: z.object({
		videoId: Id.describe("One's own upload of the work"),
		holder: z.enum(["person", "label"]),
		name: Text.describe("Of the person or label, as it stands in contracts"),
		title: Text,
		artist: Text,
		policy: Policy,
		statement: Statement.describe("Why it is theirs"),
		links: z
			.array(z.url({ protocol: /^https?$/ }))
			.max(CLAIM_LINKS_MOST)
			.default([])
			.describe("Where the proof is to be seen"),
	}),
	answer: z.object({ claimId: Id }),
	problems: ["video_not_found", "copyright_unfit"],
});
export const listClaims = endpoint({
	id: "listClaims",
	method: "GET",
	path: "/api/v1/copyright/claims",
	tag,
	access: "user",
	status: 200,
	summary: "One's claims, newest first",
	answer: z.object({ claims: z.array(Claim) }),
});
const ClaimParams = z.object({ claimId: Id });
export const claimMatches = endpoint({
	id: "claimMatches",
	method: "GET",
	path: "/api/v1/copyright/claims/:claimId/matches",
	tag,
	access: "user",
	status: 200,
	summary: "Videos in which a work of one's own was found, newest first",
	params: ClaimParams,
	answer: z.object({
		matches: z.array(
			z.object({
				videoId: Id,
				what: z.enum(["sound", "pictures"]),
				fromMs: Ms,
				toMs: Ms,
				action: MatchAction,
				disputed: z.enum(DISPUTE_STATES).nullable(),
				at: Timestamp,
			}),
		),
	}),
	problems: ["not_found"],
});
export const withdrawClaim = endpoint({
	id: "withdrawClaim",
	method: "DELETE",
	path: "/api/v1/copyright/claims/:claimId",
	tag,
	access: "user",
	status: 204,
	summary: "Withdraw a claim: its policy ends, and what was found by it is acted on no more; repeated, it changes nothing",
	params: ClaimParams,
	problems: ["not_found"],
});

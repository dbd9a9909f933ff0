import * as z from "zod";
import { Policy } from "./copyright-policy.ts";
import { endpoint } from "./endpoint.ts";
import { Cursor, Id } from "./ids.ts";
import { SOUND_TITLE_MAX, TRACK_MAX_BYTES } from "./limits.ts";
import { SoundPeaks } from "./sound-files.ts";
import { VISIBLE } from "./text.ts";
import { UserSummary } from "./users.ts";
import { VideoCard } from "./videos.ts";

/** Sounds: the library, originals made from uploads, and favourites. */

export const SOUND_GENRES = ["ambient", "beats", "cinematic", "electronic", "folk", "jazz", "lofi", "pop", "rock", "world"] as const;
export const SOUND_MOODS = ["calm", "dark", "dreamy", "energetic", "happy", "melancholic", "playful", "tense", "uplifting"] as const;
export const SoundGenre = z.enum(SOUND_GENRES);
export type SoundGenre = z.infer<typeof SoundGenre>;
export const SoundMood = z.enum(SOUND_MOODS);
export type SoundMood = z.infer<typeof SoundMood>;

/** A sound as lists and search show it. */
export const SoundSummary = z.object({
	id: Id,
	title: z.string().describe("Of an original that was not renamed: original sound – @name"),
	artistName: z.string(),
	durationMs: z.int(),
	isOriginal: z.boolean().describe("Made from an upload, rather than one of the library"),
	coverUrl: z.string().nullable(),
	videoCount: z.int().describe("Videos everybody may see that use it"),
});
export type SoundSummary = z.infer<typeof SoundSummary>;

/** All that is shown of a sound where it is heard and used. */
export const Sound = SoundSummary.extend({
	creator: UserSummary.nullable().describe("Whose upload an original was made from"),
	genre: SoundGenre.nullable(),
	mood: SoundMood.nullable(),
	peaks: SoundPeaks.describe("How loud each part is, 0 to 100 of its loudest"),
	previewUrl: z.string().nullable().describe("Up to 30 s, M4A; null where it can't be used, and so not be heard on its own"),
	usable: z.boolean().describe("Whether the viewer can put it under a video, from where they are"),
	saved: z.boolean().describe("Among the viewer's favourites, which only they see"),
	own: z.object({ off: z.boolean() }).nullable().describe("What only its creator is told: whether others can't use it"),
});
export type Sound = z.infer<typeof Sound>;

const tag = "Sounds";
const Params = z.object({ soundId: Id });
const Page = z.object({ limit: z.coerce.number().int().min(1).max(60).default(30), cursor: Cursor.optional() });
const SoundList = z.object({ sounds: z.array(Sound), nextCursor: Cursor.nullable() });

export const listSounds = endpoint({
	id: "listSounds",
	method: "GET",
	path: "/api/v1/sounds",
	tag,
	access: "viewer",
	status: 200,
	summary: "The library: what can be used from where the viewer is, most used first",
	query: Page.extend({
		q: z.string().trim().max(100).optional().describe("Words of title or artist"),
		genre: SoundGenre.optional(),
		mood: SoundMood.optional(),
	}),
	answer: SoundList,
});
export const getSound = endpoint({
	id: "getSound",
	method: "GET",
	path: "/api/v1/sounds/:soundId",
	tag,
	access: "viewer",
	status: 200,
	summary: "A sound; an original is as visible as the video it was made from",
	params: Params,
	answer: z.object({ sound: Sound }),
	problems: ["sound_not_found"],
});
export const soundVideos = endpoint({
	id: "soundVideos",
	method: "GET",
	path: "/api/v1/sounds/:soundId/videos",
	tag,
	access: "viewer",
	status: 200,
	summary: "All videos that use a sound, by their reach",
	params: Params,
	query: Page,
	answer: z.object({ videos: z.array(VideoCard), nextCursor: Cursor.nullable() }),
	problems: ["sound_not_found"],
});
export const saveSound = endpoint({
	id: "saveSound",
	method: "PUT",
	path: "/api/v1/sounds/:soundId/save",
	tag,
	access: "user",
	status: 200,
	summary: "Keep a sound among one's favourites; repeated, it changes nothing",
	params: Params,
	answer: z.object({ saved: z.boolean() }),
	problems: ["sound_not_found"],
});
export const unsaveSound = endpoint({
	...saveSound,
	id: "unsaveSound",
	method: "DELETE",
	summary: "Take a sound out of one's favourites, whatever became of it",
	problems: [],
});
export const listSavedSounds = endpoint({
	id: "listSavedSounds",
	method: "GET",
	path: "/api/v1/users/me/sounds",
	tag,
	access: "user",
	status: 200,
	summary: "One's favourite sounds, latest first",
	query: Page,
	answer: SoundList,
});
export const updateSound = endpoint({
	id: "updateSound",
	method: "PATCH",
	path: "/api/v1/sounds/:soundId",
	tag,
	access: "user",
	status: 200,
	summary: "Rename one's original sound, or turn it off and on for others; videos that use it keep it",
	params: Params,
	body: z.object({
		title: z.string().trim().regex(VISIBLE, "Give it a name.").max(SOUND_TITLE_MAX).optional(),
		off: z.boolean().optional(),
	}),
	answer: z.object({ sound: Sound }),
	problems: ["sound_not_found"],
});

export const LICENSE_TYPES = ["free", "licensed", "restricted"] as const;
const Text = z.string().trim().regex(VISIBLE, "Say it in at least one letter.").max(SOUND_TITLE_MAX);
/** What a track may be used for, and where; as a query, for the body is the file. */
export const TrackRights = z.object({
	title: Text,
	artist: Text,
	genre: SoundGenre,
	mood: SoundMood,
	license: z.enum(LICENSE_TYPES).describe("A restricted one can be used in its territories alone; `free` everywhere"),
	copyrighted: z.stringbool({ truthy: ["true"], falsy: ["false"] }),
	territories: z
		.string()
		.regex(/^(?:[A-Z]{2}(?: [A-Z]{2})*)?$/, "Countries by two letters each, with spaces between.")
		.default("")
		.describe("None: all countries, or, of a restricted one, nowhere"),
	policy: Policy.optional().describe("What is done where its licence does not hold; `mute` unless said, `track` for a free one"),
});
export const addTrack = endpoint({
	id: "addTrack",
	method: "POST",
	path: "/internal/sounds",
	tag: "Operators",
	access: "admin",
	roles: ["admin", "copyright"],
	status: 201,
	alsoStatus: [200],
	summary: "Add a track to a batch, which is offered when the whole batch is; one that is there already stays as it is",
	query: TrackRights.extend({
		batch: z.uuid(),
		key: z.string().min(1).max(255).describe("Names the file within its batch"),
	}),
	file: { type: "audio/*", maxBytes: TRACK_MAX_BYTES },
	answer: z.object({ soundId: Id }),
	problems: ["track_refused", "file_too_large"],
});
const BatchParams = z.object({ batchId: z.uuid() });
export const offerTracks = endpoint({
	id: "offerTracks",
	method: "POST",
	path: "/internal/sounds/batches/:batchId",
	tag: "Operators",
	access: "admin",
	roles: ["admin", "copyright"],
	status: 200,
	summary: "Offer all tracks of a batch at once; repeated, it changes nothing",
	params: BatchParams,
	answer: z.object({ tracks: z.int() }),
});
export const dropTracks = endpoint({
	id: "dropTracks",
	method: "DELETE",
	path: "/internal/sounds/batches/:batchId",
	tag: "Operators",
	access: "admin",
	roles: ["admin", "copyright"],
	status: 200,
	summary: "Remove what was added of a batch that is not offered yet; repeated, it changes nothing",
	params: BatchParams,
	answer: z.object({ tracks: z.int() }),
});

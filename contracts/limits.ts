/** Limits and thresholds that more than one part must agree on. One place per fact; source in the comment. */

/** Largest upload accepted, bytes (docs/product.md#upload). */
export const MAX_UPLOAD_BYTES = 500 * 1024 * 1024;
/**
 * An upload part is a tenth of the file, so that a pause or a lost connection costs at most that much per part under way;
 * bounded, bytes: below the least, requests would cost more than they save, and above the most, a slow line would send
 * too long without an answer. The most is also R2's smallest multipart part, which joining parts relies on.
 */
export const UPLOAD_PARTS_WANTED = 10;
export const UPLOAD_PART_MIN_BYTES = 256 * 1024;
export const UPLOAD_PART_MAX_BYTES = 5 * 1024 * 1024;
/** A deletion can be undone this long, milliseconds: the client offers it for less, and a slow connection still makes it. */
export const UNDO_DELETE_MS = 15_000;
/** A failed video may be sent through again by its creator until it has been processed this often. */
export const GENERATIONS_MAX = 5;
/** Shortest and longest video, milliseconds. */
export const MIN_DURATION_MS = 1_000;
export const MAX_DURATION_MS = 600_000;
/** An upload not completed in this time is swept, milliseconds. */
export const UPLOAD_LIFETIME_MS = 24 * 3_600_000;
/** Presigned part URLs live this long, seconds. */
export const PART_URL_LIFETIME_S = 3_600;
/** File name endings accepted at init; the probe tells the truth later. */
export const VIDEO_EXTENSIONS = ["mp4", "mov", "m4v", "webm", "mkv", "3gp"] as const;

export const TITLE_MAX = 150;
export const DESCRIPTION_MAX = 2_200;
export const HASHTAGS_MAX = 30;
export const HASHTAG_LENGTH_MAX = 64;
/** Characters of what is searched for. */
export const SEARCH_MAX = 100;
export const COMMENT_MAX = 500;
/** A comment can be changed by its author this long after it was written, milliseconds. */
export const COMMENT_EDIT_MS = 15 * 60_000;
/** People one comment may mention; more are left as text. */
export const MENTIONS_MAX = 10;
/** Words that make a comment wait for its creator's approval, of all videos and of one. */
export const COMMENT_WORDS_MAX = 200;
/** Collections of one person, and videos in one of them. */
export const COLLECTIONS_MAX = 100;
export const COLLECTION_VIDEOS_MAX = 500;
export const COLLECTION_NAME_MAX = 60;
/** What a creator says of a video for who can't see it, characters. */
export const ALT_MAX = 1_000;
export const BIO_MAX = 160;
/** Keywords and hashtags a viewer filters, together, and the characters of each: every candidate is held against all of them. */
export const FILTERS_MAX = 100;
export const FILTER_LENGTH_MAX = 64;
/** Topics a viewer sets a weight for. */
export const TOPIC_WEIGHTS_MAX = 60;
/** Hashtags one follows: each is asked for its newest videos. */
export const HASHTAG_FOLLOWS_MAX = 200;
/** A user follows at most this many, so that the list fits a cache entry and a query. */
export const FOLLOWING_MAX = 10_000;
/** Follow requests that wait for one private account's answer: all are accepted in one go when it turns public. */
export const FOLLOW_REQUESTS_MAX = 10_000;
/** People one user mutes: every list the user is fed goes by them. */
export const MUTES_MAX = 2_000;
/** Times a user name may be changed within `FORMER_USERNAME_DAYS`, for which the old one leads to the new. */
export const USERNAME_CHANGES_MAX = 2;
export const FORMER_USERNAME_DAYS = 30;
/** Links on a profile: how many, and how long each is at most, characters. */
export const PROFILE_LINKS_MAX = 5;
export const PROFILE_LINK_LENGTH_MAX = 200;
/** Largest picture taken to be drawn anew, bytes. */
export const PICTURE_MAX_BYTES = 20 * 1024 * 1024;
/** Width and height of a person's picture, pixels. */
export const AVATAR_SIDE = 512;
export const USERNAME_MIN = 3;
export const USERNAME_MAX = 24;
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
/** Nobody younger may have an account (COPPA; docs/product.md#age); younger than 18 is a teen account. */
export const MIN_AGE_YEARS = 13;
export const ADULT_AGE_YEARS = 18;
/** An account found to be a child's is erased after so long, days: their data is not kept, and there is time to appeal and to take it along. */
export const CHILD_ACCOUNT_DAYS = 30;
/** When a teen is neither pushed nor mailed to, whatever they set, by their own clock. */
export const TEEN_NIGHT = { from: "22:00", to: "06:00" } as const;

/** What an account may do anew in one UTC day, by its tier (docs/product.md#limits-a-day). */
export const DAILY_LIMITS = {
	upload: { free: 3, verified: 10, creator: 50 },
	follow: { free: 200, verified: 500, creator: 500 },
	like: { free: 500, verified: 2_000, creator: 2_000 },
	comment: { free: 200, verified: 500, creator: 500 },
	/** Each is drawn anew by the transcoder. */
	picture: { free: 20, verified: 50, creator: 50 },
	/** Videos of which a copy is to be made for downloading; one that was made costs nothing. */
	download: { free: 50, verified: 100, creator: 100 },
	message: { free: 2_000, verified: 4_000, creator: 4_000 },
	/** People written to, and groups people were asked into, who have not agreed to it before. */
	approach: { free: 20, verified: 50, creator: 50 },
	/** Different things looked for; what is completed while one types is none. */
	search: { free: 1_000, verified: 3_000, creator: 3_000 },
} as const satisfies Record<string, Record<Tier, number>>;
/**
 * Uploads given up in one day that give their place in the count back. Somebody who chose a wrong file, or changed their mind, a few
 * times loses nothing; beginning and giving up all day long ends here.
 */
export const UPLOADS_RETURNED_A_DAY = 10;
/** Searches of people without an account within an hour: from one network address, and from what surrounds it. */
export const GUEST_SEARCHES_OF_ADDRESS = 300;
export const GUEST_SEARCHES_OF_NETWORK = 3_000;
export type LimitedAct = keyof typeof DAILY_LIMITS;
export type Tier = "free" | "verified" | "creator";
/** From this many followers on, an account counts as a creator's (what TikTok asks for its own creator programme). */
export const CREATOR_FOLLOWERS = 10_000;

/** Dimensions of a video vector (docs/product.md#data). */
export const VECTOR_DIMENSIONS = 256;
/** Vectorize gives at most this many ids a query. */
export const VECTOR_TOP_K = 100;
/** Ranked candidates kept in a session (docs/product.md#for-you). */
export const QUEUE_LENGTH = 100;
/** Candidates gathered before ranking (docs/product.md#for-you). */
export const CANDIDATE_TARGET = 500;
/** Shown this long counts as seen, milliseconds. */
export const SEEN_AFTER_MS = 500;
/** An impression counts for others when it begins within this time after an answer named the video to the viewer, milliseconds. */
export const GIVEN_FOR_MS = 3_600_000;
/** Who watches for less long has no history that others could go by: an account, or a cookie, of today. */
export const SETTLED_AFTER_MS = 24 * 3_600_000;
/** Attempts of a transcode job before the dead-letter queue. */
export const TRANSCODE_ATTEMPTS = 3;
/** A Cloudflare queue message may not be larger, bytes. */
export const QUEUE_MESSAGE_MAX_BYTES = 128 * 1024;
/** Views that make a video viral: cached a day instead of an hour (docs/product.md#caches). */
export const VIRAL_VIEWS = 100_000;
/** A grant to play a private or followers-only video lives at least this long, seconds: longer than the longest video, loops included. */
export const GRANT_LIFETIME_S = 2 * 3_600;
/** Accounts made within an hour: from one network address, behind which a school may be, and from what surrounds it. */
export const SIGN_UPS_AN_HOUR_OF_ADDRESS = 60;
export const SIGN_UPS_AN_HOUR_OF_NETWORK = 150;
/** Failed tries to sign in to one account, from wherever they come, in a period of so many seconds that begins with the first. */
export const SIGN_IN_TRIES = 20;
export const SIGN_IN_PERIOD_S = 15 * 60;
/** A mailed link that sets a new password is good for so long, seconds; one that confirms an address, and one that takes its change back. */
export const RESET_LINK_LIFETIME_S = 3_600;
export const CONFIRM_LINK_LIFETIME_S = 24 * 3_600;
export const UNDO_LINK_LIFETIME_S = 7 * 24 * 3_600;
/** An account that is deleted can be come back to for so long, days. */
export const DELETION_GRACE_DAYS = 30;

/** People whose doings somebody is told nothing of, at most. */
export const NOTIFICATIONS_MUTED_MAX = 200;

/** Videos a person may pin to the top of their profile, at most. */
export const PINS_MAX = 3;

/** Characters of a message, and of a group's name. */
export const MESSAGE_MAX = 2_000;
export const GROUP_NAME_MAX = 60;
/** Words for who can't see a photo. */
export const ALT_TEXT_MAX = 300;
/** People in a group, those asked into it included. */
export const GROUP_MAX = 100;
/** A message can be edited this long after it was sent, milliseconds. */
export const EDIT_MESSAGE_MS = 15 * 60_000;
/** Messages a stranger may leave before the other has answered. */
export const REQUEST_MESSAGES_MAX = 3;
/** Messages of one sender a minute, all conversations together; stands in `wrangler.toml` as well. */
export const MESSAGES_A_MINUTE = 60;
/** Longest voice note, milliseconds, and how many bars its waveform has. */
export const VOICE_MAX_MS = 60_000;
export const VOICE_PEAKS = 48;
/** Largest photo and voice note taken for a message, bytes, as the client chose or recorded them. */
export const PHOTO_MAX_BYTES = 20 * 1024 * 1024;
export const VOICE_MAX_BYTES = 10 * 1024 * 1024;
/** Bars of a sound's waveform, and how long its preview is, milliseconds. */
export const SOUND_PEAKS = 96;
export const SOUND_PREVIEW_MS = 30_000;
/** Largest track taken into the library, bytes as the operator has it, and the longest, milliseconds. */
export const TRACK_MAX_BYTES = 64 * 1024 * 1024;
export const TRACK_MAX_MS = 600_000;
export const TRACK_MIN_MS = 1_000;
/** Characters of a sound's title and of its artist's name. */
export const SOUND_TITLE_MAX = 100;
/** An account younger than this makes no groups and approaches fewer strangers, milliseconds. */
export const NEW_ACCOUNT_MS = 24 * 3_600_000;
export const NEW_ACCOUNT_APPROACHES = 5;

/** What somebody adds to a report, characters. */
/** A statement about copyright, characters; links to proof. */
export const COPYRIGHT_STATEMENT_MIN = 20;
export const COPYRIGHT_STATEMENT_MAX = 2_000;
export const CLAIM_LINKS_MOST = 5;
export const REPORT_NOTE_MAX = 1_000;
/** Reports within a day: of one account, of one network address, and of an address without an account. */
export const REPORTS_A_DAY = 60;
export const REPORTS_A_DAY_OF_ADDRESS = 300;
export const REPORTS_A_DAY_OF_GUESTS = 20;
/** An appeal in the writer's own words, characters. */
export const APPEAL_MIN = 10;
export const APPEAL_MAX = 2_000;
/** A decision can be appealed against for so long, days: six months, the least that article 20 of the EU's Digital Services Act asks for. */
export const APPEAL_DAYS = 184;

import { endSessions, eraseAvatarsOf, mailExport, mailNotice, performOnProfile, renewSessions } from "./accounts/index.ts";
import { forgetCollectionsOf, forgetUnsaved } from "./collections/index.ts";
import { forgetHashtagsOf, tagVideo, tagVideosOf, untagVideo } from "./discovery/hashtags/index.ts";
import { dropFromSearch, makeSearchable, reindexVideosOf, searchChanged } from "./discovery/search/index.ts";
import { forgetSoundSavesOf, performOnSound } from "./discovery/sounds/index.ts";
import { countPosted } from "./discovery/trending/index.ts";
import { eraseExportsOf } from "./export/index.ts";
import {
	archiveWatched,
	countWatched,
	markTrending,
	markWatchedMoments,
	recordExperiments,
	type Sink,
	teachRanker,
} from "./feed/events/sinks.ts";
import {
	adoptGuestSession,
	forgetFeedSession,
	makeFindable,
	outdateChanged,
	outdateRelationsOfSession,
	outdateTopicsOfSession,
	refindVideosOf,
	teachAct,
	unfind,
} from "./feed/index.ts";
import { hangUp } from "./live/index.ts";
import { eraseMessagesOf, performOnMessage, separate } from "./messages/index.ts";
import { forgetPin, forgetPinsOf } from "./pins/index.ts";
import type { EventMap } from "./platform/event-map.ts";
import type { Events, Services, Step } from "./platform/services.ts";
import { forgetRepostsOf } from "./reposts/index.ts";
import { outdateRelations } from "./rules/relations.ts";
import {
	acceptWhenPublic,
	endPush,
	eraseCommentsOf,
	eraseGraphOf,
	eraseInboxOf,
	eraseMentionsOf,
	eraseProfile,
	hideProfile,
	performOnComment,
	showProfile,
	tellOfAccount,
	tellOfAct,
	tellOfAppeal,
	tellOfCommentLike,
	tellOfDecision,
	tellOfEdited,
	tellOfExport,
	tellOfFailed,
	tellOfFollow,
	tellOfFollowers,
	tellOfMilestone,
	tellOfPublished,
	tellOfReport,
	tellOfRepost,
	tellOfShown,
	tellOfVerdict,
	tellOfVirality,
	tellRoomOfAct,
	tellRoomOfEdit,
	tellRoomOfShown,
	withdrawActs,
	withdrawBlocked,
	withdrawDeleted,
	withdrawRemoved,
} from "./social/index.ts";
import {
	eraseAppealsOf,
	eraseBotScoreOf,
	eraseCasesOf,
	eraseCopyrightOf,
	eraseReportsOf,
	forgetHabits,
	forgetReference,
	noteAct,
	noteFollow,
	notePosting,
	performOnAccount,
	settleAppeals,
	settleBotScore,
	settleClaims,
	settleDisputes,
	settleReports,
} from "./trust/index.ts";
import { eraseEngagementOf } from "./videos/engagement/index.ts";
import {
	eraseVideosOf,
	hideVideosOf,
	invalidateVideo,
	limitPublished,
	limitVideosOf,
	performOnLimited,
	performOnVideo,
	performOnVideoSound,
	recountVideos,
	ripenVideosOf,
	showVideosOf,
	turnVideosOf,
} from "./videos/index.ts";
import { forgetOriginal, keepOriginal, recountSoundOf, recountSoundsOf } from "./videos/sounds/index.ts";

type OfUser = Step<{ readonly userId: string }>;

/** A step that only needs to know whose it is. */
const ofUser = (name: string, run: (services: Services, userId: string) => Promise<unknown>): OfUser => ({
	name,
	run: (services, { userId }) => run(services, userId),
});

const profileHidden = ofUser("profile_hidden", hideProfile);
const soundCounted = { name: "sound_counted", run: recountSoundOf };
const soundsCounted = ofUser("sounds_counted", recountSoundsOf);
const videosHidden = ofUser("videos_hidden", hideVideosOf);
const videosTagged = ofUser("videos_tagged", tagVideosOf);

/** What one does is half of what both are: friends, blocked, let in. */
const outdateBoth = (services: Services, { userId, otherId }: EventMap["followed"]): Promise<void> =>
	outdateRelations(services, userId, otherId);

/** What follows from what: a feature that has something to do about an event adds its step here. */
export const EVENTS: Events = {
	published: {
		before: [
			[{ name: "creator_told", run: tellOfPublished }],
			[ofUser("profile_counted", recountVideos), { name: "original_sound_kept", run: keepOriginal }],
			[{ name: "reach_limited", run: limitPublished }],
			[
				{ name: "findable", run: makeFindable },
				{ name: "tagged", run: tagVideo },
				{ name: "searchable", run: makeSearchable },
				soundCounted,
			],
		],
		after: [
			{ name: "trending_counted", run: countPosted },
			{ name: "habits_noted", run: notePosting },
		],
	},
	changed: {
		before: [
			[
				{ name: "profile_counted", run: recountAudience },
				{ name: "sound_counted", run: recountSoundsAudience },
				{ name: "creator_told", run: tellOfVirality },
			],
			[
				{ name: "findable", run: outdateChanged },
				{ name: "tagged", run: retag },
				{ name: "searchable", run: searchChanged },
			],
		],
		after: [],
	},
	failed: { before: [[{ name: "creator_told", run: tellOfFailed }]], after: [] },
	judged: { before: [[{ name: "creator_told", run: tellOfVerdict }]], after: [] },
	decided: {
		before: [
			// What each kind of subject does about it, and the account's own.
			[
				{ name: "account_decided", run: performOnAccount },
				{ name: "video_decided", run: performOnVideo },
				{ name: "reach_limited", run: performOnLimited },
				{ name: "video_sound_decided", run: performOnVideoSound },
				{ name: "comment_decided", run: performOnComment },
				{ name: "message_decided", run: performOnMessage },
				{ name: "profile_decided", run: performOnProfile },
				{ name: "sound_decided", run: performOnSound },
			],
			// Who is told follows the link at once: what they read there holds by then.
			[
				{ name: "owner_told", run: tellOfDecision },
				{ name: "appeals_settled", run: settleAppeals },
				{ name: "bot_score_settled", run: settleBotScore },
				{ name: "disputes_settled", run: settleDisputes },
				{ name: "claims_settled", run: settleClaims },
				{ name: "reports_settled", run: settleReports },
			],
		],
		after: [],
	},
	reconsidered: {
		before: [
			[
				{ name: "appeals_settled", run: settleAppeals },
				{ name: "reports_settled", run: settleReports },
			],
		],
		after: [],
	},
	reportSettled: { before: [[{ name: "reporter_told", run: tellOfReport }]], after: [] },
	appealSettled: { before: [[{ name: "appellant_told", run: tellOfAppeal }]], after: [] },
	suspended: {
		before: [
			[ofUser("sessions", endSessions), profileHidden, videosHidden],
			[videosTagged, soundsCounted],
		],
		after: [],
	},
	limitEnded: { before: [[{ name: "reach_given_back", run: limitVideosOf }]], after: [] },
	readmitted: {
		before: [
			[ofUser("sessions_renewed", renewSessions), ofUser("profile_shown", showProfile), ofUser("videos_shown", showVideosOf)],
			[videosTagged, soundsCounted],
		],
		after: [],
	},
	milestone: { before: [[{ name: "creator_told", run: tellOfMilestone }]], after: [] },
	withheld: {
		before: [
			[
				ofUser("profile_counted", recountVideos),
				soundCounted,
				{ name: "not_findable", run: unfind },
				{ name: "untagged", run: tagVideo },
				{ name: "not_searchable", run: dropFromSearch },
				{ name: "unpinned", run: forgetPin },
			],
		],
		after: [],
	},
	deleted: {
		before: [[{ name: "notices_withdrawn", run: withdrawDeleted }, { name: "untagged", run: tagVideo }, soundCounted]],
		after: [],
	},
	removed: {
		before: [
			[
				{ name: "not_findable", run: unfind },
				{ name: "untagged", run: untagVideo },
				{ name: "not_searchable", run: dropFromSearch },
			],
			[
				{ name: "notices_withdrawn", run: withdrawRemoved },
				{ name: "unpinned", run: forgetPin },
				{ name: "original_sound_forgotten", run: forgetOriginal },
				{ name: "reference_forgotten", run: forgetOriginalReference },
				soundCounted,
			],
		],
		after: [],
	},
	acted: {
		// The very next swipe is better.
		before: [
			[
				{ name: "learned", run: teachAct },
				{ name: "collections_left", run: forgetUnsaved },
			],
		],
		after: [
			{ name: "comments_counted", run: refreshCommentCount },
			{ name: "creator_told", run: tellOfAct },
			{ name: "room_told", run: tellRoomOfAct },
			{ name: "habits_noted", run: noteAct },
		],
	},
	commentShown: {
		before: [],
		after: [
			{ name: "comments_counted", run: outdateCard },
			{ name: "people_told", run: tellOfShown },
			{ name: "room_told", run: tellRoomOfShown },
		],
	},
	commentEdited: {
		before: [],
		after: [
			{ name: "people_told", run: tellOfEdited },
			{ name: "room_told", run: tellRoomOfEdit },
		],
	},
	commentLiked: { before: [], after: [{ name: "author_told", run: tellOfCommentLike }] },
	reposted: {
		before: [],
		after: [
			{ name: "creator_told", run: tellOfRepost },
			{ name: "habits_noted", run: notePosting },
		],
	},
	unreposted: { before: [], after: [] },
	unacted: { before: [[{ name: "notices_withdrawn", run: withdrawActs }]], after: [] },
	followed: {
		// The viewer's own next read shows the change: relations first, then the queue that was laid out with the old ones.
		before: [
			[{ name: "relations_outdated", run: outdateBoth }],
			[
				{ name: "session_told", run: outdateRelationsOfSession },
				{ name: "notices_withdrawn", run: withdrawBlocked },
				{ name: "conversation_closed", run: separate },
			],
		],
		after: [
			{ name: "followee_told", run: tellOfFollow },
			{ name: "milestone_told", run: tellOfFollowers },
			{ name: "habits_noted", run: noteFollow },
		],
	},
	hashtagFollowed: { before: [[{ name: "session_told", run: outdateTopicsOfSession }]], after: [] },
	turned: {
		// Videos first: from then on no isolate shows them to others. Who waited is let in last, to all there is.
		before: [
			[{ name: "videos_turned", run: turnVideosOf }],
			[{ name: "findable", run: refindVideosOf }, videosTagged, soundsCounted, { name: "searchable", run: reindexVideosOf }],
			[{ name: "requests_accepted", run: acceptWhenPublic }],
		],
		after: [],
	},
	cameOfAge: {
		before: [
			[ofUser("relations_outdated", outdateRelations), { name: "videos_ripened", run: ripenVideosOf }],
			[{ name: "findable", run: refindVideosOf }, videosTagged, soundsCounted, { name: "searchable", run: reindexVideosOf }],
		],
		after: [],
	},
	joined: { before: [[{ name: "guest_session_adopted", run: adoptGuestSession }]], after: [] },
	signedOut: {
		before: [
			[
				{ name: "sockets_closed", run: closeSockets },
				{ name: "push_ended", run: endPush },
			],
		],
		after: [],
	},
	mailDue: { before: [[{ name: "mailed", run: mailNotice }]], after: [] },
	secured: { before: [[{ name: "owner_told", run: tellOfAccount }]], after: [] },
	exported: {
		before: [
			[
				{ name: "owner_told", run: tellOfExport },
				{ name: "owner_mailed", run: mailExport },
			],
		],
		after: [],
	},
	left: {
		before: [
			[profileHidden, videosHidden],
			[videosTagged, soundsCounted],
		],
		after: [],
	},
	returned: {
		before: [
			[ofUser("profile_shown", showProfile), ofUser("videos_shown", showVideosOf)],
			[videosTagged, soundsCounted],
		],
		after: [],
	},
	erased: {
		before: [
			[ofUser("sessions", endSessions)],
			// Again, for a deletion that broke off before it had hidden everything.
			[profileHidden, videosHidden],
			[ofUser("videos", eraseVideosOf)],
			[ofUser("engagement", eraseEngagementOf)],
			[
				ofUser("comments", eraseCommentsOf),
				ofUser("pins", forgetPinsOf),
				ofUser("avatar", eraseAvatarsOf),
				ofUser("reposts", forgetRepostsOf),
				ofUser("collections", forgetCollectionsOf),
				ofUser("hashtags", forgetHashtagsOf),
				ofUser("sound_favourites", forgetSoundSavesOf),
				ofUser("reports", eraseReportsOf),
				ofUser("appeals", eraseAppealsOf),
				ofUser("cases", eraseCasesOf),
				ofUser("bot_score", eraseBotScoreOf),
				ofUser("habits", forgetHabits),
				ofUser("copyright", eraseCopyrightOf),
				ofUser("mentions", eraseMentionsOf),
				ofUser("exports", eraseExportsOf),
			],
			[ofUser("graph", eraseGraphOf), ofUser("messages", eraseMessagesOf)],
			[ofUser("inbox", eraseInboxOf)],
			[{ name: "feed_session", run: forgetFeedSession }],
		],
		after: [],
	},
	forgotten: { before: [[ofUser("profile", eraseProfile)]], after: [] },
};

/** What is made of what people watched, round after round: some need to know what was counted. */
export const WATCHED: readonly (readonly Sink[])[] = [
	[
		{ name: "counters", run: countWatched },
		{ name: "experiments", run: recordExperiments },
		{ name: "archive", run: archiveWatched },
		{ name: "ranker", run: teachRanker },
	],
	[
		{ name: "trending", run: markTrending },
		{ name: "moments", run: markWatchedMoments },
	],
];

/** What is gone is looked for in uploads no more. */
async function forgetOriginalReference(services: Services, { videoId }: EventMap["removed"]): Promise<void> {
	await forgetReference(services, videoId);
}

async function recountAudience(services: Services, { userId, what }: EventMap["changed"]): Promise<void> {
	if (what === "audience" && userId !== null) await recountVideos(services, userId);
}

/** How fast it spreads says nothing of its hashtags. */
async function retag(services: Services, { videoId, what }: EventMap["changed"]): Promise<void> {
	if (what !== "virality") await tagVideo(services, { videoId });
}

async function recountSoundsAudience(services: Services, { videoId, what }: EventMap["changed"]): Promise<void> {
	if (what === "audience") await recountSoundOf(services, { videoId });
}

async function refreshCommentCount(services: Services, { videoId, kind }: EventMap["acted"]): Promise<void> {
	if (kind === "commented" || kind === "uncommented") await invalidateVideo(services, videoId);
}

async function closeSockets(services: Services, { userId, sessionIds }: EventMap["signedOut"]): Promise<void> {
	await hangUp(services, userId, sessionIds);
}

async function outdateCard(services: Services, { videoId }: { readonly videoId: string }): Promise<void> {
	await invalidateVideo(services, videoId);
}

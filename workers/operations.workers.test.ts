import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "../contracts/api.ts";
import type { Endpoint } from "../contracts/endpoint.ts";
import { ROLES } from "../contracts/operator-roles.ts";
import { accountUsers } from "../db/schema/directory.ts";
import { ROUTERS } from "./app.ts";
import { type CallOptions, cookieOf, newOperatorToken, newUser, services, testApp } from "./gateway/testing/api.ts";

const call = testApp(...ROUTERS);

/** Who may do what. A new operation has no row and fails; one whose access changes does, too. */
const DOERS: Readonly<Record<"anyone" | "guests too" | "people" | "operators", readonly string[]>> = {
	anyone: [
		"login",
		"readSuspension",
		"appealSuspension",
		"logout",
		"register",
		"confirmEmail",
		"forgotPassword",
		"resetPassword",
		"undoEmail",
		"unsubscribeMail",
		"oembed",
		"listAccounts",
		"switchAccount",
		"removeAccount",
		"signInOperator",
		"signOutOperator",
		"lookAtInvitation",
		"takeUpInvitation",
	],
	"guests too": [
		"getUser",
		"listLikedOf",
		"listFollowers",
		"listFollowing",
		"getVideo",
		"listUserVideos",
		"listPins",
		"mediaGrant",
		"feed",
		"notInterested",
		"recordWatch",
		"resetFeed",
		"setInterests",
		"trendingFeed",
		"trendingNow",
		"getHashtag",
		"hashtagVideos",
		"search",
		"completeSearch",
		"why",
		"changeFeedPreferences",
		"feedPreferences",
		"listComments",
		"listReplies",
		"getComment",
		"listReposts",
		"sharedCollection",
		"listSounds",
		"getSound",
		"soundVideos",
		"sharing",
		"getDownload",
		"sendReport",
		"askForDownload",
		"share",
		"clearHistory",
		"forgetWatched",
		"listHistory",
	],
	people: [
		"comeOfAge",
		"readExport",
		"askForExport",
		"screenTime",
		"changeScreenTime",
		"block",
		"follow",
		"listSessions",
		"me",
		"revokeSession",
		"unblock",
		"unfollow",
		"updateMe",
		"changeEmail",
		"changePassword",
		"deleteAccount",
		"endSessions",
		"abortUpload",
		"completeUpload",
		"deleteVideo",
		"getUpload",
		"checkFile",
		"initUpload",
		"restoreVideo",
		"retryVideo",
		"setCover",
		"updateVideo",
		"videoStatus",
		"followingFeed",
		"friendsFeed",
		"listFollowRequests",
		"acceptFollowRequest",
		"declineFollowRequest",
		"removeFollower",
		"mute",
		"unmute",
		"listMuted",
		"listBlocked",
		"listFriends",
		"setAvatar",
		"removeAvatar",
		"changeUsername",
		"createComment",
		"deleteComment",
		"editComment",
		"likeComment",
		"unlikeComment",
		"heartComment",
		"unheartComment",
		"pinComment",
		"unpinComment",
		"approveComment",
		"listHeldComments",
		"commentRules",
		"setCommentRules",
		"videoCommentRules",
		"setVideoCommentRules",
		"suggestMentions",
		"repost",
		"unrepost",
		"listCollections",
		"createCollection",
		"renameCollection",
		"deleteCollection",
		"restoreCollection",
		"orderCollections",
		"collectionVideos",
		"addToCollection",
		"removeFromCollection",
		"orderCollectionVideos",
		"linkCollection",
		"unlinkCollection",
		"saveSound",
		"unsaveSound",
		"listSavedSounds",
		"updateSound",
		"like",
		"listLiked",
		"live",
		"notificationSettings",
		"changeNotificationSettings",
		"listNotificationsMuted",
		"muteNotificationsOf",
		"unmuteNotificationsOf",
		"subscribePush",
		"unsubscribePush",
		"listNotificationPeople",
		"listNotifications",
		"listSaved",
		"readNotifications",
		"save",
		"unlike",
		"unsave",
		"followHashtag",
		"unfollowHashtag",
		"followedHashtags",
		"pinVideo",
		"unpinVideo",
		"beginMessageMedia",
		"completeMessageMedia",
		"listConversations",
		"openConversation",
		"createGroup",
		"getConversation",
		"updateConversation",
		"leaveConversation",
		"acceptConversation",
		"declineConversation",
		"reportConversation",
		"listMessages",
		"sendMessage",
		"editMessage",
		"unsendMessage",
		"react",
		"unreact",
		"readConversation",
		"muteConversation",
		"unmuteConversation",
		"searchMessages",
		"addMembers",
		"removeMember",
		"setRole",
		"makeJoinLink",
		"revokeJoinLink",
		"previewJoin",
		"joinByLink",
		"listJoinRequests",
		"answerJoinRequest",
		"messageSettings",
		"changeMessageSettings",
		"listReports",
		"videoCopyright",
		"clearVideo",
		"disputeMatch",
		"makeClaim",
		"listClaims",
		"claimMatches",
		"withdrawClaim",
		"standing",
		"listDecisions",
		"appealDecision",
		"appealReport",
	],
	operators: [
		"listConversationReports",
		"exportStatements",
		"addTrack",
		"offerTracks",
		"dropTracks",
		"probeStore",
		"rebuildSearch",
		"reprocessVideo",
		"experimentReport",
		"listExperiments",
		"listDeadLetters",
		"retryDeadLetter",
		"dismissDeadLetter",
		"operatorMe",
		"listOperators",
		"inviteOperator",
		"changeOperator",
		"recoverOperator",
		"listTokens",
		"makeToken",
		"revokeToken",
		"listQueues",
		"listCases",
		"claimNext",
		"getCase",
		"claimCase",
		"releaseCase",
		"decideCase",
		"decideMany",
		"noteCase",
		"moveCase",
		"deskMetrics",
		"listAudit",
		"deskAccount",
		"listBots",
		"judgeBot",
		"verifyAccount",
	],
};

/** In turn: the answer of a guest without a cookie, with one, of a person, of a teen, of an operator. */
async function callers(): Promise<Record<"nobody" | "guest" | "person" | "teen" | "impostor" | "operator", CallOptions>> {
	const { headers } = await call("GET /api/v1/feed?limit=1");
	const teen = await newUser(call);
	const thisYear = new Date(services.clock()).getUTCFullYear();
	const birthdate = `${thisYear - 15}-01-01`;
	await services.db.directory().update(accountUsers).set({ birthdate, accountType: "teen" }).where(eq(accountUsers.id, teen.id));
	return {
		nobody: {},
		guest: { cookie: cookieOf(headers), headers: { origin: "https://reelay.test" } },
		person: { token: (await newUser(call)).token },
		teen: { token: teen.token },
		impostor: { token: (await newUser(call)).token, headers: { "x-admin-token": "guessed" } },
		operator: { headers: { "x-admin-token": services.config.ADMIN_TOKEN } },
	};
}

/** A group that never was. */
const NO_CONVERSATION = `g${"0".repeat(32)}`;

const ask = ({ method, path, body }: Endpoint, options: CallOptions) => {
	const address = path
		.replace(/:conversationId/g, NO_CONVERSATION)
		.replace(/:(videoId|userId)/g, "4711")
		.replace(/:\w+/g, "1");
	return call(`${method} ${address}` as `${string} /${string}`, body === undefined ? options : { ...options, body: {} });
};

describe("every operation", () => {
	it("has a row, and each row an operation", () => {
		expect(Object.values(DOERS).flat().sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
	});

	const guarded = ENDPOINTS.filter(({ access, roles }) => access === "admin" && roles?.length !== 0);
	it.each(guarded.map((endpoint) => ({ endpoint, id: endpoint.id })))("$id is for its roles alone", async ({ endpoint }) => {
		const allowed = endpoint.roles ?? ["admin"];
		const others = ROLES.filter((role) => !allowed.includes(role));
		for (const [roles, isRefused] of [
			[others, true],
			[[allowed[0] ?? "admin"], false],
		] as const) {
			const { headers } = await newOperatorToken(...roles);
			const { json, status } = await ask(endpoint, { headers });
			expect([403, json.code].join() === "403,role_required", `${roles.join()}: ${status} ${json.code}`).toBe(isRefused);
		}
	});

	const rows = Object.entries(DOERS).flatMap(([doers, ids]) => ids.map((id) => ({ id, doers })));
	it.each(rows)("$id is for $doers", async ({ id, doers }) => {
		const endpoint = ENDPOINTS.find((one) => one.id === id);
		if (endpoint === undefined) throw new Error(`there is no operation ${id}`);
		for (const [who, options] of Object.entries(await callers())) {
			const { json, status } = await ask(endpoint, options);
			if (doers === "operators") expect(json.code === "forbidden", `${who}: ${status}`).toBe(who !== "operator");
			else {
				const mustSignIn = doers === "people" && ["nobody", "guest", "operator"].includes(who);
				// Signing in with nothing is refused as such, and not for who asks.
				expect(json.code === "unauthenticated", `${who}: ${status} ${json.code}`).toBe(mustSignIn);
				expect(json.code, who).not.toBe("forbidden");
			}
			// There is no store here that could be probed.
			if (id !== "probeStore") expect(status, who).toBeLessThan(500);
		}
	});
});

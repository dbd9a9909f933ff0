import { describe, expect, it } from "vitest";
import { TRACK_REFUSALS } from "../sound-files.ts";
import { VOICE_REFUSALS } from "../voice.ts";
import * as accounts from "./accounts.ts";
import { PROBLEMS } from "./codes.ts";
import * as feed from "./feed.ts";
import * as gateway from "./gateway.ts";
import * as limits from "./limits.ts";
import * as messages from "./messages.ts";
import * as moderation from "./moderation.ts";
import * as operations from "./operations.ts";
import * as operators from "./operators.ts";
import * as pictures from "./pictures.ts";
import type { ProblemError } from "./problem-error.ts";
import * as reports from "./reports.ts";
import * as sharing from "./sharing.ts";
import * as social from "./social.ts";
import * as sounds from "./sounds.ts";
import * as uploads from "./uploads.ts";
import * as videos from "./videos.ts";

const cause = new Error("connect ECONNREFUSED postgres://reelay:secret@db");

type Samples<Module> = { readonly [Name in keyof Module]: readonly ProblemError[] };

/** Each factory with what it may be given; one without its line here does not compile. */
const SAMPLES = {
	gateway: {
		bodyNotJson: [gateway.bodyNotJson(cause)],
		bodyTooLarge: [gateway.bodyTooLarge(256 * 1024)],
		fieldInvalid: [gateway.fieldInvalid("body.email", "Give an e-mail address you can read.")],
		fieldsInvalid: [gateway.fieldsInvalid("count must be at most 50.", [{ field: "query.count", message: "This must be at most 50." }])],
		notStorable: [gateway.notStorable(cause)],
		cursorUnknown: [gateway.cursorUnknown()],
		fromAnotherSite: [gateway.fromAnotherSite()],
		addressUnknown: [gateway.addressUnknown()],
		nothingNamed: [gateway.nothingNamed([])],
		methodNotAllowed: [gateway.methodNotAllowed(["GET", "POST"])],
		signInFirst: [gateway.signInFirst()],
		signedOut: [gateway.signedOut()],
		operatorsOnly: [gateway.operatorsOnly()],
		databaseUnavailable: [gateway.databaseUnavailable(cause)],
		upgradeRequired: [gateway.upgradeRequired()],
		faultOnOurSide: [gateway.faultOnOurSide(cause)],
	} satisfies Samples<typeof gateway>,
	limits: {
		dailyLimit: (["upload", "follow", "like", "comment", "message", "approach"] as const).map((act) => limits.dailyLimit(act, 200, 3_600)),
		tooManyRequests: [limits.tooManyRequests(60)],
		tooManyFromNetwork: [limits.tooManyFromNetwork(60)],
		tooManyGuests: [limits.tooManyGuests(60)],
		tooManyMessages: [limits.tooManyMessages(60, 60)],
		tooManyForVideos: [limits.tooManyForVideos(60)],
		tooManyTries: [limits.tooManyTries(60)],
		tooManyTriesUnderName: [0, 60, 900].map((seconds) => limits.tooManyTriesUnderName(seconds)),
		tooManySignUps: [limits.tooManySignUps(3_600)],
		tooManyGuestSearches: [limits.tooManyGuestSearches(3_600)],
		tooManyMails: [limits.tooManyMails(5, 3_600)],
		exportAskedToday: [limits.exportAskedToday(100), limits.exportAskedToday(80_000)],
		tooManyStatusStreams: [limits.tooManyStatusStreams(5)],
	} satisfies Samples<typeof limits>,
	messages: {
		conversationNotFound: [messages.conversationNotFound()],
		messageNotFound: [messages.messageNotFound()],
		memberNotFound: [messages.memberNotFound()],
		conversationClosed: [messages.conversationClosed()],
		groupLocked: [messages.groupLocked()],
		notAcceptedYet: [messages.notAcceptedYet()],
		editExpired: [messages.editExpired()],
		notYourMessage: [messages.notYourMessage()],
		onlyTextIsEdited: [messages.onlyTextIsEdited()],
		leadersOnly: [messages.leadersOnly()],
		ownerStays: [messages.ownerStays()],
		groupFull: [messages.groupFull()],
		joinLinkGone: [messages.joinLinkGone()],
		wasRemoved: [messages.wasRemoved()],
		mediaNotReady: [messages.mediaNotReady()],
		voiceRefused: [messages.voiceRefused(VOICE_REFUSALS.too_long.message)],
		voicesUnavailable: [messages.voicesUnavailable(cause)],
		cannotWriteToYourself: [messages.cannotWriteToYourself()],
		theyTakeNoMessages: [messages.theyTakeNoMessages()],
		tooNewForGroups: [messages.tooNewForGroups()],
		teensChoose: [messages.teensChoose()],
	} satisfies Samples<typeof messages>,
	accounts: {
		accountGone: [accounts.accountGone()],
		badCredentials: [accounts.badCredentials()],
		wrongPassword: [accounts.wrongPassword()],
		accountLeaving: [accounts.accountLeaving("30 December")],
		accountSuspended: [accounts.accountSuspended(new Date("9999-12-31T00:00:00Z"), "spam"), accounts.accountSuspended(new Date(0), null)],
		usernameTaken: [accounts.usernameTaken()],
		emailRegistered: [accounts.emailRegistered()],
		emailTaken: [accounts.emailTaken()],
		usernameChangesUsed: [accounts.usernameChangesUsed(2, new Date(0))],
		underAge: [accounts.underAge()],
		ageRestricted: [accounts.ageRestricted()],
		notOfAge: [accounts.notOfAge(18)],
		accountNotMade: [accounts.accountNotMade(cause)],
		sessionNotFound: [accounts.sessionNotFound()],
		accountNotHere: [accounts.accountNotHere()],
		linkExpired: [accounts.linkExpired()],
		mailUnavailable: [accounts.mailUnavailable()],
		mailNotSent: [accounts.mailNotSent(cause)],
		resetNotTaken: [accounts.resetNotTaken(cause)],
	} satisfies Samples<typeof accounts>,
	social: {
		userNotFound: [social.userNotFound()],
		cannotBlockYourself: [social.cannotBlockYourself()],
		cannotFollowYourself: [social.cannotFollowYourself()],
		youBlockedThem: [social.youBlockedThem()],
		cannotFollowThem: [social.cannotFollowThem()],
		followingFull: [social.followingFull()],
		accountPrivate: [social.accountPrivate()],
		likedNotShown: [social.likedNotShown()],
		requestsFull: [social.requestsFull()],
		requestNotFound: [social.requestNotFound()],
		cannotMuteYourself: [social.cannotMuteYourself()],
		mutesFull: [social.mutesFull()],
		commentNotFound: [social.commentNotFound()],
		commentGone: [social.commentGone()],
		commentsOff: [social.commentsOff()],
		commentsForFollowers: [social.commentsForFollowers()],
		editExpired: [social.editExpired()],
		editWouldBeHeld: [social.editWouldBeHeld()],
		hashtagsFull: [social.hashtagsFull()],
		noticeNotFound: [social.noticeNotFound()],
		mutedFull: [social.mutedFull()],
		pushUnavailable: [social.pushUnavailable()],
		pushKeysInvalid: [social.pushKeysInvalid()],
		teensComments: [social.teensComments()],
	} satisfies Samples<typeof social>,
	reports: {
		reportUnfit: [reports.reportUnfit()],
		cannotReportOwn: [reports.cannotReportOwn()],
		tooManyReports: [reports.tooManyReports(60, 3_600)],
		tooManyReportsOfNetwork: [reports.tooManyReportsOfNetwork(3_600)],
		tooManyGuestReports: [reports.tooManyGuestReports(3_600)],
		reportNotFound: [reports.reportNotFound()],
		decisionNotFound: [reports.decisionNotFound()],
		appealExpired: [reports.appealExpired()],
		appealNotOpen: [reports.appealNotOpen()],
	} satisfies Samples<typeof reports>,
	sharing: {
		nothingToEmbed: [sharing.nothingToEmbed()],
		notPublic: [sharing.notPublic()],
		formatUnknown: [sharing.formatUnknown()],
		collectionNotFound: [sharing.collectionNotFound()],
		collectionsFull: [sharing.collectionsFull()],
		collectionFull: [sharing.collectionFull()],
		repostNotAllowed: [sharing.repostNotAllowed()],
		downloadNotAllowed: [sharing.downloadNotAllowed()],
		downloadNotAsked: [sharing.downloadNotAsked()],
	} satisfies Samples<typeof sharing>,
	feed: {
		feedUnavailable: [feed.feedUnavailable()],
		filtersFull: [feed.filtersFull()],
		topicsFull: [feed.topicsFull()],
		feedNotPersonal: [feed.feedNotPersonal()],
		teensAreTold: [feed.teensAreTold()],
	} satisfies Samples<typeof feed>,
	moderation: {
		caseNotFound: [moderation.caseNotFound()],
		caseTaken: [moderation.caseTaken()],
		caseClosed: [moderation.caseClosed()],
		secondReviewer: [moderation.secondReviewer()],
		roleRequired: [moderation.roleRequired("senior")],
		escalationRefused: [moderation.escalationRefused(cause)],
		decisionUnfit: [moderation.decisionUnfit("This can't be decided about a comment. Choose something else.")],
	},
	operators: {
		operatorUnknown: [operators.operatorUnknown()],
		tooManyOperatorTries: [operators.tooManyOperatorTries(60)],
		codeWrong: [operators.codeWrong()],
		operatorNotFound: [operators.operatorNotFound()],
		operatorInvited: [operators.operatorInvited()],
		notOneself: [operators.notOneself()],
		byTokenRefused: [operators.byTokenRefused()],
	},
	operations: {
		experimentNotFound: [operations.experimentNotFound()],
		letterNotFound: [operations.letterNotFound()],
		deadLetterUnreadable: [operations.deadLetterUnreadable()],
		noticeNotGenuine: [operations.noticeNotGenuine()],
		noticeUnreadable: [operations.noticeUnreadable()],
		storeNotProbed: [operations.storeNotProbed(cause)],
		originalGone: [operations.originalGone()],
		cannotReprocess: [operations.cannotReprocess("review")],
	} satisfies Samples<typeof operations>,
	videos: {
		videoNotFound: [videos.videoNotFound()],
		mediaNotFound: [videos.mediaNotFound(3)],
		pinNotSeen: [videos.pinNotSeen()],
		pinsFull: [videos.pinsFull()],
		coverNotReady: [videos.coverNotReady()],
		coverPastEnd: [videos.coverPastEnd(600_000)],
		undoExpired: [videos.undoExpired()],
		retryWouldFail: [videos.retryWouldFail()],
		nothingToRetry: [videos.nothingToRetry()],
		videosNotReadable: [videos.videosNotReadable(cause)],
		videosNotLookedUp: [videos.videosNotLookedUp()],
		teensDownload: [videos.teensDownload()],
	} satisfies Samples<typeof videos>,
	pictures: {
		pictureRefused: [pictures.pictureRefused("This picture is damaged or incomplete. Export it again, or choose another.")],
		pictureNotAllowed: [pictures.pictureNotAllowed()],
		pictureMissing: [pictures.pictureMissing()],
		pictureTooLarge: [pictures.pictureTooLarge()],
		picturesUnavailable: [pictures.picturesUnavailable(cause)],
	} satisfies Samples<typeof pictures>,
	sounds: {
		soundNotFound: [sounds.soundNotFound()],
		soundNotAvailable: [sounds.soundNotAvailable()],
		soundNotRead: [sounds.soundNotRead(cause)],
		trackRefused: [sounds.trackRefused(TRACK_REFUSALS.silent.message)],
		trackTooLarge: [sounds.trackTooLarge()],
		tracksUnavailable: [sounds.tracksUnavailable(cause)],
	} satisfies Samples<typeof sounds>,
	uploads: {
		uploadNotFound: [uploads.uploadNotFound()],
		uploadExpired: [uploads.uploadExpired()],
		uploadComplete: [uploads.uploadComplete()],
		uploadGivenUp: [uploads.uploadGivenUp()],
		uploadGivenUpMeanwhile: [uploads.uploadGivenUpMeanwhile()],
		uploadConflict: [uploads.uploadConflict()],
		uploadNotBegun: [uploads.uploadNotBegun()],
		extensionUnknown: [uploads.extensionUnknown()],
		notAVideo: [uploads.notAVideo("a picture")],
		fileEmpty: [uploads.fileEmpty()],
		fileTooLarge: [uploads.fileTooLarge()],
		durationOutOfRange: [uploads.durationOutOfRange()],
		partsMissing: [[3], [1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9]].map((missing) => uploads.partsMissing(missing)),
		partChanged: [uploads.partChanged()],
		lastPartDiffers: [uploads.lastPartDiffers(5_242_880, 5_242_879)],
		partTooMany: [uploads.partTooMany(10, 11)],
		partDiffers: [uploads.partDiffers(100, 5_242_880, 5_242_879)],
		partUnknown: [uploads.partUnknown(101, 100)],
		partNotSentLast: [uploads.partNotSentLast(100)],
	} satisfies Samples<typeof uploads>,
};

/** Where a rule is said or a state that ends the matter, there is nothing to be done, and the sentence says just that. */
const NOTHING_TO_DO = new Set([
	"cannotMuteYourself",
	"likedNotShown",
	"requestNotFound",
	"usernameChangesUsed",
	"cannotBlockYourself",
	"cannotFollowYourself",
	"cannotFollowThem",
	"undoExpired",
	"nothingToRetry",
	"uploadComplete",
	"videoNotFound",
	"nothingNamed",
	"sessionNotFound",
	"commentNotFound",
	"commentGone",
	"collectionNotFound",
	"commentsOff",
	"experimentNotFound",
	"letterNotFound",
	"noticeNotGenuine",
	"noticeUnreadable",
	"originalGone",
	"cannotReprocess",
	"partTooMany",
	"partUnknown",
	"durationOutOfRange",
	"userNotFound",
	"fieldsInvalid",
	"accountLeaving",
	"appealExpired",
	"appealNotOpen",
	"coverNotReady",
	"conversationNotFound",
	"messageNotFound",
	"conversationClosed",
	"cannotWriteToYourself",
	"theyTakeNoMessages",
	"teensChoose",
]);

/** An imperative, where one stands: at the beginning of a sentence or of a part of it. */
const ACTS =
	/(?:^|[.:;,] )(?:or |then )?(?:ask|begin|check|choose|come back|find out|give|go on|look|open|remove|see|send|set|sign in|stop|take|try|unblock|upload|use|wait)\b/i;
/** Words of machinery that mean nothing to who reads the sentence. */
const INTERNAL = /\b(postgres|redis|database|durable|queue|worker|bucket|r2|s3|sql|null|undefined|exception|ECONN\w*|secret)\b/i;

describe.each(Object.entries(SAMPLES))("problems of %s", (_, samples) => {
	const each = Object.entries<readonly ProblemError[]>(samples).flatMap(([name, problems]) =>
		problems.map((problem) => ({ name, problem })),
	);

	it.each(each)("$name: $problem.message", ({ name, problem }) => {
		const { message, code, extras } = problem;
		expect(PROBLEMS[code]).toBeDefined();
		expect(message).toMatch(/^\S.*\.$/);
		expect(message.length).toBeLessThanOrEqual(200);
		expect(message).not.toMatch(INTERNAL);
		expect(ACTS.test(message)).toBe(!NOTHING_TO_DO.has(name));
		for (const fault of extras.errors ?? []) expect(fault.message).toMatch(/\.$/);
		if (PROBLEMS[code].status === 429) expect(extras.retryAfterSeconds).toBeGreaterThan(0);
	});
});

it("keeps what caused a problem for the log, and out of the sentence", () => {
	for (const make of [
		gateway.bodyNotJson,
		gateway.notStorable,
		gateway.databaseUnavailable,
		gateway.faultOnOurSide,
		accounts.mailNotSent,
	]) {
		expect(make(cause).cause).toBe(cause);
		expect(make(cause).message).not.toContain("ECONNREFUSED");
	}
});

it("names at most five of the parts that are missing", () => {
	expect(uploads.partsMissing([3]).message).toBe("Part 3 has not arrived yet. Send what is missing, then try again.");
	expect(uploads.partsMissing([1, 2, 3, 4, 5, 6, 7]).message).toMatch(/^Parts 1, 2, 3, 4, 5 and 2 more have not arrived/);
});

it("tells how long to wait in whole minutes, and one at least", () => {
	expect(limits.tooManyTriesUnderName(61).message).toContain("Wait 2 minutes,");
	expect(limits.tooManyTriesUnderName(0).message).toContain("Wait a minute,");
});

import * as accounts from "./accounts.ts";
import * as appeals from "./appeals.ts";
import * as collections from "./collections.ts";
import * as comments from "./comments.ts";
import * as conversations from "./conversations.ts";
import * as copyright from "./copyright.ts";
import * as deadLetters from "./dead-letters.ts";
import * as desk from "./desk.ts";
import * as deskAccounts from "./desk-accounts.ts";
import type { Endpoint } from "./endpoint.ts";
import * as engagement from "./engagement.ts";
import * as experiments from "./experiments.ts";
import * as exports from "./exports.ts";
import * as feed from "./feed.ts";
import * as groups from "./groups.ts";
import * as hashtags from "./hashtags.ts";
import * as history from "./history.ts";
import * as live from "./live.ts";
import * as messageMedia from "./message-media.ts";
import * as notifications from "./notifications.ts";
import * as operators from "./operators.ts";
import * as pins from "./pins.ts";
import * as preferences from "./preferences.ts";
import * as profile from "./profile.ts";
import * as relations from "./relations.ts";
import * as reports from "./reports.ts";
import * as reposts from "./reposts.ts";
import * as screenTime from "./screen-time.ts";
import * as search from "./search.ts";
import * as sharing from "./sharing.ts";
import * as sounds from "./sounds.ts";
import * as statements from "./statements.ts";
import * as switching from "./switching.ts";
import * as trending from "./trending.ts";
import * as users from "./users.ts";
import * as videos from "./videos.ts";

const isEndpoint = (value: unknown): value is Endpoint =>
	typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;

/** Every operation of the API, in the order the docs show them. */
export const ENDPOINTS: readonly Endpoint[] = [
	users,
	profile,
	relations,
	accounts,
	exports,
	switching,
	videos,
	feed,
	screenTime,
	search,
	preferences,
	hashtags,
	trending,
	engagement,
	comments,
	history,
	live,
	conversations,
	groups,
	messageMedia,
	notifications,
	reports,
	appeals,
	pins,
	reposts,
	collections,
	sounds,
	sharing,
	operators,
	desk,
	deskAccounts,
	experiments,
	copyright,
	deadLetters,
	statements,
].flatMap((module) => Object.values(module).filter(isEndpoint));

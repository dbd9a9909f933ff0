import type { Hono } from "hono";
import {
	feed,
	followingFeed,
	friendsFeed,
	notInterested,
	recordWatch,
	resetFeed,
	setInterests,
	trendingFeed,
	why,
} from "../../contracts/feed.ts";
import * as history from "../../contracts/history.ts";
import { changeFeedPreferences, feedPreferences } from "../../contracts/preferences.ts";
import * as contract from "../../contracts/screen-time.ts";
import { trendingNow } from "../../contracts/trending.ts";
import { type AppEnv, limitBeginnings, route } from "../gateway/index.ts";
import { inBackground } from "../platform/background.ts";
import { countryOf } from "../platform/country.ts";
import { networkOf, noteDevice, noteHabit } from "../trust/index.ts";
import { circumstancesOf } from "./circumstances.ts";
import { followingPage, friendsPage } from "./following.ts";
import { forYou } from "./for-you.ts";
import { clearHistory, forgetWatched, historyPage } from "./history.ts";
import { changePreferences, presentPreferences } from "./preferences.ts";
import { trendingTopics } from "./rising.ts";
import { changeScreenTime, screenTime } from "./screen-time/screen-time.ts";
import { refuse, resetSession, startFrom, tellWhy } from "./steer.ts";
import { trendingPage } from "./trending.ts";
import { warm } from "./warm.ts";
import { takeWatch } from "./watch.ts";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

export function feedRoutes(app: Hono<AppEnv>): void {
	route(app, contract.screenTime, ({ services, viewer, query }) => screenTime(services, viewer, query.zone));
	route(app, contract.changeScreenTime, ({ services, viewer, query, body }) => changeScreenTime(services, viewer, query.zone, body));
	route(app, feed, async ({ services, viewer, query, context, log }) => {
		const { count } = query;
		// Clients may begin with 0 (docs/product.md#for-you): a beginning is no page to be given again.
		const cursor = query.cursor === "0" || query.cursor === "" ? undefined : query.cursor;
		const page = await forYou(services, viewer, { count, cursor }, circumstancesOf(context.req.raw), log);
		if (page.shown.length > 0) inBackground(log, "warming_failed", warm(services, page.shown, page.upcoming, context.req.url));
		return new Response(page.json, { headers: JSON_HEADERS });
	});
	route(app, followingFeed, ({ services, viewer, query }) => followingPage(services, viewer, query.count, query.cursor));
	route(app, friendsFeed, ({ services, viewer, query }) => friendsPage(services, viewer, query.count, query.cursor));
	route(app, trendingFeed, ({ services, viewer, query }) => trendingPage(services, viewer, query.count, query.cursor));
	route(app, trendingNow, ({ services, viewer, query, context }) =>
		trendingTopics(services, viewer, query.country ?? null, countryOf(context.req.raw)),
	);
	route(app, recordWatch, async ({ services, viewer, body, context, log }) => {
		const answer = await takeWatch(services, viewer, "events" in body ? body.events : [body], {
			...circumstancesOf(context.req.raw),
			from: networkOf(services, context.req.raw.headers),
		});
		if (viewer.kind === "user") {
			inBackground(log, "habits_not_noted", noteHabit(services, viewer.userId, "shown", answer.accepted));
			inBackground(log, "habits_not_noted", noteDevice(services, viewer.userId, context.req.raw.headers));
		}
		return answer;
	});
	route(app, notInterested, async ({ services, viewer, params, body, context }) => {
		await limitBeginnings(services, viewer, context.req.raw.headers);
		await refuse(services, viewer, params.videoId, body.scope, body.undo);
		return { accepted: true };
	});
	route(app, feedPreferences, ({ services, viewer }) => presentPreferences(services, viewer));
	route(app, changeFeedPreferences, async ({ services, viewer, body, context }) => {
		await limitBeginnings(services, viewer, context.req.raw.headers);
		return changePreferences(services, viewer, body);
	});
	route(app, why, ({ services, viewer, params }) => tellWhy(services, viewer, params.videoId));
	route(app, resetFeed, async ({ services, viewer }) => {
		await resetSession(services, viewer);
		return { reset: true };
	});
	route(app, setInterests, async ({ services, viewer, body, context }) => {
		await limitBeginnings(services, viewer, context.req.raw.headers);
		return { interests: await startFrom(services, viewer, body.interests) };
	});
	route(app, history.listHistory, ({ services, viewer, query }) => historyPage(services, viewer, query));
	route(app, history.clearHistory, ({ services, viewer }) => clearHistory(services, viewer));
	route(app, history.forgetWatched, ({ services, viewer, params }) => forgetWatched(services, viewer, params.videoId));
}

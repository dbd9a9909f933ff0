import { useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { Route, Router, Switch, useLocation } from "wouter-preact";
import { AskToSignIn, preloadSignIn } from "../account/AskToSignIn.tsx";
import { account } from "../account/session.ts";
import { followScreenTimeOf } from "../age/begin.ts";
import { reminder } from "../age/reminder.ts";
import { HomeScreen } from "../feed/HomeScreen.tsx";
import { managed } from "../own/managed.ts";
import { reporting } from "../reports/reporting.ts";
import { onceBack } from "../ui/goingBack.ts";
import { ToastHost } from "../ui/toasts.tsx";
import { ActivityChip } from "./ActivityChip.tsx";
import { lineIsFree } from "./activity.ts";
import { FaultBoundary } from "./FaultBoundary.tsx";
import { lazyScreen } from "./lazyScreen.tsx";
import { Navigation } from "./Navigation.tsx";
import { OfflineChip } from "./OfflineChip.tsx";
import * as screens from "./screens.ts";
import { scrollFor } from "./scroll.ts";
import { onSearchKey } from "./searchKey.ts";
import "./shell.css";

/** What who is too young for an account may still open: its end, their data, and what is for everybody to read. */
const WHILE_CLOSED = /^\/(?:settings\/(?:data|delete)|help|rules|privacy|terms|contact)\/?$/;
const PROFILE = /^\/@(?<name>[^/]+)\/?$/;
/** With and without an open one: the list beside it stays as it is. */
const MESSAGES = /^\/messages(?:\/(?<id>[^/]+))?\/?$/;
const PROFILE_VIDEO = /^\/@(?<name>[^/]+)\/(?<id>\d+)\/?$/;

/** Everything farther from the feed than a step, its routes included: the first screen needs to know none of it. */
const Rooms = lazyScreen(async () => (await import("./Rooms.tsx")).Rooms);

function Screens() {
	return (
		<Switch>
			<Route path="/">{() => <HomeScreen feed="forYou" />}</Route>
			<Route path="/following">{() => <HomeScreen feed="following" />}</Route>
			<Route path="/friends">{() => <HomeScreen feed="friends" />}</Route>
			<Route path="/explore">
				<screens.ExploreScreen />
			</Route>
			<Route path="/explore/:id">{({ id }) => <screens.ExplorePlayerScreen id={id} />}</Route>
			<Route path="/upload">
				<screens.StudioScreen />
			</Route>
			<Route path="/inbox">
				<screens.InboxScreen />
			</Route>
			<Route path={MESSAGES}>{({ id }) => <screens.MessagesScreen id={id} />}</Route>
			<Route path="/signup">
				<screens.SignUpScreen />
			</Route>
			<Route path="/login">
				<screens.LogInScreen />
			</Route>
			<Route path="/settings">
				<screens.SettingsScreen />
			</Route>
			<Route path="/v/:id">{({ id }) => <screens.VideoScreen id={id} />}</Route>
			<Route path={PROFILE_VIDEO}>{({ name, id }) => <screens.ProfilePlayerScreen name={String(name)} id={String(id)} />}</Route>
			<Route path={PROFILE}>{({ name }) => <screens.ProfileScreen key={name} name={String(name)} />}</Route>
			<Route>
				<Rooms />
			</Route>
		</Switch>
	);
}

/** The frame around every screen. */
function Shell() {
	const [path, navigate] = useLocation();
	useLayoutEffect(() => scrollFor(path), [path]);
	useEffect(() => onSearchKey(() => navigate("/search")), [navigate]);
	useSignalEffect(() => {
		// One's own place is there without a connection, and from it the settings.
		if (!lineIsFree.value) return;
		Rooms.preload();
		if (account.value) for (const screen of [screens.ProfileScreen, screens.SettingsScreen]) screen.preload();
		else preloadSignIn();
	});
	const isClosed = account.value?.ageRestriction != null;
	const userId = isClosed ? undefined : account.value?.id;
	const isFree = lineIsFree.value;
	useEffect(() => (userId === undefined || !isFree ? undefined : followScreenTimeOf(userId)), [userId, isFree]);
	return (
		<>
			{!isClosed && <Navigation />}
			<div class="shell">
				<FaultBoundary place={path}>{isClosed && !WHILE_CLOSED.test(path) ? <screens.ChildAccountScreen /> : <Screens />}</FaultBoundary>
			</div>
			<div class="corner">
				<OfflineChip />
				<ActivityChip />
			</div>
			<ToastHost at="page" />
			<AskToSignIn />
			{managed.value && <screens.OwnVideoSheet />}
			{reporting.value && <screens.ReportSheet />}
			{reminder.value && <screens.ReminderSheet onClose={() => (reminder.value = null)} />}
		</>
	);
}

/** The whole client. A sheet that is on its way out of the history is waited for. */
export const App = () => (
	<Router aroundNav={(navigate, to, options) => onceBack(() => navigate(to, options))}>
		<Shell />
	</Router>
);

import { useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { Route, Router, Switch, useLocation } from "wouter-preact";
import { AskToSignIn, preloadSignIn } from "../account/AskToSignIn.tsx";
import { account } from "../account/session.ts";
import { HomeScreen } from "../feed/HomeScreen.tsx";
import { managed } from "../own/managed.ts";
import { onceBack } from "../ui/sheetHistory.ts";
import { ToastHost } from "../ui/toasts.tsx";
import { ActivityChip } from "./ActivityChip.tsx";
import { lineIsFree } from "./activity.ts";
import { FaultBoundary } from "./FaultBoundary.tsx";
import { Navigation } from "./Navigation.tsx";
import { NotFound } from "./NotFound.tsx";
import { OfflineChip } from "./OfflineChip.tsx";
import * as screens from "./screens.ts";
import { scrollFor } from "./scroll.ts";
import { onSearchKey } from "./searchKey.ts";
import "./shell.css";

const PROFILE = /^\/@(?<name>[^/]+)\/?$/;
/** With and without an open one: the list beside it stays as it is. */
const MESSAGES = /^\/messages(?:\/(?<id>[^/]+))?\/?$/;
const REPOSTS = /^\/@(?<name>[^/]+)\/reposts\/?$/;
/** The library, a sound, and the videos of it. */
const SOUNDS = /^\/(?:sounds|sound\/(?<sound>\d+)(?:\/(?<id>\d+))?)\/?$/;
const PROFILE_VIDEO = /^\/@(?<name>[^/]+)\/(?<id>\d+)\/?$/;

/** Screens that an address alone names. */
const PLAIN = [
	["/history", screens.HistoryScreen],
	["/settings/password", screens.PasswordScreen],
	["/settings/email", screens.EmailScreen],
	["/settings/delete", screens.DeleteScreen],
	["/settings/notifications", screens.NotificationsScreen],
	["/unsubscribe", screens.UnsubscribeScreen],
	["/settings/messages", screens.MessageSettingsScreen],
	["/settings/comments", screens.CommentSettingsScreen],
	["/collections", screens.CollectionsScreen],
	["/forgot", screens.ForgotScreen],
	["/reset", screens.ResetScreen],
	["/confirm-email", screens.ConfirmEmailScreen],
	["/undo-email", screens.UndoEmailScreen],
	["/help", screens.HelpScreen],
	["/rules", screens.RulesScreen],
	["/privacy", screens.PrivacyScreen],
	["/terms", screens.TermsScreen],
	["/contact", screens.ContactScreen],
] as const;

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
			<Route path="/search">
				<screens.SearchScreen />
			</Route>
			<Route path="/search/:id">{({ id }) => <screens.SearchPlayerScreen id={id} />}</Route>
			<Route path="/tag/:tag">{({ tag }) => <screens.TagScreen tag={tag} />}</Route>
			<Route path="/tag/:tag/:id">{({ tag, id }) => <screens.TagPlayerScreen tag={tag} id={id} />}</Route>
			<Route path="/upload">
				<screens.StudioScreen />
			</Route>
			<Route path="/studio">
				<screens.OwnVideosScreen />
			</Route>
			<Route path="/inbox">
				<screens.InboxScreen />
			</Route>
			<Route path={MESSAGES}>{({ id }) => <screens.MessagesScreen id={id} />}</Route>
			<Route path="/join/:token">{({ token }) => <screens.JoinScreen token={token} />}</Route>
			<Route path="/signup">
				<screens.SignUpScreen />
			</Route>
			<Route path="/login">
				<screens.LogInScreen />
			</Route>
			<Route path="/interests">
				<screens.InterestsScreen />
			</Route>
			<Route path="/settings">
				<screens.SettingsScreen />
			</Route>
			<Route path="/settings/profile">
				<screens.EditProfileScreen />
			</Route>
			<Route path="/settings/feed">
				<screens.PreferencesScreen />
			</Route>
			<Route path="/favourites/:id">{({ id }) => <screens.KeptPlayerScreen kept="favourites" id={id} />}</Route>
			<Route path="/liked/:id">{({ id }) => <screens.KeptPlayerScreen kept="liked" id={id} />}</Route>
			<Route path="/history/:id">{({ id }) => <screens.HistoryPlayerScreen id={id} />}</Route>
			<Route path="/settings/privacy">
				<screens.PeopleRoom which="privacy" />
			</Route>
			<Route path="/settings/requests">
				<screens.PeopleRoom which="requests" />
			</Route>
			<Route path="/settings/muted">
				<screens.PeopleRoom which="muted" />
			</Route>
			<Route path="/settings/blocked">
				<screens.PeopleRoom which="blocked" />
			</Route>
			{PLAIN.map(([path, Screen]) => (
				<Route key={path} path={path}>
					<Screen />
				</Route>
			))}
			<Route path="/ops">
				<screens.OpsScreen />
			</Route>
			<Route path="/collections/:id">{({ id }) => <screens.CollectionScreen key={id} id={id} />}</Route>
			<Route path={SOUNDS}>{({ sound, id }) => <screens.SoundsRoom sound={sound} id={id} />}</Route>
			<Route path="/c/:link">{({ link }) => <screens.SharedCollectionScreen key={link} link={link} />}</Route>
			<Route path={REPOSTS}>{({ name }) => <screens.RepostsScreen name={String(name)} />}</Route>
			<Route path="/v/:id">{({ id }) => <screens.VideoScreen id={id} />}</Route>
			<Route path={PROFILE_VIDEO}>{({ name, id }) => <screens.ProfilePlayerScreen name={String(name)} id={String(id)} />}</Route>
			<Route path={PROFILE}>{({ name }) => <screens.ProfileScreen key={name} name={String(name)} />}</Route>
			<Route>
				<NotFound />
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
		if (account.value) for (const screen of [screens.ProfileScreen, screens.SettingsScreen]) screen.preload();
		else preloadSignIn();
	});
	return (
		<>
			<Navigation />
			<div class="shell">
				<FaultBoundary place={path}>
					<Screens />
				</FaultBoundary>
			</div>
			<div class="corner">
				<OfflineChip />
				<ActivityChip />
			</div>
			<ToastHost at="page" />
			<AskToSignIn />
			{managed.value && <screens.OwnVideoSheet />}
		</>
	);
}

/** The whole client. A sheet that is on its way out of the history is waited for. */
export const App = () => (
	<Router aroundNav={(navigate, to, options) => onceBack(() => navigate(to, options))}>
		<Shell />
	</Router>
);

import { Route, Switch } from "wouter-preact";
import { NotFound } from "./NotFound.tsx";
import * as rooms from "./roomScreens.ts";
import { PeopleRoom } from "./screens.ts";

const REPOSTS = /^\/@(?<name>[^/]+)\/reposts\/?$/;
/** The library, a sound, and the videos of it. */
const SOUNDS = /^\/(?:sounds|sound\/(?<sound>\d+)(?:\/(?<id>\d+))?)\/?$/;

/** Queues, a case by its id, or a page beside them. */
const DESK = /^\/desk(?:\/(?<page>[^/]+))?\/?$/;

/** Screens that an address alone names. */
const PLAIN = [
	["/history", rooms.HistoryScreen],
	["/settings/password", rooms.PasswordScreen],
	["/settings/email", rooms.EmailScreen],
	["/settings/data", rooms.DataScreen],
	["/settings/delete", rooms.DeleteScreen],
	["/settings/notifications", rooms.NotificationsScreen],
	["/unsubscribe", rooms.UnsubscribeScreen],
	["/settings/messages", rooms.MessageSettingsScreen],
	["/settings/comments", rooms.CommentSettingsScreen],
	["/settings/age", rooms.AgeScreen],
	["/settings/screen-time", rooms.ScreenTimeScreen],
	["/settings/standing", rooms.StandingScreen],
	["/settings/reports", rooms.ReportsScreen],
	["/studio/works", rooms.ClaimsScreen],
	["/collections", rooms.CollectionsScreen],
	["/forgot", rooms.ForgotScreen],
	["/reset", rooms.ResetScreen],
	["/confirm-email", rooms.ConfirmEmailScreen],
	["/undo-email", rooms.UndoEmailScreen],
	["/help", rooms.HelpScreen],
	["/rules", rooms.RulesScreen],
	["/privacy", rooms.PrivacyScreen],
	["/terms", rooms.TermsScreen],
	["/contact", rooms.ContactScreen],
] as const;

/** Screens farther from the feed than a step. */
export function Rooms() {
	return (
		<Switch>
			<Route path="/search">
				<rooms.SearchScreen />
			</Route>
			<Route path="/search/:id">{({ id }) => <rooms.SearchPlayerScreen id={id} />}</Route>
			<Route path="/tag/:tag">{({ tag }) => <rooms.TagScreen tag={tag} />}</Route>
			<Route path="/tag/:tag/:id">{({ tag, id }) => <rooms.TagPlayerScreen tag={tag} id={id} />}</Route>
			<Route path="/studio">
				<rooms.OwnVideosScreen />
			</Route>
			<Route path="/studio/:id/copyright">{({ id }) => <rooms.VideoCopyrightScreen key={id} id={id} />}</Route>
			<Route path="/join/:token">{({ token }) => <rooms.JoinScreen token={token} />}</Route>
			<Route path="/interests">
				<rooms.InterestsScreen />
			</Route>
			<Route path="/settings/profile">
				<rooms.EditProfileScreen />
			</Route>
			<Route path="/settings/feed">
				<rooms.PreferencesScreen />
			</Route>
			<Route path="/favourites/:id">{({ id }) => <rooms.KeptPlayerScreen kept="favourites" id={id} />}</Route>
			<Route path="/liked/:id">{({ id }) => <rooms.KeptPlayerScreen kept="liked" id={id} />}</Route>
			<Route path="/history/:id">{({ id }) => <rooms.HistoryPlayerScreen id={id} />}</Route>
			<Route path="/settings/privacy">
				<PeopleRoom which="privacy" />
			</Route>
			<Route path="/settings/requests">
				<PeopleRoom which="requests" />
			</Route>
			<Route path="/settings/muted">
				<PeopleRoom which="muted" />
			</Route>
			<Route path="/settings/blocked">
				<PeopleRoom which="blocked" />
			</Route>
			{PLAIN.map(([path, Screen]) => (
				<Route key={path} path={path}>
					<Screen />
				</Route>
			))}
			<Route path={DESK}>{({ page }) => <rooms.DeskScreen page={page} />}</Route>
			<Route path="/ops">
				<rooms.OpsScreen />
			</Route>
			<Route path="/collections/:id">{({ id }) => <rooms.CollectionScreen key={id} id={id} />}</Route>
			<Route path={SOUNDS}>{({ sound, id }) => <rooms.SoundsRoom sound={sound} id={id} />}</Route>
			<Route path="/c/:link">{({ link }) => <rooms.SharedCollectionScreen key={link} link={link} />}</Route>
			<Route path={REPOSTS}>{({ name }) => <rooms.RepostsScreen name={String(name)} />}</Route>
			<Route>
				<NotFound />
			</Route>
		</Switch>
	);
}

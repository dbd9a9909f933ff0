import { useEffect } from "preact/hooks";
import { Route, Switch, useLocation } from "wouter-preact";
import { SignInSheet } from "../account/SignInSheet.tsx";
import { HomeScreen } from "../feed/HomeScreen.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { ActivityChip } from "./ActivityChip.tsx";
import { online } from "./connection.ts";
import { FaultBoundary } from "./FaultBoundary.tsx";
import { Navigation } from "./Navigation.tsx";
import * as screens from "./screens.ts";
import "./shell.css";

const PROFILE = /^\/@(?<name>[^/]+)\/?$/;
const PROFILE_VIDEO = /^\/@(?<name>[^/]+)\/(?<id>\d+)\/?$/;

function Screens() {
	return (
		<Switch>
			<Route path="/">{() => <HomeScreen feed="forYou" />}</Route>
			<Route path="/following">{() => <HomeScreen feed="following" />}</Route>
			<Route path="/explore">
				<screens.ExploreScreen />
			</Route>
			<Route path="/upload">
				<screens.StudioScreen />
			</Route>
			<Route path="/inbox">
				<screens.InboxScreen />
			</Route>
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
			<Route path="/ops">
				<screens.OpsScreen />
			</Route>
			<Route path="/v/:id">{({ id }) => <screens.VideoScreen key={id} id={id} />}</Route>
			<Route path={PROFILE_VIDEO}>{({ name, id }) => <screens.ProfilePlayerScreen name={String(name)} id={String(id)} />}</Route>
			<Route path={PROFILE}>{({ name }) => <screens.ProfileScreen key={name} name={String(name)} />}</Route>
			<Route>
				<Notice title="There is nothing here">The address may be mistyped, or what was here is gone.</Notice>
			</Route>
		</Switch>
	);
}

/** The frame around every screen. */
export function App() {
	const [path] = useLocation();
	useEffect(() => scrollTo(0, 0), [path]);
	return (
		<>
			<Navigation />
			<div class="shell">
				{!online.value && (
					<p class="offline" role="status">
						You're offline. What's loaded still plays.
					</p>
				)}
				<FaultBoundary place={path}>
					<Screens />
				</FaultBoundary>
			</div>
			<ActivityChip />
			<SignInSheet />
			<Toasts />
		</>
	);
}

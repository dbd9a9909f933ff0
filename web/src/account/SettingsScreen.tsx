import { useSignal } from "@preact/signals";
import { ChevronRight, LogIn, LogOut, Monitor, SlidersHorizontal, Smartphone, Sparkles, UserRound } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { setTheme, type Theme, theme } from "../shell/theme.ts";
import { useTitle } from "../shell/title.ts";
import { ago } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { deviceOf } from "./device.ts";
import { account, setAccount } from "./session.ts";
import "../ui/segments.css";
import "./settings.css";

const THEMES: { value: Theme; label: string }[] = [
	{ value: "dark", label: "Dark" },
	{ value: "light", label: "Light" },
	{ value: "system", label: "Device" },
];

function Sessions() {
	const sessions = useSignal<readonly accounts.SessionInfo[] | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		accounts.listSessions().then(
			(answer) => {
				fault.value = null;
				sessions.value = answer.sessions;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => void load(), []);
	const revoke = async (id: string) => {
		try {
			await accounts.revokeSession(id);
			sessions.value = (sessions.value ?? []).filter((session) => session.id !== id);
			tell("Signed out there");
		} catch (error) {
			tellFault(error, () => void revoke(id));
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (!sessions.value) return <div class="skeleton settings__skeleton" role="progressbar" aria-label="Loading sessions" />;
	return (
		<ul class="settings__list">
			{sessions.value.map((session) => (
				<li key={session.id} class="settings__row">
					{/Android|iPhone/.test(session.userAgent ?? "") ? <Smartphone size={22} /> : <Monitor size={22} />}
					<span>
						{deviceOf(session.userAgent)}
						<span class="quiet settings__note">
							{session.current ? "This device" : `Last seen ${ago(session.lastSeenAt, Date.now())}`}
							{session.ipAddress && ` · ${session.ipAddress}`}
						</span>
					</span>
					{!session.current && (
						<button type="button" class="button button--small button--danger" onClick={() => void revoke(session.id)}>
							Sign out
						</button>
					)}
				</li>
			))}
		</ul>
	);
}

/** Account, feed, looks, and where one is signed in. */
export function SettingsScreen() {
	const [, navigate] = useLocation();
	useTitle("Settings");
	const leave = async () => {
		try {
			await accounts.logout();
			setAccount(null);
			forgetEngagement();
			restartFeeds();
			navigate("/");
		} catch (error) {
			tellFault(error, () => void leave());
		}
	};
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise={account.value ? `/@${account.value.username}` : "/"} />
				<h1>Settings</h1>
			</header>
			<section>
				<h2>Account</h2>
				{account.value ? (
					<Link href="/settings/profile" class="settings__row">
						<UserRound size={22} />
						<span>Edit profile</span>
						<ChevronRight size={18} />
					</Link>
				) : (
					<Link href="/login?back=/settings" class="settings__row">
						<LogIn size={22} />
						<span>Log in or sign up</span>
						<ChevronRight size={18} />
					</Link>
				)}
			</section>
			<section>
				<h2>Your feed</h2>
				<Link href="/settings/feed" class="settings__row">
					<SlidersHorizontal size={22} />
					<span>
						What you see
						<span class="quiet settings__note">Topics, filtered words, mutes, begin anew</span>
					</span>
					<ChevronRight size={18} />
				</Link>
				<Link href="/interests?back=/settings" class="settings__row">
					<Sparkles size={22} />
					<span>Interests</span>
					<ChevronRight size={18} />
				</Link>
			</section>
			<section>
				<h2>Looks</h2>
				<div class="segments" role="radiogroup" aria-label="Theme">
					{THEMES.map(({ value, label }) => (
						<label key={value}>
							<input type="radio" name="theme" checked={theme.value === value} onChange={() => setTheme(value)} />
							<span>{label}</span>
						</label>
					))}
				</div>
			</section>
			{account.value && (
				<section>
					<h2>Where you're signed in</h2>
					<Sessions />
					<button type="button" class="button button--wide settings__leave" onClick={() => void leave()}>
						<LogOut size={18} /> Log out
					</button>
				</section>
			)}
		</main>
	);
}

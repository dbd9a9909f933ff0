import {
	Bell,
	ChevronRight,
	CircleHelp,
	Eye,
	FileText,
	History,
	KeyRound,
	ListChecks,
	LogIn,
	Mail,
	MessageCircle,
	MessagesSquare,
	ShieldCheck,
	SlidersHorizontal,
	Sparkles,
	Trash2,
	UserRound,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { setTheme, type Theme, theme } from "../shell/theme.ts";
import { useTitle } from "../shell/title.ts";
import { Sessions } from "./Sessions.tsx";
import { account } from "./session.ts";
import "../ui/segments.css";
import "./settings.css";

const THEMES: { value: Theme; label: string }[] = [
	{ value: "dark", label: "Dark" },
	{ value: "light", label: "Light" },
	{ value: "system", label: "Device" },
];

interface RowProps {
	href: string;
	icon: ComponentChildren;
	note?: string;
	children: ComponentChildren;
}

const Row = ({ href, icon, note, children }: RowProps) => (
	<Link href={href} class="settings__row">
		{icon}
		<span>
			{children}
			{note && <span class="quiet settings__note">{note}</span>}
		</span>
		<ChevronRight size={18} />
	</Link>
);

function emailNote(): string {
	const { email, pendingEmail } = account.value ?? { email: null, pendingEmail: null };
	if (pendingEmail) return `${pendingEmail}, not confirmed yet`;
	return email ?? "None yet: add one, for the day you forget your password";
}

const privacyNote = (): string => (account.value?.isPrivate ? "Private: people you accept" : "Everybody; requests, mutes and blocks");

/** Account, feed, looks, where one is signed in, and what this house is. */
export function SettingsScreen() {
	useTitle("Settings");
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise={account.value ? `/@${account.value.username}` : "/"} />
				<h1>Settings</h1>
			</header>
			<section>
				<h2>Account</h2>
				{account.value ? (
					<>
						<Row href="/settings/profile" icon={<UserRound size={22} />}>
							Edit profile
						</Row>
						<Row href="/settings/privacy" icon={<Eye size={22} />} note={privacyNote()}>
							Who sees you
						</Row>
						<Row href="/settings/notifications" icon={<Bell size={22} />} note="What you hear of, push, quiet hours, mails">
							Notifications
						</Row>
						<Row href="/settings/email" icon={<Mail size={22} />} note={emailNote()}>
							E-mail
						</Row>
						<Row href="/settings/comments" icon={<MessageCircle size={22} />} note="Who can comment, filtered words, what waits for you">
							Comments
						</Row>
						<Row href="/settings/password" icon={<KeyRound size={22} />}>
							Change password
						</Row>
					</>
				) : (
					<Row href="/login?back=/settings" icon={<LogIn size={22} />}>
						Log in or sign up
					</Row>
				)}
			</section>
			<section>
				<h2>Your feed</h2>
				<Row href="/settings/feed" icon={<SlidersHorizontal size={22} />} note="Topics, filtered words, mutes, begin anew">
					What you see
				</Row>
				<Row href="/interests?back=/settings" icon={<Sparkles size={22} />}>
					Interests
				</Row>
				<Row href="/history" icon={<History size={22} />} note="What you watched, and how to clear it">
					Watch history
				</Row>
			</section>
			{account.value && (
				<section>
					<h2>Messages</h2>
					<Row href="/settings/messages" icon={<MessagesSquare size={22} />} note="Who can write to you, who can ask you into groups">
						Messages
					</Row>
				</section>
			)}
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
				</section>
			)}
			<section>
				<h2>About reelay</h2>
				<Row href="/help" icon={<CircleHelp size={22} />}>
					Help
				</Row>
				<Row href="/rules" icon={<ListChecks size={22} />}>
					Rules
				</Row>
				<Row href="/privacy" icon={<ShieldCheck size={22} />}>
					Privacy
				</Row>
				<Row href="/terms" icon={<FileText size={22} />}>
					Terms
				</Row>
			</section>
			{account.value && (
				<section>
					<Row href="/settings/delete" icon={<Trash2 size={22} />}>
						<span class="settings__danger">Delete account</span>
					</Row>
				</section>
			)}
		</main>
	);
}

import { useSignal } from "@preact/signals";
import {
	AtSign,
	Bell,
	ChevronRight,
	CircleHelp,
	Download,
	Eye,
	FileText,
	Flag,
	History,
	Hourglass,
	KeyRound,
	ListChecks,
	LogIn,
	Mail,
	MessageCircle,
	MessagesSquare,
	Scale,
	Shield,
	ShieldCheck,
	SlidersHorizontal,
	Sparkles,
	Trash2,
	UserRound,
	UsersRound,
} from "lucide-preact";
import type { ComponentChildren } from "preact";
import * as feedWords from "../feed/feed.words.ts";
import { GoesOn, QualityChoice } from "../feed/PlaybackChoices.tsx";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { setTheme, type Theme, theme } from "../shell/theme.ts";
import { useTitle } from "../shell/title.ts";
import { AccountsSheet } from "./AccountsSheet.tsx";
import * as accountWords from "./account.words.ts";
import { InstallRow } from "./InstallRow.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { Sessions } from "./Sessions.tsx";
import { account, isTeens } from "./session.ts";
import "../ui/segments.css";
import "./settings.css";

const THEMES: { value: Theme; label: () => string }[] = [
	{ value: "dark", label: accountWords.dark },
	{ value: "light", label: accountWords.light },
	{ value: "system", label: accountWords.device },
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
	if (pendingEmail) return accountWords.notConfirmed({ pendingEmail });
	return email ?? accountWords.noEmail();
}

/** The way to the accounts of this device. */
function SwitchRow() {
	const isOpen = useSignal(false);
	return (
		<>
			<button type="button" class="settings__row" onClick={() => (isOpen.value = true)}>
				<UsersRound size={22} />
				<span>
					{accountWords.switchAccount()}
					<span class="quiet settings__note">
						<bdi>@{account.value?.username}</bdi>
					</span>
				</span>
				<ChevronRight size={18} />
			</button>
			{isOpen.value && <AccountsSheet onClose={() => (isOpen.value = false)} />}
		</>
	);
}

const privacyNote = (): string => (account.value?.isPrivate ? accountWords.privacyPrivate() : accountWords.privacyOpen());

/** Account, feed, looks, where one is signed in, and what this house is. */
export function SettingsScreen() {
	useTitle(accountWords.settings());
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise={account.value ? `/@${account.value.username}` : "/"} />
				<h1>{accountWords.settings()}</h1>
			</header>
			<section>
				<h2>{accountWords.account()}</h2>
				{account.value ? (
					<>
						<SwitchRow />
						<Row href="/settings/profile" icon={<UserRound size={22} />}>
							{accountWords.editProfile()}
						</Row>
						<Row href="/settings/privacy" icon={<Eye size={22} />} note={privacyNote()}>
							{accountWords.whoSeesYou()}
						</Row>
						{isTeens(account.value) && (
							<Row
								href="/settings/age"
								icon={<Shield size={22} />}
								note={account.value.mayComeOfAge ? accountWords.ofAgeNote() : accountWords.teenNote()}
							>
								{accountWords.teenAccount()}
							</Row>
						)}
						<Row href="/settings/screen-time" icon={<Hourglass size={22} />} note={accountWords.screenTimeNote()}>
							{accountWords.screenTime()}
						</Row>
						<Row href="/settings/notifications" icon={<Bell size={22} />} note={accountWords.notificationsNote()}>
							{accountWords.notifications()}
						</Row>
						<Row href="/settings/email" icon={<Mail size={22} />} note={emailNote()}>
							{accountWords.email()}
						</Row>
						<Row href="/settings/comments" icon={<MessageCircle size={22} />} note={accountWords.commentsNote()}>
							{feedWords.comments()}
						</Row>
						<Row href="/settings/standing" icon={<Scale size={22} />}>
							{accountWords.standing()}
						</Row>
						<Row href="/settings/reports" icon={<Flag size={22} />}>
							{accountWords.reports()}
						</Row>
						<Row href="/settings/password" icon={<KeyRound size={22} />}>
							{accountWords.changePassword()}
						</Row>
					</>
				) : (
					<Row href="/login?back=/settings" icon={<LogIn size={22} />}>
						{accountWords.logInOrSignUp()}
					</Row>
				)}
			</section>
			<section>
				<h2>{accountWords.yourFeed()}</h2>
				<Row href="/settings/feed" icon={<SlidersHorizontal size={22} />} note={accountWords.feedNote()}>
					{accountWords.whatYouSee()}
				</Row>
				<Row href="/interests?back=/settings" icon={<Sparkles size={22} />}>
					{accountWords.interests()}
				</Row>
				<Row href="/history" icon={<History size={22} />} note={accountWords.historyNote()}>
					{accountWords.history()}
				</Row>
			</section>
			{account.value && (
				<section>
					<h2>{accountWords.messages()}</h2>
					<Row href="/settings/messages" icon={<MessagesSquare size={22} />} note={accountWords.messagesNote()}>
						{accountWords.messages()}
					</Row>
				</section>
			)}
			<section>
				<h2>{accountWords.playback()}</h2>
				<ul class="settings__playback">
					<QualityChoice />
					<GoesOn />
				</ul>
			</section>
			<section>
				<h2>{accountWords.looks()}</h2>
				<div class="segments" role="radiogroup" aria-label={accountWords.theme()}>
					{THEMES.map(({ value, label }) => (
						<label key={value}>
							<input type="radio" name="theme" checked={theme.value === value} onChange={() => setTheme(value)} />
							<span>{label()}</span>
						</label>
					))}
				</div>
			</section>
			<section>
				<h2>{accountWords.language()}</h2>
				<LanguageChoice />
			</section>
			{account.value && (
				<section>
					<h2>{accountWords.whereSignedIn()}</h2>
					<Sessions />
				</section>
			)}
			<section>
				<h2>{accountWords.about()}</h2>
				<Row href="/help" icon={<CircleHelp size={22} />}>
					{shellWords.help()}
				</Row>
				<Row href="/rules" icon={<ListChecks size={22} />}>
					{shellWords.rules()}
				</Row>
				<Row href="/privacy" icon={<ShieldCheck size={22} />}>
					{shellWords.privacy()}
				</Row>
				<Row href="/terms" icon={<FileText size={22} />}>
					{shellWords.terms()}
				</Row>
				<Row href="/contact" icon={<AtSign size={22} />}>
					{shellWords.contact()}
				</Row>
				<InstallRow />
			</section>
			{account.value && (
				<section>
					<Row href="/settings/data" icon={<Download size={22} />} note={accountWords.downloadDataNote()}>
						{accountWords.downloadData()}
					</Row>
					<Row href="/settings/delete" icon={<Trash2 size={22} />}>
						<span class="settings__danger">{accountWords.deleteAccount()}</span>
					</Row>
				</section>
			)}
		</main>
	);
}

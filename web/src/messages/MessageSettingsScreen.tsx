import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import type { Circle, MessageSettings } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as messagesWords from "./messages.words.ts";
import "../account/settings.css";
import "./messages.css";

const CIRCLES: readonly (readonly [value: Circle, label: () => string, note: (() => string) | null])[] = [
	["everyone", commentsWords.everyone, messagesWords.everyoneNote],
	["followers", messagesWords.peopleWhoFollow, null],
	["mutuals", messagesWords.mutuals, null],
	["no_one", messagesWords.noOne, null],
];

/** Who may write to one, and ask one into groups. */
export function MessageSettingsScreen() {
	const settings = useSignal<MessageSettings | null>(null);
	const fault = useSignal<unknown>(null);
	useTitle(messagesWords.settings());
	const load = async () => {
		try {
			settings.value = await api.messageSettings();
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => {
		if (account.value) void load();
	}, [account.value?.id]);
	const change = async (changed: Partial<MessageSettings>) => {
		const before = settings.value;
		if (!before) return;
		settings.value = { ...before, ...changed };
		try {
			settings.value = await api.changeMessageSettings(changed);
		} catch (error) {
			settings.value = before;
			tellFault(error, () => void change(changed));
		}
	};
	// The ones a teen's account may choose.
	const circles = CIRCLES.filter(([value]) => account.value?.accountType !== "teen" || value === "mutuals" || value === "no_one");
	const choices = (legend: string, key: keyof MessageSettings) => (
		<section>
			<fieldset class="settings__choices">
				<legend>
					<h2>{legend}</h2>
				</legend>
				{circles.map(([value, label, note]) => (
					<label key={value} class="settings__row">
						<span>
							{label()}
							{note && <span class="quiet settings__note">{note()}</span>}
						</span>
						<input type="radio" name={key} checked={settings.value?.[key] === value} onChange={() => void change({ [key]: value })} />
					</label>
				))}
			</fieldset>
		</section>
	);
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/messages" />
				<h1>{accountWords.messages()}</h1>
			</header>
			{!account.value && (
				<Notice
					title={accountWords.logInFirst()}
					action={
						<Link href="/login?back=/settings/messages" class="button button--primary">
							{shellWords.logIn()}
						</Link>
					}
				>
					{messagesWords.settingsOfAccount()}
				</Notice>
			)}
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{account.value && !settings.value && fault.value === null && (
				<div role="progressbar" aria-label={messagesWords.loadingSettings()} class="skeleton settings__skeleton" />
			)}
			{settings.value && (
				<>
					{choices(messagesWords.whoWrites(), "whoMayWrite")}
					{choices(messagesWords.whoAsks(), "whoMayAdd")}
					<p class="quiet">{messagesWords.circlesNote()}</p>
				</>
			)}
		</main>
	);
}

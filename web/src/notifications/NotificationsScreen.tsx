import { useSignal } from "@preact/signals";
import { Bell } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import * as messagesWords from "../messages/messages.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { MailSwitches } from "./MailSwitches.tsx";
import * as notificationsWords from "./notifications.words.ts";
import { PeopleOff } from "./PeopleOff.tsx";
import { PushSwitch } from "./PushSwitch.tsx";
import { QuietHours } from "./QuietHours.tsx";
import { loadSettings, settings } from "./settings.ts";
import { TypeSwitches } from "./TypeSwitches.tsx";
import "../account/settings.css";
import "../preferences/preferences.css";
import "./notifications.css";

/** What one hears of, where, and when not. */
export function NotificationsScreen() {
	useTitle(accountWords.notifications());
	const fault = useSignal<unknown>(null);
	const load = async () => {
		fault.value = null;
		await loadSettings().catch((error: unknown) => {
			fault.value = error;
		});
	};
	useEffect(() => {
		// Another person's would show for a moment.
		settings.value = null;
		if (account.value) void load();
	}, [account.value?.id]);
	const held = settings.value;
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{accountWords.notifications()}</h1>
			</header>
			{!account.value && (
				<Notice
					icon={<Bell size={28} />}
					title={messagesWords.yoursOnceJoined()}
					action={
						<Link href="/login?back=/settings/notifications" class="button button--primary">
							{accountWords.logInOrSignUp()}
						</Link>
					}
				>
					{notificationsWords.keptWithAccount()}
				</Notice>
			)}
			{account.value && fault.value !== null && !held && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{account.value && fault.value === null && !held && <SettingsSkeleton />}
			{held && (
				<>
					<PushSwitch push={held.push} />
					<QuietHours quietHours={held.quietHours} timeZone={held.timeZone} />
					<TypeSwitches types={held.types} />
					<MailSwitches mail={held.mail} />
					<PeopleOff />
				</>
			)}
		</main>
	);
}

const SettingsSkeleton = () => (
	<div role="progressbar" aria-label={notificationsWords.loading()}>
		{[72, 56, 64, 48, 60, 52].map((width) => (
			<div key={width} class="settings__row">
				<div class="skeleton note__line" style={{ width: `${width}%` }} />
			</div>
		))}
	</div>
);

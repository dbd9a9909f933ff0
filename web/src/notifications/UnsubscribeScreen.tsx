import { useSignal } from "@preact/signals";
import { LinkedAct } from "../account/LinkedAct.tsx";
import * as api from "../api/notifications.ts";
import * as inboxWords from "../inbox/inbox.words.ts";
import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import * as notificationsWords from "./notifications.words.ts";

const WORDS = { digest: notificationsWords.noDigest, video_failed: notificationsWords.noFailed } as const;

/** From a mail: no more of its kind, without signing in. */
export function UnsubscribeScreen() {
	useTitle(notificationsWords.fewerMails());
	const done = useSignal<keyof typeof WORDS | null>(null);
	if (done.value !== null) {
		return (
			<main class="page settings">
				<header class="page__head">
					<h1>{notificationsWords.done()}</h1>
				</header>
				<p role="status">{WORDS[done.value]()}</p>
				<p class="quiet">
					{weave(notificationsWords.onAgain, {
						settings: <Link href="/settings/notifications">{notificationsWords.settingsNotifications()}</Link>,
					})}
				</p>
			</main>
		);
	}
	return (
		<LinkedAct
			title={notificationsWords.fewerMailsAsk()}
			lead={notificationsWords.fewerMailsNote()}
			action={notificationsWords.unsubscribe()}
			foot={notificationsWords.keepMails()}
			again={{ href: "/settings/notifications", label: inboxWords.settings() }}
			act={async (token) => {
				done.value = (await api.unsubscribeMail(token)).list;
			}}
		/>
	);
}

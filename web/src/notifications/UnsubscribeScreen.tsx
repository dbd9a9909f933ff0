import { useSignal } from "@preact/signals";
import { LinkedAct } from "../account/LinkedAct.tsx";
import * as api from "../api/notifications.ts";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";

const WORDS = { digest: "You get no more mails of your week.", video_failed: "You get no more mails about videos that fail." } as const;

/** From a mail: no more of its kind, without signing in. */
export function UnsubscribeScreen() {
	useTitle("Fewer mails");
	const done = useSignal<keyof typeof WORDS | null>(null);
	if (done.value !== null) {
		return (
			<main class="page settings">
				<header class="page__head">
					<h1>Done</h1>
				</header>
				<p role="status">{WORDS[done.value]}</p>
				<p class="quiet">
					It's on again under <Link href="/settings/notifications">Settings, Notifications</Link> whenever you like.
				</p>
			</main>
		);
	}
	return (
		<LinkedAct
			title="Fewer mails?"
			lead="You get no more mails of this kind. Everything stays in your inbox on reelay."
			action="Unsubscribe"
			foot="If you want to keep getting them, close the page."
			again={{ href: "/settings/notifications", label: "Notification settings" }}
			act={async (token) => {
				done.value = (await api.unsubscribeMail(token)).list;
			}}
		/>
	);
}

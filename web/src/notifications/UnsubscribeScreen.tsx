import { useSignal } from "@preact/signals";
import { AccountForm } from "../account/AccountForm.tsx";
import { BrokenLink } from "../account/BrokenLink.tsx";
import { tokenOfLink } from "../account/mailedLink.ts";
import { useForm } from "../account/useForm.ts";
import * as api from "../api/notifications.ts";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";

const WORDS = { digest: "You get no more mails of your week.", video_failed: "You get no more mails about videos that fail." } as const;

/** From a mail: no more of its kind, without signing in. A press and not the visit does it: mail programs look at links by themselves. */
export function UnsubscribeScreen() {
	useTitle("Fewer mails");
	const token = tokenOfLink();
	const done = useSignal<keyof typeof WORDS | null>(null);
	const { busy, faults, submit } = useForm(async () => {
		done.value = (await api.unsubscribeMail(token)).list;
	});
	if (token === "") return <BrokenLink again={{ href: "/settings/notifications", label: "Notification settings" }} />;
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
		<AccountForm
			title="Fewer mails?"
			lead="You get no more mails of this kind. Everything stays in your inbox on reelay."
			onSubmit={submit}
			fault={faults.value.whole ?? faults.value.fields.token ?? null}
			busy={busy.value}
			action="Unsubscribe"
			foot="If you want to keep getting them, close the page."
		>
			{null}
		</AccountForm>
	);
}

import { useSignal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { BrokenLink } from "./BrokenLink.tsx";
import { tokenOfLink } from "./mailedLink.ts";
import { account, setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

/** Where the link mailed to a new address leads. It asks for a click: mail programs open links by themselves. */
export function ConfirmEmailScreen() {
	const token = tokenOfLink();
	const confirmed = useSignal<string | null>(null);
	const { busy, faults, submit } = useForm(async () => {
		const { email } = await accounts.confirmEmail(token);
		if (account.value?.pendingEmail === email) setAccount({ ...account.value, email, pendingEmail: null });
		confirmed.value = email;
	});
	if (confirmed.value) {
		return (
			<main class="page account">
				<h1>Confirmed</h1>
				<p class="quiet">{confirmed.value} is your address now.</p>
				<Link href="/" class="button button--primary">
					To the feed
				</Link>
			</main>
		);
	}
	if (token === "") return <BrokenLink again={{ href: "/settings/email", label: "To your address" }} />;
	return (
		<AccountForm
			title="Confirm your address"
			lead="It becomes the address of your account."
			onSubmit={submit}
			fault={faults.value.whole ?? faults.value.fields.email ?? null}
			busy={busy.value}
			action="Confirm"
			foot="If you didn't ask for this, close the page: nothing changes."
		>
			{null}
		</AccountForm>
	);
}

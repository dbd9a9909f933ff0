import { useSignal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { LinkedAct } from "./LinkedAct.tsx";
import { account, setAccount } from "./session.ts";

/** Where the link mailed to a new address leads. */
export function ConfirmEmailScreen() {
	const confirmed = useSignal<string | null>(null);
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
	return (
		<LinkedAct
			title="Confirm your address"
			lead="It becomes the address of your account."
			action="Confirm"
			foot="If you didn't ask for this, close the page: nothing changes."
			again={{ href: "/settings/email", label: "To your address" }}
			act={async (token) => {
				const { email } = await accounts.confirmEmail(token);
				if (account.value?.pendingEmail === email) setAccount({ ...account.value, email, pendingEmail: null });
				confirmed.value = email;
			}}
		/>
	);
}

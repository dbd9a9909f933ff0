import { useSignal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import * as accountWords from "./account.words.ts";
import { LinkedAct } from "./LinkedAct.tsx";
import { account, setAccount } from "./session.ts";

/** Where the link mailed to a new address leads. */
export function ConfirmEmailScreen() {
	const confirmed = useSignal<string | null>(null);
	if (confirmed.value) {
		return (
			<main class="page account">
				<h1>{accountWords.confirmed()}</h1>
				<p class="quiet">{accountWords.isAddress({ email: confirmed.value })}</p>
				<Link href="/" class="button button--primary">
					{shellWords.toFeed()}
				</Link>
			</main>
		);
	}
	return (
		<LinkedAct
			title={accountWords.confirmAddress()}
			lead={accountWords.becomesAddress()}
			action={accountWords.confirm()}
			foot={accountWords.notAskedConfirm()}
			again={{ href: "/settings/email", label: accountWords.toAddress() }}
			act={async (token) => {
				const { email } = await accounts.confirmEmail(token);
				if (account.value?.pendingEmail === email) setAccount({ ...account.value, email, pendingEmail: null });
				confirmed.value = email;
			}}
		/>
	);
}

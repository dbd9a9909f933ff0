import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import { PASSWORD_MAX, PASSWORD_MIN } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { tell } from "../ui/toasts.tsx";
import { AccountForm } from "./AccountForm.tsx";
import * as accountWords from "./account.words.ts";
import { BrokenLink } from "./BrokenLink.tsx";
import { tokenOfLink } from "./mailedLink.ts";
import { setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

/** Where the mailed link leads: a new password. */
export function ResetScreen() {
	const [, navigate] = useLocation();
	const token = tokenOfLink();
	const password = useSignal("");
	const { busy, faults, submit } = useForm(async () => {
		await accounts.resetPassword(token, password.value);
		// Every session ended, this one too.
		setAccount(null);
		tell(accountWords.newPasswordSet());
		navigate("/login", { replace: true });
	});
	const { fields, whole } = faults.value;
	if (token === "") return <BrokenLink again={{ href: "/forgot", label: accountWords.askNewLink() }} />;
	return (
		<AccountForm
			title={accountWords.setNewPassword()}
			lead={accountWords.signedOutEverywhere()}
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={accountWords.setPassword()}
			foot={
				<Link href="/forgot" class="link account__way">
					{accountWords.askAnotherLink()}
				</Link>
			}
		>
			<Field
				label={accountWords.newPassword()}
				type="password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				fault={fields.newPassword ?? fields.token}
				hint={accountWords.passwordHint({ passwordMin: PASSWORD_MIN })}
				autocomplete="new-password"
				maxLength={PASSWORD_MAX}
				required
			/>
		</AccountForm>
	);
}

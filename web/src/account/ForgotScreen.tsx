import { useSignal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { account } from "./session.ts";
import { useForm } from "./useForm.ts";

/** Asks for a link that sets a new password. What it says does not tell whether there is such an account. */
export function ForgotScreen() {
	const name = useSignal(account.value?.username ?? "");
	const isSent = useSignal(false);
	const { busy, faults, submit } = useForm(async () => {
		await accounts.forgotPassword(name.value.trim());
		isSent.value = true;
	});
	const { fields, whole } = faults.value;
	const back = (
		<Link href="/login" class="link account__way">
			Back to log in
		</Link>
	);
	return (
		<AccountForm
			title={isSent.value ? "Look into your mail" : "Forgot your password?"}
			lead={
				isSent.value
					? "If this account exists and has an e-mail address, a link is on its way. It works once, within an hour. Look into the spam folder, too."
					: "We mail you a link that sets a new one."
			}
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={isSent.value ? "Send it again" : "Send the link"}
			foot={
				<>
					No e-mail address in your account? Then there is no other way in: see{" "}
					<Link href="/help" class="link">
						Help
					</Link>
					.<br />
					{back}
				</>
			}
		>
			<Field
				label="User name or e-mail"
				value={name.value}
				onValue={(value) => (name.value = value)}
				fault={fields.name}
				autocomplete="username"
				autocapitalize="none"
				spellcheck={false}
				required
			/>
		</AccountForm>
	);
}

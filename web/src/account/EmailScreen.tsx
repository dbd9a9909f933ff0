import { useSignal } from "@preact/signals";
import { MailCheck } from "lucide-preact";
import * as accounts from "../api/accounts.ts";
import { weave } from "../language/weave.ts";
import { Field } from "../ui/Field.tsx";
import { tell } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { OwnPassword } from "./OwnPassword.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { account, setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

/** Another e-mail address; it counts once its owner confirmed it. */
export function EmailScreen() {
	const email = useSignal("");
	const password = useSignal("");
	const { busy, faults, submit } = useForm(async () => {
		const { pendingEmail } = await accounts.changeEmail({ email: email.value.trim(), password: password.value });
		if (account.value) setAccount({ ...account.value, pendingEmail });
		email.value = "";
		password.value = "";
		tell(accountWords.lookIntoMail());
	});
	const { fields, whole } = faults.value;
	const user = account.value;
	return (
		<SettingsForm
			title={accountWords.email()}
			address="/settings/email"
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={user?.pendingEmail ? accountWords.sendAnotherLink() : accountWords.sendLink()}
		>
			<p>{user?.email ? weave(accountWords.addressIs, { email: <strong>{user.email}</strong> }) : accountWords.noAddressYet()}</p>
			{user?.pendingEmail && (
				<p class="settings__pending" role="status">
					<MailCheck size={22} />
					<span>{weave(accountWords.sentLink, { email: <strong>{user.pendingEmail}</strong> })}</span>
				</p>
			)}
			<Field
				label={accountWords.newAddress()}
				type="email"
				value={email.value}
				onValue={(value) => (email.value = value)}
				fault={fields.email}
				autocomplete="email"
				required
			/>
			<OwnPassword value={password} fault={fields.password} />
		</SettingsForm>
	);
}

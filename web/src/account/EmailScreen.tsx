import { useSignal } from "@preact/signals";
import { MailCheck } from "lucide-preact";
import * as accounts from "../api/accounts.ts";
import { Field } from "../ui/Field.tsx";
import { tell } from "../ui/toasts.tsx";
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
		tell("Look into your mail");
	});
	const { fields, whole } = faults.value;
	const user = account.value;
	return (
		<SettingsForm
			title="E-mail"
			address="/settings/email"
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={user?.pendingEmail ? "Send another link" : "Send the link"}
		>
			<p>
				{user?.email ? (
					<>
						Your address is <strong>{user.email}</strong>.
					</>
				) : (
					"You gave no address yet. With one you can set a new password when you forget yours."
				)}
			</p>
			{user?.pendingEmail && (
				<p class="settings__pending" role="status">
					<MailCheck size={22} />
					<span>
						We sent a link to <strong>{user.pendingEmail}</strong>. Open it within a day to confirm. Until then nothing changes.
					</span>
				</p>
			)}
			<Field
				label="New e-mail address"
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

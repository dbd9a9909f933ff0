import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import { PASSWORD_MAX, PASSWORD_MIN } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { tell } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { SettingsForm } from "./SettingsForm.tsx";
import { account } from "./session.ts";
import { useForm } from "./useForm.ts";

/** Another password; every other device is signed out. */
export function PasswordScreen() {
	const [, navigate] = useLocation();
	const current = useSignal("");
	const next = useSignal("");
	const { busy, faults, submit } = useForm(async () => {
		await accounts.changePassword({ currentPassword: current.value, newPassword: next.value });
		tell(accountWords.passwordChanged());
		navigate("/settings");
	});
	const { fields, whole } = faults.value;
	return (
		<SettingsForm
			title={accountWords.changePassword()}
			address="/settings/password"
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={accountWords.changePassword()}
		>
			{/* For password managers: whose password this is. */}
			<input
				type="text"
				class="visually-hidden"
				autocomplete="username"
				value={account.value?.username ?? ""}
				readOnly
				tabIndex={-1}
				aria-hidden="true"
			/>
			<Field
				label={accountWords.currentPassword()}
				type="password"
				value={current.value}
				onValue={(value) => (current.value = value)}
				fault={fields.currentPassword ?? fields.password}
				hint={
					<Link href="/forgot" class="link">
						{accountWords.forgotIt()}
					</Link>
				}
				autocomplete="current-password"
				required
			/>
			<Field
				label={accountWords.newPassword()}
				type="password"
				value={next.value}
				onValue={(value) => (next.value = value)}
				fault={fields.newPassword}
				hint={accountWords.newPasswordHint({ passwordMin: PASSWORD_MIN })}
				autocomplete="new-password"
				maxLength={PASSWORD_MAX}
				required
			/>
		</SettingsForm>
	);
}

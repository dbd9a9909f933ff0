import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import { PASSWORD_MAX, PASSWORD_MIN } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { tell } from "../ui/toasts.tsx";
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
		tell("Password changed. Your other devices are signed out");
		navigate("/settings");
	});
	const { fields, whole } = faults.value;
	return (
		<SettingsForm
			title="Change password"
			address="/settings/password"
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action="Change password"
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
				label="Current password"
				type="password"
				value={current.value}
				onValue={(value) => (current.value = value)}
				fault={fields.currentPassword ?? fields.password}
				hint={
					<Link href="/forgot" class="link">
						Forgot it?
					</Link>
				}
				autocomplete="current-password"
				required
			/>
			<Field
				label="New password"
				type="password"
				value={next.value}
				onValue={(value) => (next.value = value)}
				fault={fields.newPassword}
				hint={`${PASSWORD_MIN} characters or more. Everywhere else you'll be signed out.`}
				autocomplete="new-password"
				maxLength={PASSWORD_MAX}
				required
			/>
		</SettingsForm>
	);
}

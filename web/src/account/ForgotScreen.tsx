import { useSignal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import * as accountWords from "./account.words.ts";
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
			{accountWords.backToLogIn()}
		</Link>
	);
	return (
		<AccountForm
			title={isSent.value ? accountWords.lookIntoMail() : accountWords.forgotPassword()}
			lead={isSent.value ? accountWords.linkOnItsWay() : accountWords.mailsLink()}
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={isSent.value ? accountWords.sendAgain() : accountWords.sendLink()}
			foot={
				<>
					{weave(accountWords.noOtherWay, {
						help: (
							<Link href="/help" class="link">
								{shellWords.help()}
							</Link>
						),
					})}
					<br />
					{back}
				</>
			}
		>
			<Field
				label={accountWords.nameOrEmail()}
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

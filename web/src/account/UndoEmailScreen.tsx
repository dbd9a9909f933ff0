import { useLocation } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { tell } from "../ui/toasts.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { BrokenLink } from "./BrokenLink.tsx";
import { tokenOfLink } from "./mailedLink.ts";
import { setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

/** "This wasn't me", from the mail to the old address: keeps it, signs everybody out, and goes on to a new password. */
export function UndoEmailScreen() {
	const [, navigate] = useLocation();
	const token = tokenOfLink();
	const { busy, faults, submit } = useForm(async () => {
		const { email, resetToken } = await accounts.undoEmail(token);
		setAccount(null);
		forgetEngagement();
		tell(`${email} stays your address`);
		navigate(`/reset#${resetToken}`, { replace: true });
	});
	if (token === "") return <BrokenLink again={{ href: "/help", label: "Help" }} />;
	return (
		<AccountForm
			title="This wasn't you?"
			lead="Your old address stays, or comes back. Everybody is signed out, and you set a new password."
			onSubmit={submit}
			fault={faults.value.whole ?? faults.value.fields.email ?? null}
			busy={busy.value}
			action="Keep my address"
			foot="If it was you, close the page: nothing changes."
		>
			{null}
		</AccountForm>
	);
}

import { useLocation } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import * as shellWords from "../shell/shell.words.ts";
import { tell } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { LinkedAct } from "./LinkedAct.tsx";
import { setAccount } from "./session.ts";

/** "This wasn't me", from the mail to the old address: keeps it, signs everybody out, and goes on to a new password. */
export function UndoEmailScreen() {
	const [, navigate] = useLocation();
	return (
		<LinkedAct
			title={accountWords.notYou()}
			lead={accountWords.notYouNote()}
			action={accountWords.keepAddress()}
			foot={accountWords.wasYou()}
			again={{ href: "/help", label: shellWords.help() }}
			act={async (token) => {
				const { email, resetToken } = await accounts.undoEmail(token);
				setAccount(null);
				forgetEngagement();
				tell(accountWords.staysAddress({ email }));
				navigate(`/reset#${resetToken}`, { replace: true });
			}}
		/>
	);
}

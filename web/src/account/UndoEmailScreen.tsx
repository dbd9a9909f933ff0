import { useLocation } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { tell } from "../ui/toasts.tsx";
import { LinkedAct } from "./LinkedAct.tsx";
import { setAccount } from "./session.ts";

/** "This wasn't me", from the mail to the old address: keeps it, signs everybody out, and goes on to a new password. */
export function UndoEmailScreen() {
	const [, navigate] = useLocation();
	return (
		<LinkedAct
			title="This wasn't you?"
			lead="Your old address stays, or comes back. Everybody is signed out, and you set a new password."
			action="Keep my address"
			foot="If it was you, close the page: nothing changes."
			again={{ href: "/help", label: "Help" }}
			act={async (token) => {
				const { email, resetToken } = await accounts.undoEmail(token);
				setAccount(null);
				forgetEngagement();
				tell(`${email} stays your address`);
				navigate(`/reset#${resetToken}`, { replace: true });
			}}
		/>
	);
}

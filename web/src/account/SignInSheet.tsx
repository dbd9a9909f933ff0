import { useLocation } from "wouter-preact";
import { Mark } from "../shell/Mark.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { askedToSignIn } from "./session.ts";
import "./sign-in-sheet.css";

/** Asks a guest to sign in, and says what for. */
export function SignInSheet() {
	const [path, navigate] = useLocation();
	const reason = askedToSignIn.value;
	if (reason === null) return null;
	const close = () => {
		askedToSignIn.value = null;
	};
	const go = (to: string) => {
		// In place of the sheet: "back" leads to what was watched.
		navigate(`${to}?back=${encodeURIComponent(path)}`, { replace: true });
		close();
	};
	return (
		<Sheet title={`Join reelay ${reason}`} emblem={<Mark size={52} />} onClose={close}>
			<div class="sheet__content sign-in">
				<p class="quiet">It takes a minute, and what you watched so far keeps shaping your feed.</p>
				<button type="button" class="button button--primary button--wide" onClick={() => go("/signup")}>
					Sign up
				</button>
				<button type="button" class="button button--wide" onClick={() => go("/login")}>
					I have an account
				</button>
			</div>
		</Sheet>
	);
}

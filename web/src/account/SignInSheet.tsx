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
		close();
		navigate(`${to}?back=${encodeURIComponent(path)}`);
	};
	return (
		<Sheet title="" onClose={close}>
			<div class="sheet__content sign-in">
				<Mark size={52} />
				<h2>Join reelay {reason}</h2>
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

import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { Mark } from "../shell/Mark.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { askedToSignIn, forgetWanted } from "./session.ts";
import "./sign-in-sheet.css";

/** On the way from the sheet to an account. */
const SIGNING_IN = /^\/(signup|login|interests)\b/;

/** Asks a guest to sign in, and says what for. */
export function SignInSheet() {
	const [path, navigate] = useLocation();
	const reason = askedToSignIn.value;
	const isSigningIn = SIGNING_IN.test(path);
	useEffect(() => {
		if (!isSigningIn) return;
		return forgetWanted;
	}, [isSigningIn]);
	if (reason === null) return null;
	const close = () => {
		askedToSignIn.value = null;
	};
	const dismiss = () => {
		close();
		forgetWanted();
	};
	const go = (to: string) => {
		// In place of the sheet: "back" leads to what was watched.
		navigate(`${to}?back=${encodeURIComponent(path)}`, { replace: true });
		close();
	};
	return (
		<Sheet title={`Join reelay ${reason}`} emblem={<Mark size={52} />} onClose={dismiss}>
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

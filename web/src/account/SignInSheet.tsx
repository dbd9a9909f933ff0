import { useLocation } from "wouter-preact";
import { Mark } from "../shell/Mark.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { forgetWanted } from "./session.ts";
import "./sign-in-sheet.css";

/** Asks a guest to sign in, and says what for. */
export function SignInSheet({ reason, onClose }: { reason: string; onClose(): void }) {
	const [path, navigate] = useLocation();
	const dismiss = () => {
		onClose();
		forgetWanted();
	};
	const go = (to: string) => {
		// In place of the sheet: "back" leads to what was watched.
		navigate(`${to}?back=${encodeURIComponent(path)}`, { replace: true });
		onClose();
	};
	return (
		<Sheet title={reason} emblem={<Mark size={52} />} onClose={dismiss}>
			<div class="sheet__content sign-in">
				<p class="quiet">{shellWords.joinNote()}</p>
				<button type="button" class="button button--primary button--wide" onClick={() => go("/signup")}>
					{shellWords.signUp()}
				</button>
				<button type="button" class="button button--wide" onClick={() => go("/login")}>
					{shellWords.haveAccount()}
				</button>
			</div>
		</Sheet>
	);
}

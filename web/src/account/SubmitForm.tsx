import type { ComponentChildren } from "preact";
import "./account-form.css";

export interface SubmitFormProps {
	onSubmit(): Promise<void>;
	/** What is wrong with the whole of it, in words. */
	fault: string | null;
	busy: boolean;
	/** What the button says. */
	action: string;
	danger?: boolean;
	children: ComponentChildren;
}

/** Fields, what is wrong with them as a whole, and the one button. */
export function SubmitForm({ onSubmit, fault, busy, action, danger = false, children }: SubmitFormProps) {
	return (
		<form
			class="account__form"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void onSubmit();
			}}
		>
			{children}
			{fault && (
				<p class="account__fault" role="alert">
					{fault}
				</p>
			)}
			<button type="submit" class={danger ? "button button--wide button--danger" : "button button--wide button--primary"} disabled={busy}>
				{busy && <span class="spinner" />}
				{action}
			</button>
		</form>
	);
}

import { Settings } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Link } from "../shell/Link.tsx";
import { Mark } from "../shell/Mark.tsx";
import { useTitle } from "../shell/title.ts";
import "./account-form.css";

interface AccountFormProps {
	title: string;
	lead: string;
	onSubmit(): Promise<void>;
	fault: string | null;
	busy: boolean;
	action: string;
	foot: ComponentChildren;
	children: ComponentChildren;
}

/** The frame of sign-up and log-in. */
export function AccountForm({ title, lead, onSubmit, fault, busy, action, foot, children }: AccountFormProps) {
	useTitle(action);
	return (
		<main class="page account">
			<Link href="/settings" class="icon-button account__settings" aria-label="Settings">
				<Settings size={22} />
			</Link>
			<Mark size={56} />
			<h1>{title}</h1>
			<p class="quiet">{lead}</p>
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
				<button type="submit" class="button button--primary button--wide" disabled={busy}>
					{busy && <span class="spinner" />}
					{action}
				</button>
			</form>
			<p class="quiet">{foot}</p>
		</main>
	);
}

import { LogIn } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { account } from "./session.ts";
import "./account-form.css";
import "./settings.css";

interface SettingsFormProps {
	title: string;
	/** Where it stands: to come back to after logging in. */
	address: string;
	onSubmit(): Promise<void>;
	fault: string | null;
	busy: boolean;
	action: string;
	danger?: boolean;
	children: ComponentChildren;
}

/** One thing of the account that can be changed, on a screen of its own. */
export function SettingsForm({ title, address, onSubmit, fault, busy, action, danger = false, children }: SettingsFormProps) {
	useTitle(title);
	if (!account.value) {
		const enter = (
			<Link href={`/login?back=${address}`} class="button button--primary">
				Log in
			</Link>
		);
		return (
			<Notice isScreen icon={<LogIn size={28} />} title="Log in first" action={enter}>
				Your account is yours to change once you're logged in.
			</Notice>
		);
	}
	return (
		<main class="page settings settings--form">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{title}</h1>
			</header>
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
		</main>
	);
}

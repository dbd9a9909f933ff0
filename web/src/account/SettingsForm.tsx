import { LogIn } from "lucide-preact";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import * as accountWords from "./account.words.ts";
import { SubmitForm, type SubmitFormProps } from "./SubmitForm.tsx";
import { account } from "./session.ts";
import "./account-form.css";
import "./settings.css";

interface SettingsFormProps extends SubmitFormProps {
	title: string;
	/** Where it stands: to come back to after logging in. */
	address: string;
}

/** One thing of the account that can be changed, on a screen of its own. */
export function SettingsForm({ title, address, onSubmit, fault, busy, action, danger = false, children }: SettingsFormProps) {
	useTitle(title);
	if (!account.value) {
		const enter = (
			<Link href={`/login?back=${address}`} class="button button--primary">
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice isScreen icon={<LogIn size={28} />} title={accountWords.logInFirst()} action={enter}>
				{accountWords.logInFirstNote()}
			</Notice>
		);
	}
	return (
		<main class="page settings settings--form">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{title}</h1>
			</header>
			<SubmitForm onSubmit={onSubmit} fault={fault} busy={busy} action={action} danger={danger}>
				{children}
			</SubmitForm>
		</main>
	);
}

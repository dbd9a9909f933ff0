import { Settings } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { Link } from "../shell/Link.tsx";
import { Mark } from "../shell/Mark.tsx";
import { useTitle } from "../shell/title.ts";
import * as accountWords from "./account.words.ts";
import { SubmitForm, type SubmitFormProps } from "./SubmitForm.tsx";
import "./account-form.css";

interface AccountFormProps extends SubmitFormProps {
	title: string;
	lead: string;
	foot: ComponentChildren;
	/** Before the form: what can be done instead of it. */
	over?: ComponentChildren;
}

/** The frame of sign-up and log-in. */
export function AccountForm({ title, lead, onSubmit, fault, busy, action, foot, over, children }: AccountFormProps) {
	useTitle(action);
	return (
		<main class="page account">
			<Link href="/settings" class="icon-button account__settings" aria-label={accountWords.settings()}>
				<Settings size={22} />
			</Link>
			<Mark size={56} />
			<h1>{title}</h1>
			<p class="quiet">{lead}</p>
			{over}
			<SubmitForm onSubmit={onSubmit} fault={fault} busy={busy} action={action}>
				{children}
			</SubmitForm>
			<p class="quiet">{foot}</p>
		</main>
	);
}

import { AccountForm } from "./AccountForm.tsx";
import { BrokenLink } from "./BrokenLink.tsx";
import { tokenOfLink } from "./mailedLink.ts";
import { useForm } from "./useForm.ts";

interface LinkedActProps {
	title: string;
	/** What the press does. */
	lead: string;
	/** On the button. */
	action: string;
	/** What follows when nothing is pressed. */
	foot: string;
	/** Where a new link is asked for. */
	again: { href: string; label: string };
	act(token: string): Promise<void>;
}

/** Where a mailed link leads that does one thing. A press and not the visit does it: mail programs look at links by themselves. */
export function LinkedAct({ title, lead, action, foot, again, act }: LinkedActProps) {
	const token = tokenOfLink();
	const { busy, faults, submit } = useForm(() => act(token));
	if (token === "") return <BrokenLink again={again} />;
	const { whole, fields } = faults.value;
	return (
		<AccountForm
			title={title}
			lead={lead}
			onSubmit={submit}
			fault={whole ?? Object.values(fields)[0] ?? null}
			busy={busy.value}
			action={action}
			foot={foot}
		>
			{null}
		</AccountForm>
	);
}

import { Link2Off } from "lucide-preact";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import * as accountWords from "./account.words.ts";

/** A mailed link came without its secret, as when a mail program broke it in two: said before anything is typed. */
export function BrokenLink({ again }: { again: { href: string; label: string } }) {
	return (
		<Notice
			isScreen
			icon={<Link2Off size={28} />}
			title={accountWords.linkCut()}
			action={
				<Link href={again.href} class="button button--primary">
					{again.label}
				</Link>
			}
		>
			{accountWords.linkCutNote()}
		</Notice>
	);
}

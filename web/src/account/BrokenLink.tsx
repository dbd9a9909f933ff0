import { Link2Off } from "lucide-preact";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";

/** A mailed link came without its secret, as when a mail program broke it in two: said before anything is typed. */
export function BrokenLink({ again }: { again: { href: string; label: string } }) {
	return (
		<Notice
			isScreen
			icon={<Link2Off size={28} />}
			title="Part of the link is missing"
			action={
				<Link href={again.href} class="button button--primary">
					{again.label}
				</Link>
			}
		>
			Copy the whole link from the mail into the address bar, or ask for a new one.
		</Notice>
	);
}

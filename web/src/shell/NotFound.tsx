import { MapPinOff } from "lucide-preact";
import { Notice } from "../ui/Notice.tsx";
import { Link } from "./Link.tsx";
import * as shellWords from "./shell.words.ts";
import { useTitle } from "./title.ts";

/** An address that leads nowhere. */
export function NotFound() {
	useTitle(shellWords.notFound());
	return (
		<Notice
			isScreen
			icon={<MapPinOff size={28} />}
			title={shellWords.nothingHere()}
			action={
				<Link href="/" class="button button--primary">
					{shellWords.toFeed()}
				</Link>
			}
		>
			{shellWords.addressGone()}
		</Notice>
	);
}

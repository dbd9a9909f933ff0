import { MapPinOff } from "lucide-preact";
import { Notice } from "../ui/Notice.tsx";
import { Link } from "./Link.tsx";
import { useTitle } from "./title.ts";

/** An address that leads nowhere. */
export function NotFound() {
	useTitle("Not found");
	return (
		<Notice
			isScreen
			icon={<MapPinOff size={28} />}
			title="There is nothing here"
			action={
				<Link href="/" class="button button--primary">
					To the feed
				</Link>
			}
		>
			The address may be mistyped, or what was here is gone.
		</Notice>
	);
}

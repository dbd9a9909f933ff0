import { BadgeCheck } from "lucide-preact";
import type { UserSummary } from "../api/social.ts";
import * as uiWords from "./ui.words.ts";
import "./person-name.css";

/** A person's name in their own direction of writing, and whether it is proven to be theirs. */
export function PersonName({ user }: { user: Pick<UserSummary, "displayName" | "verified"> }) {
	return (
		<>
			<bdi>{user.displayName}</bdi>
			{user.verified && (
				<span class="verified" role="img" aria-label={uiWords.verified()}>
					<BadgeCheck size="1em" strokeWidth={2.4} />
				</span>
			)}
		</>
	);
}

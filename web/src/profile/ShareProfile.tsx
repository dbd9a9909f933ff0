import { Share2 } from "lucide-preact";
import type { UserProfile } from "../api/social.ts";
import { passOn } from "../feed/share.ts";
import * as profileWords from "./profile.words.ts";

/** Passes on the link to a person. */
export const ShareProfile = ({ user: { displayName, username } }: { user: UserProfile }) => (
	<button
		type="button"
		class="button profile__square"
		aria-label={profileWords.shareProfile()}
		onClick={() => void passOn(displayName, `/@${username}`)}
	>
		<Share2 size={20} />
	</button>
);

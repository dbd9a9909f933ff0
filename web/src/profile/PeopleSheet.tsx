import { useSignal } from "@preact/signals";
import * as people from "../api/people.ts";
import type { UserSummary } from "../api/social.ts";
import * as social from "../api/social.ts";
import * as feedWords from "../feed/feed.words.ts";
import { tell } from "../ui/toasts.tsx";
import * as profileWords from "./profile.words.ts";
import { UserSheet } from "./UserSheet.tsx";

interface PeopleSheetProps {
	userId: string;
	which: "followers" | "following";
	/** One's own followers can be removed. */
	isYou: boolean;
	onClose(): void;
}

const LISTS = {
	followers: { title: profileWords.followers, empty: profileWords.followersEmpty, read: social.listFollowers },
	following: { title: feedWords.following, empty: profileWords.followingEmpty, read: social.listFollowing },
} as const;

/** Who follows a person, or whom they follow. */
export function PeopleSheet({ userId, which, isYou, onClose }: PeopleSheetProps) {
	const { title, empty, read } = LISTS[which];
	const canRemove = isYou && which === "followers";
	return (
		<UserSheet
			key={`${which} ${userId}`}
			title={title()}
			empty={empty()}
			load={(cursor) => read(userId, cursor)}
			act={(user, settle) =>
				canRemove && (
					<RemoveFollower
						user={user}
						onRemove={async () => {
							const done = await settle(user, () => people.removeFollower(user.id));
							if (done) tell(profileWords.followerRemoved({ displayName: user.displayName }));
						}}
					/>
				)
			}
			onClose={onClose}
		/>
	);
}

/** Asked twice: it can't be undone from here. */
function RemoveFollower({ user, onRemove }: { user: UserSummary; onRemove(): void }) {
	const asking = useSignal(false);
	if (!asking.value) {
		return (
			<button
				type="button"
				class="button button--small"
				aria-label={profileWords.removeName({ displayName: user.displayName })}
				onClick={() => (asking.value = true)}
			>
				{profileWords.remove()}
			</button>
		);
	}
	return (
		<button
			type="button"
			class="button button--small button--danger"
			aria-label={profileWords.reallyRemoveName({ displayName: user.displayName })}
			onBlur={() => (asking.value = false)}
			onClick={onRemove}
		>
			{profileWords.really()}
		</button>
	);
}

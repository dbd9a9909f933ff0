import { useSignal } from "@preact/signals";
import { Flag, Lock, UserRoundX, Volume2, VolumeX } from "lucide-preact";
import { account } from "../account/session.ts";
import * as people from "../api/people.ts";
import type { UserProfile } from "../api/social.ts";
import * as social from "../api/social.ts";
import { followingOf, requestedOf, setFollowing } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { homeFeeds } from "../feed/feeds.ts";
import { MessageButton } from "../messages/MessageButton.tsx";
import * as reportsWords from "../reports/reports.words.ts";
import { reportProfile } from "../reports/things.ts";
import { AskSheet } from "../ui/AskSheet.tsx";
import { Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as profileWords from "./profile.words.ts";
import { ShareProfile } from "./ShareProfile.tsx";
import { tilesOf } from "./tileList.ts";

interface OthersActionsProps {
	user: UserProfile;
	/** The profile is to be read anew. Resolves when it was. */
	onChange(): Promise<void>;
}

/** What one can do about somebody else: follow, share, mute, block. */
export function OthersActions({ user, onChange }: OthersActionsProps) {
	const asking = useSignal(false);
	const busy = useSignal(false);
	const following = followingOf(user.id, user.following).value;
	const requested = requestedOf(user.id, user.requested).value;
	const toggle = async () => {
		await setFollowing(user, !following && !requested);
		await onChange();
	};
	const setMuted = async (muted: boolean): Promise<void> => {
		busy.value = true;
		try {
			await (muted ? people.mute(user.id) : people.unmute(user.id));
			if (muted) forgetInFeeds(user);
			await onChange();
			tell(muted ? profileWords.muted({ displayName: user.displayName }) : profileWords.unmuted({ displayName: user.displayName }));
		} catch (error) {
			tellFault(error, () => void setMuted(muted));
		} finally {
			busy.value = false;
		}
	};
	const setBlocked = async (blocked: boolean): Promise<void> => {
		busy.value = true;
		try {
			await (blocked ? social.block(user.id) : social.unblock(user.id));
			if (blocked) forgetVideosOf(user);
			await onChange();
			if (!blocked) await tilesOf(`@${user.username}`).restart();
			tell(blocked ? profileWords.blocked({ displayName: user.displayName }) : profileWords.unblocked({ displayName: user.displayName }));
		} catch (error) {
			tellFault(error, () => void setBlocked(blocked));
		} finally {
			busy.value = false;
			asking.value = false;
		}
	};
	if (user.blocked) {
		return (
			<div class="profile__actions">
				<button type="button" class="button" disabled={busy.value} onClick={() => void setBlocked(false)}>
					{profileWords.unblock()}
				</button>
				<ReportButton user={user} onChange={onChange} />
			</div>
		);
	}
	return (
		<div class="profile__actions">
			<button
				type="button"
				class={following || requested ? "button" : "button button--primary"}
				aria-pressed={following || requested}
				onClick={() => void toggle()}
			>
				{followWords(user, following, requested)}
			</button>
			{account.value && <MessageButton user={user} />}
			<ShareProfile user={user} />
			{account.value && (
				<button
					type="button"
					class="button profile__square"
					aria-label={`${user.muted ? profileWords.unmute() : profileWords.mute()} ${user.displayName}`}
					aria-pressed={user.muted}
					disabled={busy.value}
					onClick={() => void setMuted(!user.muted)}
				>
					{user.muted ? <VolumeX size={20} /> : <Volume2 size={20} />}
				</button>
			)}
			{account.value && (
				<button
					type="button"
					class="button profile__square"
					aria-label={profileWords.blockName({ displayName: user.displayName })}
					onClick={() => (asking.value = true)}
				>
					<UserRoundX size={20} />
				</button>
			)}
			<ReportButton user={user} onChange={onChange} />
			{asking.value && (
				<AskSheet
					title={profileWords.blockAsk({ displayName: user.displayName })}
					points={[profileWords.blockVideos(), profileWords.blockFollows(), profileWords.blockUntold()]}
					act={profileWords.block()}
					busy={busy.value}
					onAct={() => void setBlocked(true)}
					onClose={() => (asking.value = false)}
				/>
			)}
		</div>
	);
}

const ReportButton = ({ user, onChange }: OthersActionsProps) => (
	<button
		type="button"
		class="button profile__square"
		aria-label={reportsWords.reportProfile()}
		onClick={() => reportProfile(user, () => void onChange())}
	>
		<Flag size={20} />
	</button>
);

/** In place of the videos of a private account, for who may not see them. */
export function PrivateNotice({ user }: { user: UserProfile }) {
	const requested = requestedOf(user.id, user.requested).value;
	return (
		<Notice icon={<Lock size={28} />} title={profileWords.isPrivate()}>
			{requested
				? profileWords.askedPrivate({ displayName: user.displayName })
				: profileWords.followPrivate({ displayName: user.displayName })}
		</Notice>
	);
}

/** In place of the videos of somebody who is blocked. */
export const BlockedNotice = ({ user }: { user: UserProfile }) => (
	<Notice icon={<UserRoundX size={28} />} title={profileWords.youBlocked({ displayName: user.displayName })}>
		{profileWords.youBlockedNote()}
	</Notice>
);

function followWords({ followsYou, isPrivate }: UserProfile, following: boolean, requested: boolean): string {
	if (requested) return profileWords.requested();
	if (following) return followsYou ? feedWords.friends() : feedWords.following();
	if (isPrivate) return profileWords.askToFollow();
	return followsYou ? profileWords.followBack() : feedWords.follow();
}

/** What lies in memory goes with what the server no longer shows. */
function forgetVideosOf(user: UserProfile): void {
	tilesOf(`@${user.username}`).clear();
	forgetInFeeds(user);
}

function forgetInFeeds({ id }: UserProfile): void {
	for (const list of Object.values(homeFeeds)) {
		list.remove((card) => card.user.id === id);
		if (list.cards.value.length > 0) void list.topUp();
	}
}

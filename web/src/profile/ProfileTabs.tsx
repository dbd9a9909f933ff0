import { Bookmark, Folder, Heart, LayoutGrid, Repeat2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { UserProfile } from "../api/social.ts";
import * as feedWords from "../feed/feed.words.ts";
import { Link } from "../shell/Link.tsx";
import * as profileWords from "./profile.words.ts";

/** What a profile shows, by the name its address has for it; videos are there without one. */
export type Tab = "videos" | "favourites" | "liked";

interface Named {
	readonly tab: Tab;
	readonly label: () => string;
	readonly icon: ComponentChildren;
	/** Whether the viewer is shown it on this profile. */
	readonly isThere: (user: UserProfile) => boolean;
}

const TABS: readonly Named[] = [
	{ tab: "videos", label: feedWords.videos, icon: <LayoutGrid size={20} />, isThere: () => true },
	{ tab: "favourites", label: profileWords.favourites, icon: <Bookmark size={20} />, isThere: ({ isYou }) => isYou },
	{ tab: "liked", label: profileWords.liked, icon: <Heart size={20} />, isThere: ({ isYou, showsLiked }) => isYou || showsLiked },
];

const tabsOf = (user: UserProfile) => TABS.filter(({ isThere }) => isThere(user));

/** The tab an address asks for, where this profile has it. */
export const tabOf = (search: string, user: UserProfile): Tab =>
	tabsOf(user).find(({ tab }) => tab === new URLSearchParams(search).get("tab"))?.tab ?? "videos";

/** The ways to what a person has on their profile. */
export function ProfileTabs({ user, shown }: { user: UserProfile; shown: Tab }) {
	const tabs = tabsOf(user);
	return (
		<nav
			class={user.isYou ? "profile__tabs profile__tabs--own" : "profile__tabs"}
			aria-label={user.isYou ? profileWords.yourVideos() : profileWords.videosOf({ displayName: user.displayName })}
		>
			{tabs.map(({ tab, label, icon }) => (
				<Link
					key={tab}
					href={tab === "videos" ? `/@${user.username}` : `/@${user.username}?tab=${tab}`}
					aria-current={shown === tab ? "page" : undefined}
				>
					{icon} <span>{label()}</span>
				</Link>
			))}
			<Link href={`/@${user.username}/reposts`}>
				<Repeat2 size={20} /> <span>{profileWords.reposts()}</span>
			</Link>
			{user.isYou && (
				<Link href="/collections">
					<Folder size={20} /> <span>{profileWords.collections()}</span>
				</Link>
			)}
		</nav>
	);
}

import { useSignal } from "@preact/signals";
import { ChevronDown, Clapperboard, Link2, Settings, SlidersHorizontal, UserRoundX } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import { ApiError } from "../api/problem.ts";
import type { UserProfile } from "../api/social.ts";
import * as social from "../api/social.ts";
import { followingOf, requestedOf } from "../feed/engagement.ts";
import * as feedWords from "../feed/feed.words.ts";
import { ownTile } from "../own/ownVideos.ts";
import { loadPins, pinsOf } from "../pins/pins.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { lazySheet } from "../shell/lazySheet.tsx";
import { useTitle } from "../shell/title.ts";
import { TaggedText } from "../tags/TaggedText.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { shortCount } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { PullToRefresh } from "../ui/PullToRefresh.tsx";
import { useSwipeBack } from "../ui/swipeBack.ts";
import { KeptVideos } from "./KeptVideos.tsx";
import { keptOf, tileOf } from "./keptLists.ts";
import { LikedByOther } from "./LikedByOther.tsx";
import { BlockedNotice, OthersActions, PrivateNotice } from "./OthersActions.tsx";
import { PeopleSheet } from "./PeopleSheet.tsx";
import { ProfileSkeleton } from "./ProfileSkeleton.tsx";
import { ProfileTabs, tabOf } from "./ProfileTabs.tsx";
import * as profileWords from "./profile.words.ts";
import { ShareProfile } from "./ShareProfile.tsx";
import { shownLink } from "./shownLink.ts";
import { tilesOf } from "./tileList.ts";
import { VideoGrid } from "./VideoGrid.tsx";
import "./profile.css";

const AccountsSheet = lazySheet(async () => (await import("../account/AccountsSheet.tsx")).AccountsSheet);

/** As last seen, so that coming back from a video finds the screen at once, and where it was left. */
const seen = new Map<string, UserProfile>();

type People = "followers" | "following" | null;

/** A person: who they are, and what they made. */
export function ProfileScreen({ name }: { name: string }) {
	const profile = useSignal<UserProfile | null>(seen.get(name) ?? null);
	const fault = useSignal<unknown>(null);
	const people = useSignal<People>(null);
	const screen = useRef<HTMLElement>(null);
	const tiles = tilesOf(`@${name}`);
	const search = useSearch();
	const [, navigate] = useLocation();
	const load = async () => {
		fault.value = null;
		try {
			const { user } = await social.getUser(`@${name}`);
			followingOf(user.id, user.following).value = user.following;
			requestedOf(user.id, user.requested).value = user.requested;
			seen.set(name, user);
			profile.value = user;
			// The name was changed, and this one still leads here: the address says the new one from now on.
			if (user.username.toLowerCase() !== name.toLowerCase()) navigate(`/@${user.username}`, { replace: true });
		} catch (error) {
			fault.value = error;
		}
	};
	const user = profile.value;
	const tab = user ? tabOf(search, user) : "videos";
	const kept = user?.isYou && tab !== "videos" ? tab : null;
	const refresh = async () => {
		const id = account.value?.id;
		const shown = kept && id ? keptOf(kept, id) : tiles;
		await Promise.all([load(), shown.restart(), loadPins(name)]);
	};
	useSwipeBack(screen, user?.isYou === false);
	useTitle(user ? `${user.displayName} (@${user.username})` : `@${name}`);
	useEffect(() => {
		void load();
		void loadPins(name);
		void tiles.restart();
		return tiles.follow();
	}, [name, account.value?.id]);

	if (fault.value instanceof ApiError && fault.value.status === 404) {
		return (
			<Notice
				isScreen
				icon={<UserRoundX size={28} />}
				title={profileWords.nobody()}
				action={
					<Link href="/explore" class="button button--primary">
						{profileWords.lookAround()}
					</Link>
				}
			>
				{profileWords.notHere({ name })}
			</Notice>
		);
	}
	if (fault.value && !user) {
		// What is one's own here needs no connection: looks, signing out of a lent device later on, who to ask.
		const settings = account.value?.username === name && (
			<Link href="/settings" class="button">
				<Settings size={20} /> {accountWords.settings()}
			</Link>
		);
		return <FaultNotice isScreen error={fault.value} onRetry={() => void load()} otherwise={settings} />;
	}
	if (!user) return <ProfileSkeleton />;
	return (
		<main class="page profile" ref={screen}>
			<PullToRefresh onRefresh={refresh} />
			<header class="profile__head">
				{!user.isYou && (
					<div class="profile__back">
						<BackButton otherwise="/" />
					</div>
				)}
				<Avatar user={user} size={96} />
				<div class="profile__who">
					<h1>
						<PersonName user={user} />
					</h1>
					{user.isYou ? (
						<OwnName user={user} />
					) : (
						<p class="quiet">
							<bdi>@{user.username}</bdi>
						</p>
					)}
					{user.verified && <p class="quiet">{profileWords.verifiedMeans()}</p>}
				</div>
				<ul class="profile__counts numeric">
					<Count label={feedWords.following()} value={user.followingCount} onOpen={user.mayOpen && (() => (people.value = "following"))} />
					<Count
						label={profileWords.followersLabel({ count: user.followersCount })}
						value={user.followersCount}
						onOpen={user.mayOpen && (() => (people.value = "followers"))}
					/>
					<Count label={profileWords.likesLabel({ count: user.likesCount })} value={user.likesCount} />
				</ul>
				{user.bio && (
					<p class="profile__bio" dir="auto">
						<TaggedText text={user.bio} />
					</p>
				)}
				<ProfileLinks links={user.links} />
				{user.isYou ? <OwnActions user={user} /> : <OthersActions user={user} onChange={load} />}
			</header>
			{user.mayOpen && !user.blocked && <ProfileTabs user={user} shown={tab} />}
			{user.blocked && <BlockedNotice user={user} />}
			{!user.mayOpen && !user.blocked && <PrivateNotice user={user} />}
			{kept && <KeptVideos kept={kept} accountId={user.id} />}
			{!user.isYou && !user.blocked && user.mayOpen && tab === "liked" && <LikedByOther user={user} />}
			{!user.blocked && user.mayOpen && tab === "videos" && (
				<>
					<h2 class="visually-hidden">{feedWords.videos()}</h2>
					<VideoGrid
						tiles={tiles}
						base={`/@${user.username}`}
						pinned={pinsOf(name).value.map(user.isYou ? ownTile : tileOf)}
						empty={
							user.isYou ? (
								<Notice
									icon={<Clapperboard size={28} />}
									title={profileWords.firstVideo()}
									action={
										<Link href="/upload" class="button button--primary">
											{feedWords.uploadVideo()}
										</Link>
									}
								>
									{profileWords.firstVideoNote()}
								</Notice>
							) : (
								<Notice icon={<Clapperboard size={28} />} title={profileWords.noVideos()}>
									{profileWords.followForVideos({ displayName: user.displayName })}
								</Notice>
							)
						}
					/>
				</>
			)}
			{people.value && <PeopleSheet userId={user.id} which={people.value} isYou={user.isYou} onClose={() => (people.value = null)} />}
		</main>
	);
}

/** One's own name leads to the other accounts of this device. */
function OwnName({ user }: { user: UserProfile }) {
	const isOpen = useSignal(false);
	return (
		<>
			<button type="button" class="profile__switch quiet" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
				<bdi>@{user.username}</bdi> <ChevronDown size={16} aria-hidden="true" />
				<span class="visually-hidden">, {accountWords.switchAccount()}</span>
			</button>
			{isOpen.value && <AccountsSheet onClose={() => (isOpen.value = false)} />}
		</>
	);
}

function Count({ label, value, onOpen }: { label: string; value: number; onOpen?: (() => void) | false }) {
	const inner = (
		<>
			<strong>{shortCount(value)}</strong> <span>{label}</span>
		</>
	);
	return (
		<li>
			{onOpen ? (
				<button type="button" class="profile__count" onClick={onOpen}>
					{inner}
				</button>
			) : (
				<span class="profile__count">{inner}</span>
			)}
		</li>
	);
}

/** Where a person is to be found elsewhere: `nofollow`, as anybody may write anything, and without a way back to this page. */
const ProfileLinks = ({ links = [] }: { links: readonly string[] | undefined }) =>
	links.length === 0 ? null : (
		<ul class="profile__links">
			{links.map((link) => (
				<li key={link}>
					<a href={link} rel="nofollow noopener ugc" target="_blank" referrerpolicy="no-referrer">
						<Link2 size={16} aria-hidden="true" /> {shownLink(link)}
					</a>
				</li>
			))}
		</ul>
	);

const OwnActions = ({ user }: { user: UserProfile }) => (
	<div class="profile__actions">
		<Link href="/settings/profile" class="button">
			{accountWords.editProfile()}
		</Link>
		<ShareProfile user={user} />
		<Link href="/studio" class="button profile__square" aria-label={profileWords.yourVideos()}>
			<Clapperboard size={20} />
		</Link>
		<Link href="/settings/feed" class="button profile__square" aria-label={profileWords.yourFeed()}>
			<SlidersHorizontal size={20} />
		</Link>
		<Link href="/settings" class="button profile__square" aria-label={accountWords.settings()}>
			<Settings size={20} />
		</Link>
	</div>
);

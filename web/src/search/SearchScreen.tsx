import { SearchX } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useSearch } from "wouter-preact";
import type { SearchPage, SearchType } from "../api/search.ts";
import { weave } from "../language/weave.ts";
import { PersonRow } from "../people/PeopleList.tsx";
import { GridSkeleton } from "../profile/ProfileSkeleton.tsx";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { followersText, HashtagRows, SoundRows, VideoTiles } from "./Results.tsx";
import { rememberSearch } from "./recent.ts";
import { SearchBox } from "./SearchBox.tsx";
import { SearchStart } from "./SearchStart.tsx";
import * as searchWords from "./search.words.ts";
import { searchAddress } from "./searchAddress.ts";
import { resultsOf, type SearchResults } from "./searchResults.ts";
import "../profile/profile.css";
import "./search.css";

const TABS: readonly { readonly type: SearchType | null; readonly name: () => string }[] = [
	{ type: null, name: searchWords.all },
	{ type: "videos", name: searchWords.videos },
	{ type: "users", name: searchWords.people },
	{ type: "hashtags", name: searchWords.hashtags },
	{ type: "sounds", name: searchWords.sounds },
];
const typeOf = (text: string | null): SearchType | null => TABS.find(({ type }) => type === text)?.type ?? null;

/** Searching, and what was found: all kinds, or one. The address says what is searched for. */
export function SearchScreen() {
	const asked = new URLSearchParams(useSearch());
	const q = (asked.get("q") ?? "").trim();
	const type = typeOf(asked.get("type"));
	useTitle(q === "" ? shellWords.search() : q);
	return (
		<main class="page search">
			<h1 class="visually-hidden">{shellWords.search()}</h1>
			<div class="search__head">
				<BackButton otherwise="/explore" />
				<SearchBox q={q} focus={q === ""} listsRecent={q !== ""} />
			</div>
			{q === "" ? <SearchStart /> : <Found key={`${type} ${q}`} q={q} type={type} />}
		</main>
	);
}

function Found({ q, type }: { q: string; type: SearchType | null }) {
	const results = resultsOf(q, type);
	useEffect(() => results.begin(), [results]);
	const page = results.page.value;
	return (
		<>
			<nav class="search__tabs" aria-label={searchWords.kinds()}>
				{TABS.map((tab) => (
					<Link key={tab.type} href={searchAddress(q, tab.type)} class="search__tab" aria-current={tab.type === type ? "page" : undefined}>
						{tab.name()}
					</Link>
				))}
			</nav>
			<div aria-live="polite" class="visually-hidden">
				{page && (page.nothingFound ? searchWords.nothingFound() : searchWords.resultsHere())}
			</div>
			{results.fault.value !== null && page === null ? (
				<FaultNotice error={results.fault.value} onRetry={() => void results.load()} />
			) : page === null ? (
				<SearchSkeleton type={type} />
			) : (
				<Page results={results} page={page} type={type} />
			)}
		</>
	);
}

function Page({ results, page, type }: { results: SearchResults; page: SearchPage; type: SearchType | null }) {
	const { q } = results;
	const more = () => void results.load().catch((error: unknown) => tellFault(error, more));
	return (
		<>
			{page.didYouMean !== null && (
				<p class="search__meant">
					{weave(searchWords.didYouMean, {
						query: (
							<Link href={searchAddress(page.didYouMean, type)} class="link" onClick={() => rememberSearch(page.didYouMean ?? "")}>
								{page.didYouMean}
							</Link>
						),
					})}
				</p>
			)}
			{page.nothingFound && <Nothing page={page} type={type} q={q} />}
			{page.users.length > 0 && (
				<Part title={searchWords.people()} isAlone={type !== null} more={searchAddress(q, "users")}>
					<ul>
						{page.users.map((user) => (
							<PersonRow key={user.id} user={user} note={followersText(user)} />
						))}
					</ul>
				</Part>
			)}
			{page.hashtags.length > 0 && (
				<Part title={searchWords.hashtags()} isAlone={type !== null} more={searchAddress(q, "hashtags")}>
					<HashtagRows hashtags={page.hashtags} />
				</Part>
			)}
			{page.sounds.length > 0 && (
				<Part title={searchWords.sounds()} isAlone={type !== null} more={searchAddress(q, "sounds")}>
					<SoundRows sounds={page.sounds} />
				</Part>
			)}
			{page.videos.length > 0 && (
				<Part
					title={page.nothingFound ? searchWords.manyWatch() : searchWords.videos()}
					isAlone={type !== null && !page.nothingFound}
					more={page.nothingFound ? null : searchAddress(q, "videos")}
				>
					<VideoTiles videos={page.videos} q={page.nothingFound ? null : q} />
				</Part>
			)}
			{page.nextCursor !== null && (
				<button type="button" class="button search__more" onClick={more}>
					{searchWords.showMore()}
				</button>
			)}
		</>
	);
}

interface PartProps {
	title: string;
	/** The only one there is: the tab is its name. */
	isAlone: boolean;
	/** Where all of its kind are. */
	more: string | null;
	children: ComponentChildren;
}
const Part = ({ title, isAlone, more, children }: PartProps) => (
	<section class="search__part" aria-label={title}>
		{!isAlone && (
			<header>
				<h2>{title}</h2>
				{more !== null && (
					<Link href={more} class="link" aria-label={searchWords.seeAllOf({ kind: title })}>
						{searchWords.seeAll()}
					</Link>
				)}
			</header>
		)}
		{children}
	</section>
);

const WHAT: Readonly<Record<SearchType | "all", () => string>> = {
	all: searchWords.tryVideos,
	videos: searchWords.tryVideos,
	users: searchWords.tryUsers,
	hashtags: searchWords.tryHashtags,
	sounds: searchWords.trySounds,
};

const Nothing = ({ q, type, page }: { q: string; type: SearchType | null; page: SearchPage }) => (
	<Notice
		icon={<SearchX size={28} />}
		title={searchWords.nothingFoundFor({ q })}
		action={
			type === null || type === "videos" ? (
				page.videos.length === 0 && (
					<Link href="/explore" class="button button--primary">
						{searchWords.lookAround()}
					</Link>
				)
			) : (
				<Link href={searchAddress(q)} class="button button--primary">
					{searchWords.searchEverything()}
				</Link>
			)
		}
	>
		{WHAT[type ?? "all"]()}
	</Notice>
);

const SearchSkeleton = ({ type }: { type: SearchType | null }) => (
	<div role="progressbar" aria-label={searchWords.searching()}>
		{type === null || type === "videos" ? (
			<GridSkeleton />
		) : (
			[52, 38, 60, 44, 56].map((width) => (
				<div class="person" key={width}>
					<div class="skeleton person__face" />
					<div class="skeleton person__line" style={{ width: `${width}%` }} />
				</div>
			))
		)}
	</div>
);

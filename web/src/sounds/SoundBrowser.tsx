import { useSignal } from "@preact/signals";
import { Bookmark, Music, Search } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { SOUND_GENRES } from "../../../contracts/sounds.ts";
import { isSignedIn } from "../account/session.ts";
import { listSavedSounds, listSounds, type Sound, type SoundGenre } from "../api/sounds.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { GENRES } from "./genres.ts";
import { stopPreview } from "./preview.ts";
import { SoundRow } from "./SoundRow.tsx";
import { SoundList } from "./soundList.ts";
import * as soundsWords from "./sounds.words.ts";
import "../ui/segments.css";
import "./sounds.css";

export type Shelf = "library" | "favourites";

/** What is typed is looked for once it rests this long, milliseconds. */
const REST_MS = 250;

interface SoundBrowserProps {
	shelf: Shelf;
	onShelf(shelf: Shelf): void;
	/** What can be done with a sound. */
	act(sound: Sound): ComponentChildren;
	isLinked?: boolean;
}

/** The library by words and genre, and one's favourites: each sound can be heard, kept and used. */
export function SoundBrowser({ shelf, onShelf, act, isLinked = true }: SoundBrowserProps) {
	const list = useMemo(() => new SoundList(), [shelf]);
	const typed = useSignal("");
	const q = useSignal("");
	const genre = useSignal<SoundGenre | null>(null);
	const end = useRef<HTMLDivElement>(null);
	const name = useId();
	const read = (cursor: string | undefined) =>
		shelf === "favourites"
			? listSavedSounds(cursor)
			: listSounds({ ...(q.value && { q: q.value }), ...(genre.value && { genre: genre.value }), ...(cursor && { cursor }) });
	const reading = useRef(read);
	reading.current = read;
	const restart = () => void list.restart((cursor) => reading.current(cursor));
	useEffect(() => stopPreview, []);
	useEffect(() => {
		const timer = setTimeout(() => (q.value = typed.value.trim()), REST_MS);
		return () => clearTimeout(timer);
	}, [typed.value]);
	useEffect(() => {
		if (shelf === "library" || isSignedIn.value) restart();
	}, [list, q.value, genre.value, isSignedIn.value]);
	useEffect(() => {
		const element = end.current;
		if (!element) return;
		const observer = new IntersectionObserver(
			(entries) => entries.some((entry) => entry.isIntersecting) && void list.more((cursor) => reading.current(cursor)),
			{ rootMargin: "400px" },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, [list, list.state.value]);
	const sounds = list.sounds.value;
	const state = list.state.value;
	return (
		<div class="sound-browser">
			<fieldset class="segments sound-browser__shelves">
				<legend class="visually-hidden">{soundsWords.whichSounds()}</legend>
				{(["library", "favourites"] as const).map((one) => (
					<label key={one}>
						<input type="radio" name={name} checked={shelf === one} onChange={() => onShelf(one)} />
						<span>{one === "library" ? soundsWords.library() : soundsWords.favourites()}</span>
					</label>
				))}
			</fieldset>
			{shelf === "library" && (
				<>
					<label class="sound-search">
						<Search size={20} aria-hidden="true" />
						<input
							type="search"
							value={typed.value}
							maxLength={100}
							enterkeyhint="search"
							placeholder={soundsWords.searchPlaceholder()}
							aria-label={soundsWords.searchLabel()}
							onInput={(event) => (typed.value = event.currentTarget.value)}
						/>
					</label>
					<div class="sound-genres" role="toolbar" aria-label={soundsWords.genres()}>
						<Genre label={soundsWords.all()} isChosen={genre.value === null} onChoose={() => (genre.value = null)} />
						{SOUND_GENRES.map((one) => (
							<Genre key={one} label={GENRES[one]()} isChosen={genre.value === one} onChoose={() => (genre.value = one)} />
						))}
					</div>
				</>
			)}
			{shelf === "favourites" && !isSignedIn.value ? (
				<Notice icon={<Bookmark size={28} />} title={soundsWords.noFavourites()}>
					{soundsWords.signInToKeep()}
				</Notice>
			) : state === "failed" && sounds.length === 0 ? (
				<FaultNotice error={list.error.value} onRetry={restart} />
			) : state === "loading" && sounds.length === 0 ? (
				<RowSkeletons />
			) : sounds.length === 0 ? (
				<NoSounds shelf={shelf} isFiltered={q.value !== "" || genre.value !== null} />
			) : (
				<ul class="sound-list">
					{sounds.map((sound) => (
						<SoundRow key={sound.id} sound={sound} onChange={(changed) => list.put(changed)} act={act(sound)} isLinked={isLinked} />
					))}
				</ul>
			)}
			{state === "ready" && <div ref={end} class="sound-list__end" />}
			{state === "failed" && sounds.length > 0 && <FaultNotice error={list.error.value} onRetry={restart} />}
		</div>
	);
}

function NoSounds({ shelf, isFiltered }: { shelf: Shelf; isFiltered: boolean }) {
	if (shelf === "favourites") {
		return (
			<Notice icon={<Bookmark size={28} />} title={soundsWords.noFavourites()}>
				{soundsWords.howToKeep()}
			</Notice>
		);
	}
	return (
		<Notice icon={<Music size={28} />} title={isFiltered ? soundsWords.nothingFound() : soundsWords.libraryEmpty()}>
			{isFiltered ? soundsWords.searchOtherwise() : soundsWords.libraryComing()}
		</Notice>
	);
}

const Genre = ({ label, isChosen, onChoose }: { label: string; isChosen: boolean; onChoose(): void }) => (
	<button type="button" class="sound-genre" aria-pressed={isChosen} onClick={onChoose}>
		{label}
	</button>
);

const RowSkeletons = () => (
	<ul class="sound-list" role="progressbar" aria-label={soundsWords.loading()}>
		{[1, 2, 3, 4, 5, 6].map((row) => (
			<li key={row} class="sound-row">
				<span class="sound-row__art skeleton" />
				<span class="sound-row__names">
					<span class="skeleton sound-row__ghost" />
					<span class="skeleton sound-row__ghost sound-row__ghost--short" />
				</span>
			</li>
		))}
	</ul>
);

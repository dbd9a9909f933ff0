import { useSignal } from "@preact/signals";
import { Clock, Hash, Search, X } from "lucide-preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { type Completions, completeSearch } from "../api/search.ts";
import * as shellWords from "../shell/shell.words.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Composition } from "../ui/composition.ts";
import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from "./recent.ts";
import * as searchWords from "./search.words.ts";
import { searchAddress } from "./searchAddress.ts";
import "./search-box.css";

/** What is typed is completed when nothing more was typed for so long, milliseconds. */
const PAUSE_MS = 90;

interface SearchBoxProps {
	/** What was searched for. */
	q?: string;
	/** Begins with the box being written in. */
	focus?: boolean;
	/** Whether it lists what was searched before; not where the screen does. */
	listsRecent?: boolean;
}

interface Option {
	readonly key: string;
	readonly kind: "recent" | "query" | "user" | "hashtag";
	readonly label: string;
	readonly href: string;
	/** What the box then says; of a person nothing is searched. */
	readonly q: string | null;
	readonly user?: Completions["users"][number];
}

const optionsOf = ({ queries, users, hashtags }: Completions): Option[] => [
	...queries.map((query): Option => ({ key: `q${query}`, kind: "query", label: query, href: searchAddress(query), q: query })),
	...hashtags.map((tag): Option => ({ key: `h${tag}`, kind: "hashtag", label: `#${tag}`, href: searchAddress(`#${tag}`), q: `#${tag}` })),
	...users.map(
		(user): Option => ({ key: `u${user.id}`, kind: "user", label: `@${user.username}`, href: `/@${user.username}`, q: null, user }),
	),
];

/** The box to search in: completes what is typed, offers what was searched before, and leads to what is found. */
export function SearchBox({ q = "", focus = false, listsRecent = true }: SearchBoxProps) {
	const [, navigate] = useLocation();
	const text = useSignal(q);
	const isOpen = useSignal(false);
	const chosen = useSignal(-1);
	const completions = useSignal<Completions | null>(null);
	const composition = useRef(new Composition());
	const input = useRef<HTMLInputElement>(null);
	const id = useId();
	useEffect(() => {
		text.value = q;
		isOpen.value = false;
	}, [q]);
	useEffect(() => {
		if (focus) input.current?.focus();
	}, [focus]);

	const typed = text.value.trim();
	useEffect(() => {
		chosen.value = -1;
		if (typed === "" || !isOpen.value) {
			completions.value = null;
			return;
		}
		const stop = new AbortController();
		const timer = setTimeout(() => {
			completeSearch(typed, stop.signal).then(
				(found) => (completions.value = found),
				// Without them one searches for what was typed.
				() => (completions.value = null),
			);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			stop.abort();
		};
	}, [typed, isOpen.value]);

	const recent = typed === "" && listsRecent ? recentSearches() : [];
	const options: readonly Option[] =
		typed === ""
			? recent.map((one) => ({ key: `r${one}`, kind: "recent", label: one, href: searchAddress(one), q: one }))
			: optionsOf(completions.value ?? { queries: [], users: [], hashtags: [] });
	const isListed = isOpen.value && options.length > 0;

	const go = (href: string, searched: string | null) => {
		if (searched !== null) {
			rememberSearch(searched);
			text.value = searched;
		}
		isOpen.value = false;
		input.current?.blur();
		navigate(href);
	};
	const submit = () => {
		const option = options[chosen.value];
		if (option) go(option.href, option.q);
		else if (typed !== "") go(searchAddress(typed), typed);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (composition.current.takes(event)) return;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			isOpen.value = true;
			const step = event.key === "ArrowDown" ? 1 : -1;
			// One place more than there are options: what was typed.
			chosen.value = ((chosen.value + 1 + step + options.length + 1) % (options.length + 1)) - 1;
		} else if (event.key === "Escape") {
			if (isListed) isOpen.value = false;
			else if (text.value === "") input.current?.blur();
			else text.value = "";
			event.stopPropagation();
		}
	};

	return (
		<search
			class="search-box"
			onFocusOut={(event) => {
				if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) isOpen.value = false;
			}}
		>
			<form
				class="search-box__line"
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<Search size={20} aria-hidden="true" />
				<input
					ref={input}
					type="search"
					name="q"
					role="combobox"
					aria-label={shellWords.search()}
					aria-expanded={isListed}
					aria-controls={`${id}-list`}
					aria-autocomplete="list"
					aria-activedescendant={isListed && chosen.value >= 0 ? `${id}-${chosen.value}` : undefined}
					placeholder={searchWords.boxPlaceholder()}
					autocomplete="off"
					autocapitalize="off"
					spellcheck={false}
					enterkeyhint="search"
					maxLength={100}
					value={text.value}
					onFocus={() => (isOpen.value = true)}
					onCompositionStart={() => composition.current.start()}
					onCompositionEnd={(event) => composition.current.end(event.timeStamp)}
					onKeyDown={onKeyDown}
					onInput={(event) => {
						text.value = event.currentTarget.value;
						isOpen.value = true;
					}}
				/>
				{text.value !== "" && (
					<button
						type="button"
						class="search-box__clear"
						aria-label={searchWords.clearBox()}
						onClick={() => {
							text.value = "";
							isOpen.value = true;
							input.current?.focus();
						}}
					>
						<X size={18} />
					</button>
				)}
			</form>
			<div class="search-box__list" hidden={!isListed}>
				<div id={`${id}-list`} role="listbox" aria-label={typed === "" ? searchWords.recentSearches() : searchWords.suggestions()}>
					{options.map((option, at) => (
						<div key={option.key} class="search-box__row" role="presentation">
							{/* biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names it by aria-activedescendant. */}
							{/* biome-ignore lint/a11y/useKeyWithClickEvents: the box's own keys choose and open it. */}
							<div
								id={`${id}-${at}`}
								role="option"
								class="search-box__option"
								aria-selected={at === chosen.value}
								onMouseDown={(event) => event.preventDefault()}
								onClick={() => go(option.href, option.q)}
							>
								<OptionMark option={option} />
								<span class="search-box__label">{option.label}</span>
								{option.user && <span class="quiet search-box__name">{option.user.displayName}</span>}
							</div>
							{option.kind === "recent" && (
								<button
									type="button"
									class="search-box__forget"
									aria-label={searchWords.forgetOne({ text: option.label })}
									onMouseDown={(event) => event.preventDefault()}
									onClick={() => forgetSearch(option.label)}
								>
									<X size={16} />
								</button>
							)}
						</div>
					))}
				</div>
				{recent.length > 0 && (
					<button type="button" class="search-box__all" onMouseDown={(event) => event.preventDefault()} onClick={forgetSearches}>
						{searchWords.clearRecent()}
					</button>
				)}
			</div>
		</search>
	);
}

function OptionMark({ option: { kind, user } }: { option: Option }) {
	if (user) return <Avatar user={user} size={28} />;
	if (kind === "recent") return <Clock size={18} aria-hidden="true" />;
	return kind === "hashtag" ? <Hash size={18} aria-hidden="true" /> : <Search size={18} aria-hidden="true" />;
}

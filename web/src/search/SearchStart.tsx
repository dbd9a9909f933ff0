import { Clock, X } from "lucide-preact";
import { Link } from "../shell/Link.tsx";
import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from "./recent.ts";
import * as searchWords from "./search.words.ts";
import { searchAddress } from "./searchAddress.ts";

/** Before anything is searched for: what was, and a few words to begin with. */
const TO_BEGIN = [searchWords.begin1, searchWords.begin2, searchWords.begin3, searchWords.begin4, searchWords.begin5, searchWords.begin6];

export function SearchStart() {
	const recent = recentSearches();
	return (
		<>
			{recent.length > 0 && (
				<section class="search__part" aria-label={searchWords.recentSearches()}>
					<header>
						<h2>{searchWords.recent()}</h2>
						<button type="button" class="button button--small" onClick={forgetSearches}>
							{searchWords.clearAll()}
						</button>
					</header>
					<ul>
						{recent.map((one) => (
							<li key={one} class="search__recent">
								<Link href={searchAddress(one)} class="search__row" onClick={() => rememberSearch(one)}>
									<span class="search__mark">
										<Clock size={18} />
									</span>
									<strong>{one}</strong>
								</Link>
								<button
									type="button"
									class="search__forget"
									aria-label={searchWords.forgetOne({ text: one })}
									onClick={() => forgetSearch(one)}
								>
									<X size={18} />
								</button>
							</li>
						))}
					</ul>
				</section>
			)}
			<section class="search__part" aria-label={searchWords.toBegin()}>
				<header>
					<h2>{searchWords.toBegin()}</h2>
				</header>
				<ul class="search__words">
					{TO_BEGIN.map((say) => say()).map((words) => (
						<li key={words}>
							<Link href={searchAddress(words)} class="search__word" onClick={() => rememberSearch(words)}>
								{words}
							</Link>
						</li>
					))}
				</ul>
			</section>
		</>
	);
}

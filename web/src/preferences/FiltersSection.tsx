import { useSignal } from "@preact/signals";
import { X } from "lucide-preact";
import { FILTERS_MAX } from "../../../contracts/limits.ts";
import { foldKeyword } from "../../../contracts/word-filters.ts";
import type { FeedPreferences } from "../api/preferences.ts";
import { useDraft } from "../ui/drafts.ts";
import { AddField } from "./AddField.tsx";
import { change } from "./preferences.ts";
import * as preferencesWords from "./preferences.words.ts";

const asHashtag = (text: string): string | null => (/^#[\p{L}\p{N}_]+$/u.test(text) ? text.slice(1).normalize("NFKC").toLowerCase() : null);

/** Words and hashtags never to be shown. */
export function FiltersSection({ filters }: { filters: FeedPreferences["filters"] }) {
	const text = useDraft<string>("filter", "");
	const fault = useSignal<string | undefined>(undefined);
	const count = filters.keywords.length + filters.hashtags.length;
	const add = (wanted: string) => {
		const word = wanted.normalize("NFC").trim().replace(/\s+/gu, " ");
		if (word === "") return;
		if (foldKeyword(word) === "") {
			fault.value = preferencesWords.writeWord();
			return;
		}
		if (count >= FILTERS_MAX) {
			fault.value = preferencesWords.filtersFull({ filtersMax: FILTERS_MAX });
			return;
		}
		text.forget();
		const hashtag = asHashtag(word);
		void change({ filters: { add: hashtag === null ? { keywords: [word] } : { hashtags: [hashtag] } } });
	};
	const chips = [
		...filters.hashtags.map((tag) => ({ label: `#${tag}`, remove: { hashtags: [tag] } })),
		...filters.keywords.map((word) => ({ label: word, remove: { keywords: [word] } })),
	];
	return (
		<section aria-labelledby="filters-title">
			<h2 id="filters-title">
				{preferencesWords.filteredWords()}
				{count > 0 && <span class="quiet numeric preferences__count">{preferencesWords.countOf({ count, most: FILTERS_MAX })}</span>}
			</h2>
			<p class="quiet preferences__lead">{preferencesWords.filtersLead()}</p>
			<AddField label={preferencesWords.neverShow()} placeholder={preferencesWords.wordOrTag()} value={text} fault={fault} onAdd={add} />
			{chips.length > 0 && (
				<ul class="word-chips" aria-label={preferencesWords.yourFilters()}>
					{chips.map(({ label, remove }) => (
						<li key={label}>
							<button
								type="button"
								class="word-chip"
								aria-label={preferencesWords.removeFilter({ label })}
								onClick={() => void change({ filters: { remove } }, preferencesWords.mayShowQuoted({ label }))}
							>
								{label}
								<X size={16} />
							</button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

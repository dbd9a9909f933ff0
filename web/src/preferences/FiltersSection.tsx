import { useSignal } from "@preact/signals";
import { X } from "lucide-preact";
import { FILTERS_MAX } from "../../../contracts/limits.ts";
import { foldKeyword } from "../../../contracts/word-filters.ts";
import type { FeedPreferences } from "../api/preferences.ts";
import { useDraft } from "../ui/drafts.ts";
import { AddField } from "./AddField.tsx";
import { change } from "./preferences.ts";

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
			fault.value = "Write a word to filter: signs alone match nothing.";
			return;
		}
		if (count >= FILTERS_MAX) {
			fault.value = `You have ${FILTERS_MAX} filters, as many as there can be. Remove one, then add this.`;
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
				Filtered words
				{count > 0 && (
					<span class="quiet numeric preferences__count">
						{count} of {FILTERS_MAX}
					</span>
				)}
			</h2>
			<p class="quiet preferences__lead">
				Videos with these words in title, description or hashtags stay out of your feeds. Capitals and accents don't matter.
			</p>
			<AddField label="Never show videos with" placeholder="Word, phrase or #hashtag" value={text} fault={fault} onAdd={add} />
			{chips.length > 0 && (
				<ul class="word-chips" aria-label="Your filters">
					{chips.map(({ label, remove }) => (
						<li key={label}>
							<button
								type="button"
								class="word-chip"
								aria-label={`Remove the filter ${label}`}
								onClick={() => void change({ filters: { remove } }, `“${label}” may be shown again`)}
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

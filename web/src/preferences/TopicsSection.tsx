import { useSignal } from "@preact/signals";
import { Ban, Equal, Minus, Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { INTERESTS } from "../../../contracts/interests.ts";
import { hashtagKey, isHashtag, writtenHashtag } from "../../../contracts/words.ts";
import type { FeedPreferences } from "../api/preferences.ts";
import * as sheetsWords from "../feed/sheets.words.ts";
import { AddField } from "./AddField.tsx";
import * as personalWords from "./personal.words.ts";
import { change } from "./preferences.ts";
import * as preferencesWords from "./preferences.words.ts";

const STEPS: readonly { weight: number; label: () => string; icon: ComponentChildren }[] = [
	{ weight: 0, label: preferencesWords.none, icon: <Ban size={18} /> },
	{ weight: 0.5, label: sheetsWords.less, icon: <Minus size={18} /> },
	{ weight: 1, label: preferencesWords.asLearned, icon: <Equal size={18} /> },
	{ weight: 2, label: preferencesWords.more, icon: <Plus size={18} /> },
];
/** Of a feed that doesn't learn: never, or like any other. */
const NEVER_STEPS = [STEPS[0], { weight: 1, label: personalWords.mayShowTopic, icon: <Equal size={18} /> }].filter(
	(step) => step !== undefined,
);
/** Topics offered to those who look for one. */
const OFFERED = 5;

type Topic = FeedPreferences["topics"][number];

/** The step a weight is shown at. */
const stepOf = (weight: number, steps: typeof STEPS): number => {
	const distances = steps.map((step) => Math.abs(step.weight - weight));
	return distances.indexOf(Math.min(...distances));
};

/** What the setting means for this topic, in words. */
function noteOf({ weight, learned, picked }: Topic): string {
	if (weight === 0) return preferencesWords.noneOfIt();
	if (weight < 1) return preferencesWords.lessThan();
	if (weight > 1) return preferencesWords.moreThan();
	if (picked) return preferencesWords.chosenInterest();
	return learned > 0.5 ? preferencesWords.loveIt() : learned > 0.1 ? preferencesWords.likeIt() : preferencesWords.asSwipes();
}

function TopicRow({ topic, steps = STEPS, note = noteOf(topic) }: { topic: Topic; steps?: typeof STEPS; note?: string }) {
	const name = `topic-${topic.topic}`;
	const chosen = stepOf(topic.weight, steps);
	return (
		<li class="topic-row">
			<p>
				<bdi class="topic-row__name">#{topic.topic}</bdi>
				<span class="quiet settings__note">{note}</span>
			</p>
			<fieldset class={`steps steps--${chosen}`}>
				<legend class="visually-hidden">{preferencesWords.howMuch({ topic: topic.topic })}</legend>
				{steps.map(({ weight, label, icon }, step) => (
					<label key={weight} title={label()}>
						<input
							type="radio"
							name={name}
							checked={chosen === step}
							aria-label={preferencesWords.stepOf({ label: label(), topic: topic.topic })}
							onChange={() => void change({ topicWeights: { [topic.topic]: weight } })}
						/>
						<span>{icon}</span>
					</label>
				))}
			</fieldset>
		</li>
	);
}

/** How much of each topic: none, less, as learned, more. */
export function TopicsSection({ topics }: { topics: FeedPreferences["topics"] }) {
	const text = useSignal("");
	const fault = useSignal<string | undefined>(undefined);
	const known = new Set(topics.map(({ topic }) => topic));
	const offered = INTERESTS.filter((interest) => !known.has(interest)).slice(0, OFFERED);
	const add = (wanted: string) => {
		const tag = writtenHashtag(wanted);
		if (tag === "") return;
		if (!isHashtag(tag)) {
			fault.value = preferencesWords.topicIs();
			return;
		}
		fault.value = undefined;
		text.value = "";
		void change({ topicWeights: { [hashtagKey(tag)]: 2 } }, preferencesWords.moreFromHere({ tag }));
	};
	return (
		<section aria-labelledby="topics-title">
			<h2 id="topics-title">{preferencesWords.topics()}</h2>
			<p class="quiet preferences__lead">{topics.length === 0 ? preferencesWords.nothingLearned() : preferencesWords.swipesSet()}</p>
			{topics.length > 0 && (
				<ul class="topic-rows">
					{topics.map((topic) => (
						<TopicRow key={topic.topic} topic={topic} />
					))}
				</ul>
			)}
			<AddField
				label={preferencesWords.addTopic()}
				placeholder={preferencesWords.topicPlaceholder()}
				value={text}
				fault={fault}
				onAdd={add}
			/>
			{offered.length > 0 && (
				<ul class="word-chips" aria-label={preferencesWords.suggested()}>
					{offered.map((interest) => (
						<li key={interest}>
							<button
								type="button"
								class="word-chip word-chip--offer"
								aria-label={preferencesWords.moreOfTag({ interest })}
								onClick={() => add(interest)}
							>
								<Plus size={16} />#{interest}
							</button>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** Topics that are never shown, of a feed that doesn't learn: there is no more or less of them. */
export function NeverTopics({ topics }: { topics: FeedPreferences["topics"] }) {
	if (topics.length === 0) return null;
	return (
		<section aria-labelledby="topics-title">
			<h2 id="topics-title">{preferencesWords.topics()}</h2>
			<p class="quiet preferences__lead">{personalWords.neverTopics()}</p>
			<ul class="topic-rows">
				{topics.map((topic) => (
					<TopicRow
						key={topic.topic}
						topic={topic}
						steps={NEVER_STEPS}
						note={topic.weight === 0 ? preferencesWords.noneOfIt() : personalWords.mayShowTopic()}
					/>
				))}
			</ul>
		</section>
	);
}

import { useSignal } from "@preact/signals";
import { Check } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { INTERESTS } from "../../../contracts/interests.ts";
import * as accounts from "../api/accounts.ts";
import { readPreferences } from "../api/preferences.ts";
import { homeFeeds, restartFeeds } from "../feed/feeds.ts";
import { LearningQuestion } from "../preferences/LearningQuestion.tsx";
import { useTitle } from "../shell/title.ts";
import { tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as accountWords from "./account.words.ts";
import { backTo } from "./form.ts";
import { interestName } from "./interestNames.ts";
import { account, doWanted, isTeens, setAccount } from "./session.ts";
import "./account-form.css";

/** What one likes, to begin with; the swipes say the rest. */
export function InterestsScreen() {
	const [, navigate] = useLocation();
	const search = useSearch();
	const chosen = useSignal<readonly string[]>(account.value?.interests ?? []);
	const busy = useSignal(false);
	useTitle(accountWords.interests());
	/** Null until it is known. */
	const learns = useSignal<boolean | null>(isTeens(account.value) ? null : true);
	useEffect(() => {
		// A guest's are known to their feed alone; without an answer one begins from none.
		readPreferences().then(
			({ interests, personal }) => {
				learns.value = personal;
				if (chosen.value.length === 0) chosen.value = interests;
			},
			() => {
				learns.value ??= true;
			},
		);
	}, []);
	const leave = () => navigate(backTo(search, "/"));
	const done = () => {
		restartFeeds(homeFeeds.forYou.current);
		doWanted();
		leave();
	};
	const save = async () => {
		busy.value = true;
		try {
			const { interests } = await accounts.setInterests([...chosen.value]);
			if (account.value) setAccount({ ...account.value, interests });
			done();
		} catch (error) {
			tellFault(error, () => void save());
		} finally {
			busy.value = false;
		}
	};
	// Right after signing up, or changed later from the settings.
	const isLater = backTo(search, "/").startsWith("/settings");
	const toggle = (interest: string) => {
		const { value } = chosen;
		chosen.value = value.includes(interest) ? value.filter((other) => other !== interest) : [...value, interest];
	};
	if (learns.value === null) return <main class="page account" aria-busy="true" />;
	// Interests are what a feed that learns begins with: where it does not, that is asked first.
	if (!learns.value) return <LearningQuestion onLearn={() => (learns.value = true)} onLeaveOff={isLater ? leave : done} />;
	return (
		<main class="page account">
			<h1>{accountWords.whatDoYouLike()}</h1>
			<p class="quiet">{isLater ? accountWords.interestsLater() : accountWords.interestsFirst()}</p>
			<fieldset class="interests-set">
				<legend class="visually-hidden">{accountWords.interests()}</legend>
				<div class="interests">
					{INTERESTS.map((interest) => {
						const isChosen = chosen.value.includes(interest);
						return (
							<button key={interest} type="button" class="interest" aria-pressed={isChosen} onClick={() => toggle(interest)}>
								{isChosen && <Check size={18} strokeWidth={2.8} />}
								{interestName(interest)}
							</button>
						);
					})}
				</div>
			</fieldset>
			<div class="interests__foot">
				<button
					type="button"
					class="button button--primary button--wide"
					disabled={busy.value || chosen.value.length === 0}
					onClick={() => void save()}
				>
					{chosen.value.length === 0 ? accountWords.pickOne() : isLater ? uiWords.save() : accountWords.startWatching()}
				</button>
				<button type="button" class="button button--wide button--outline" onClick={isLater ? leave : done}>
					{isLater ? uiWords.cancel() : accountWords.skip()}
				</button>
			</div>
		</main>
	);
}

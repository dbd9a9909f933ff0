import { useSignal } from "@preact/signals";
import { tellFault } from "../ui/toasts.tsx";
import { setLearning } from "./learning.ts";
import * as personalWords from "./personal.words.ts";
import "../account/account-form.css";
import "./learning.css";

interface LearningQuestionProps {
	onLearn(): void;
	onLeaveOff(): void;
}

/** Asks whether the feed may learn, of who has not said so; both answers weigh the same. */
export function LearningQuestion({ onLearn, onLeaveOff }: LearningQuestionProps) {
	const busy = useSignal(false);
	const learn = async (): Promise<void> => {
		busy.value = true;
		try {
			await setLearning(true, personalWords.learnsAgain());
			onLearn();
		} catch (error) {
			tellFault(error, () => void learn());
		} finally {
			busy.value = false;
		}
	};
	return (
		<main class="page account">
			<h1>{personalWords.shouldLearn()}</h1>
			<p>{personalWords.isOff()}</p>
			<p class="quiet">{personalWords.anyTime()}</p>
			<div class="learning__answers">
				<button type="button" class="button button--wide button--outline" disabled={busy.value} onClick={() => void learn()}>
					{personalWords.learn()}
				</button>
				<button type="button" class="button button--wide button--outline" disabled={busy.value} onClick={onLeaveOff}>
					{personalWords.leaveOff()}
				</button>
			</div>
		</main>
	);
}

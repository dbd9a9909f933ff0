import { Sheet } from "./Sheet.tsx";
import * as uiWords from "./ui.words.ts";

interface AskSheetProps {
	title: string;
	lead?: string;
	/** What it means. */
	points: readonly string[];
	act: string;
	/** What can be taken back is no danger. */
	isHarmless?: boolean;
	/** It is being done. */
	busy?: boolean;
	onAct(): void;
	/** The words for leaving it as it is; "Cancel" when left out. */
	keep?: string;
	/** When left out, as closing. */
	onCancel?(): void;
	onClose(): void;
}

/** Asks once before what can't be undone, or is seen by others. */
export const AskSheet = ({ title, lead, points, act, isHarmless = false, busy = false, onAct, keep, onCancel, onClose }: AskSheetProps) => (
	<Sheet title={title} onClose={onClose}>
		<div class="sheet__content ask">
			{lead !== undefined && <p>{lead}</p>}
			<ul class="quiet">
				{points.map((point) => (
					<li key={point}>{point}</li>
				))}
			</ul>
			<button type="button" class={`button button--wide button--${isHarmless ? "primary" : "danger"}`} disabled={busy} onClick={onAct}>
				{busy ? <span class="spinner" /> : act}
			</button>
			<button type="button" class="button button--wide button--outline" onClick={onCancel ?? onClose}>
				{keep ?? uiWords.cancel()}
			</button>
		</div>
	</Sheet>
);

import { Sheet } from "../ui/Sheet.tsx";
import * as uiWords from "../ui/ui.words.ts";

interface AskSheetProps {
	title: string;
	/** What it means. */
	points: readonly string[];
	act: string;
	onAct(): void;
	onCancel(): void;
	onClose(): void;
}

/** Asks before what can't be undone. */
export const AskSheet = ({ title, points, act, onAct, onCancel, onClose }: AskSheetProps) => (
	<Sheet title={title} onClose={onClose}>
		<div class="sheet__content ask">
			<ul class="quiet">
				{points.map((point) => (
					<li key={point}>{point}</li>
				))}
			</ul>
			<button type="button" class="button button--wide button--danger" onClick={onAct}>
				{act}
			</button>
			<button type="button" class="button button--wide button--outline" onClick={onCancel}>
				{uiWords.cancel()}
			</button>
		</div>
	</Sheet>
);

import { Sheet } from "../ui/Sheet.tsx";
import { SHORTCUTS } from "./shortcuts.ts";
import "./more-sheet.css";

/** The keys of the stage. */
export function HelpSheet({ onClose }: { onClose(): void }) {
	return (
		<Sheet title="Keys" onClose={onClose}>
			<dl class="sheet__content keys">
				{SHORTCUTS.map(({ keys, does }) => (
					<div key={does}>
						<dt>{does}</dt>
						<dd>
							{keys.map((key) => (
								<kbd key={key}>{key}</kbd>
							))}
						</dd>
					</div>
				))}
			</dl>
		</Sheet>
	);
}

import { Sheet } from "../ui/Sheet.tsx";
import { KEYS } from "./keys.ts";

const NAMES: Readonly<Record<string, string>> = { " ": "Space", Escape: "Esc" };

/** What each key does. */
export function HelpSheet({ onClose }: { onClose(): void }) {
	return (
		<Sheet title="Keys" size="tall" onClose={onClose}>
			<dl class="desk-keys">
				{KEYS.map(({ key, label }) => (
					<div key={key}>
						<dt>
							<kbd>{NAMES[key] ?? key}</kbd>
						</dt>
						<dd>{label}</dd>
					</div>
				))}
				<div>
					<dt>
						<kbd>Ctrl</kbd> <kbd>Enter</kbd>
					</dt>
					<dd>Decide as chosen</dd>
				</div>
			</dl>
		</Sheet>
	);
}

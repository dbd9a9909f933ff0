import * as shellWords from "../shell/shell.words.ts";
import { Sheet } from "../ui/Sheet.tsx";
import * as feedWords from "./feed.words.ts";
import * as sheetsWords from "./sheets.words.ts";
import "./more-sheet.css";

/** The keys that `listenToKeys` listens to. */
const SHORTCUTS: readonly { keys: string[]; does: () => string }[] = [
	{ keys: ["↑", "↓"], does: sheetsWords.keyStep },
	{ keys: ["←", "→"], does: sheetsWords.keySeek },
	{ keys: [" "], does: sheetsWords.keyPause },
	{ keys: ["M"], does: sheetsWords.keySound },
	{ keys: ["L"], does: sheetsWords.keyLike },
	{ keys: ["C"], does: feedWords.comments },
	{ keys: ["/"], does: shellWords.search },
	{ keys: ["V"], does: sheetsWords.clearScreen },
	{ keys: ["F"], does: sheetsWords.fullScreen },
	{ keys: ["?"], does: sheetsWords.keyHelp },
];

/** The keys of the stage. */
export function HelpSheet({ onClose }: { onClose(): void }) {
	return (
		<Sheet title={feedWords.keys()} onClose={onClose}>
			<dl class="sheet__content keys">
				{SHORTCUTS.map(({ keys, does }) => (
					<div key={keys[0]}>
						<dt>{does()}</dt>
						<dd>
							{keys.map((key) => (
								<kbd key={key}>{key === " " ? sheetsWords.spaceKey() : key}</kbd>
							))}
						</dd>
					</div>
				))}
			</dl>
		</Sheet>
	);
}

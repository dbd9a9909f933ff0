/** What is told to the person at the terminal. */
export interface Progress {
	/** A line of its own. */
	say(text: string): void;
	/** The state of a long step; on a terminal it replaces the last such line, elsewhere only changes of `step` are printed. */
	step(step: string, detail?: string): void;
}

export function terminalProgress(out: NodeJS.WriteStream = process.stdout): Progress {
	let shown = "";
	let lastStep = "";
	const clear = () => {
		if (shown !== "") out.write("\r\x1b[2K");
		shown = "";
	};
	return {
		say(text) {
			clear();
			out.write(`${text}\n`);
		},
		step(step, detail = "") {
			if (!out.isTTY) {
				if (step !== lastStep) out.write(`${step}\n`);
				lastStep = step;
				return;
			}
			clear();
			shown = `${step} ${detail}`.trimEnd().slice(0, Math.max(20, (out.columns ?? 80) - 1));
			out.write(shown);
		},
	};
}

/** Drops all. */
export const silentProgress: Progress = { say: () => undefined, step: () => undefined };

export interface Shortcuts {
	step(step: -1 | 1): void;
	/** Moves within the clip, seconds. */
	seek(seconds: number): void;
	toggle(): void;
	mute(): void;
	like(): void;
	comments(): void;
	help(): void;
	/** Nothing but the picture, and back. */
	clear(): void;
	fullScreen(): void;
}

/** An arrow key moves the clip by this much, seconds. */
export const KEY_STEP_S = 2;

/** Listens to the keys of the stage, except where someone types or a sheet is open. Answers the way to stop. */
export function listenToKeys(actions: Shortcuts): () => void {
	const byKey: Record<string, () => void> = {
		ArrowDown: () => actions.step(1),
		ArrowUp: () => actions.step(-1),
		ArrowRight: () => actions.seek(KEY_STEP_S),
		ArrowLeft: () => actions.seek(-KEY_STEP_S),
		j: () => actions.step(1),
		k: () => actions.step(-1),
		PageDown: () => actions.step(1),
		PageUp: () => actions.step(-1),
		" ": actions.toggle,
		m: actions.mute,
		l: actions.like,
		c: actions.comments,
		"?": actions.help,
		v: actions.clear,
		f: actions.fullScreen,
	};
	const onKey = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
		const { target } = event;
		if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=slider]")) return;
		if (event.key === " " && target instanceof Element && target.closest("button, a")) return;
		const act = byKey[event.key.length === 1 ? event.key.toLowerCase() : event.key];
		if (!act) return;
		event.preventDefault();
		act();
	};
	addEventListener("keydown", onKey);
	return () => removeEventListener("keydown", onKey);
}

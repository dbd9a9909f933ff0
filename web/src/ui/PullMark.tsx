import type { ComponentChildren } from "preact";
import { PULL_ENOUGH } from "./pull.ts";
import * as uiWords from "./ui.words.ts";
import "./pull-mark.css";

/** Comes down with the finger, turns over when letting go is enough, and goes round while it is read. */
export function PullMark({ way, busy, icon }: { way: number; busy: boolean; icon: ComponentChildren }) {
	if (way === 0 && !busy) return null;
	const isEnough = way >= PULL_ENOUGH;
	return (
		<div class="pull-mark" role="status" style={{ translate: `-50% ${busy ? PULL_ENOUGH : way}px` }}>
			{busy ? (
				<span class="spinner" />
			) : (
				<span class={isEnough ? "pull-mark__arrow pull-mark__arrow--enough" : "pull-mark__arrow"}>{icon}</span>
			)}
			<span class="visually-hidden">{busy ? uiWords.loadingAnew() : isEnough ? uiWords.letGo() : ""}</span>
		</div>
	);
}

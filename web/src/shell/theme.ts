import { computed, effect, signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

export type Theme = "dark" | "light" | "system";
const KEY = "reelay.theme";
const saved = localStorage.getItem(KEY);

/** Dark is the house's own; the rest is by choice. */
export const theme = signal<Theme>(saved === "light" || saved === "system" ? saved : "dark");

const prefersLight = matchMedia("(prefers-color-scheme: light)");

const stages = signal(0);
/** A clip fills the screen: what lies over or beside it on a phone is dark in every theme. */
export const overVideo = computed(() => stages.value > 0);

/** Says that this component shows a clip, or the place of one, for as long as it stands. */
export function useOverVideo(): void {
	useLayoutEffect(() => {
		stages.value++;
		return () => {
			stages.value--;
		};
	}, []);
}

/** Puts the theme on the document, and keeps it there. */
export function applyTheme(): void {
	const apply = () => {
		const light = theme.value === "light" || (theme.value === "system" && prefersLight.matches);
		document.documentElement.dataset.theme = light ? "light" : "dark";
		const paper = light && !overVideo.value;
		document.querySelector('meta[name="theme-color"]')?.setAttribute("content", paper ? "#FAF9F6" : "#0B0B10");
	};
	effect(apply);
	prefersLight.addEventListener("change", apply);
}
export function setTheme(value: Theme): void {
	localStorage.setItem(KEY, value);
	theme.value = value;
}

import { effect, signal } from "@preact/signals";

export type Theme = "dark" | "light" | "system";
const KEY = "reelay.theme";
const saved = localStorage.getItem(KEY);

/** Dark is the house's own; the rest is by choice. */
export const theme = signal<Theme>(saved === "light" || saved === "system" ? saved : "dark");

const prefersLight = matchMedia("(prefers-color-scheme: light)");

/** Puts the theme on the document, and keeps it there. */
export function applyTheme(): void {
	const apply = () => {
		const light = theme.value === "light" || (theme.value === "system" && prefersLight.matches);
		document.documentElement.dataset.theme = light ? "light" : "dark";
		document.querySelector('meta[name="theme-color"]')?.setAttribute("content", light ? "#FAF9F6" : "#0B0B10");
	};
	effect(apply);
	prefersLight.addEventListener("change", apply);
}
export function setTheme(value: Theme): void {
	localStorage.setItem(KEY, value);
	theme.value = value;
}

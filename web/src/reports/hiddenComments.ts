import { signal } from "@preact/signals";

/** Kept on the device, the newest last: what somebody reported is not shown to them again. */
const KEY = "reelay.hidden-comments";
const KEPT = 500;

function read(): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
		return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
	} catch {
		return [];
	}
}

/** Comments this device does not show. */
export const hiddenComments = signal<ReadonlySet<string>>(new Set(read()));

function keep(ids: readonly string[]): void {
	hiddenComments.value = new Set(ids);
	try {
		localStorage.setItem(KEY, JSON.stringify(ids));
	} catch {
		// Without storage it holds until the page is left.
	}
}

export const hideComment = (id: string): void => keep([...[...hiddenComments.value].filter((other) => other !== id), id].slice(-KEPT));
export const showComment = (id: string): void => keep([...hiddenComments.value].filter((other) => other !== id));

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { tellFault } from "../ui/toasts.tsx";

interface Page<Entry> {
	readonly entries: readonly Entry[];
	readonly nextCursor: string | null;
}

/** A list that is read page by page, and from which entries go as they are dealt with. */
export function usePages<Entry extends { readonly id: string }>(read: (cursor?: string) => Promise<Page<Entry>>) {
	const entries = useSignal<readonly Entry[] | null>(null);
	const cursor = useSignal<string | null>(null);
	const fault = useSignal<unknown>(null);
	const load = async (from?: string): Promise<void> => {
		try {
			const page = await read(from);
			const before = from === undefined ? [] : (entries.value ?? []);
			entries.value = [...before, ...page.entries];
			cursor.value = page.nextCursor;
			fault.value = null;
		} catch (error) {
			if (from === undefined) fault.value = error;
			else tellFault(error, () => void load(from));
		}
	};
	useEffect(() => void load(), []);
	/** Takes an entry out at once, and puts it back where `act` fails, which is told. @returns whether it was done */
	const settle = async (entry: Entry, act: () => Promise<unknown>): Promise<boolean> => {
		const before = entries.value ?? [];
		entries.value = before.filter(({ id }) => id !== entry.id);
		try {
			await act();
			return true;
		} catch (error) {
			entries.value = before;
			tellFault(error, () => void settle(entry, act));
			return false;
		}
	};
	return { entries, cursor, fault, load, settle };
}

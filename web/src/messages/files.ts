import { createStore, del, get, set } from "idb-keyval";
import type { KeptFile, OutboxFiles } from "./outbox.ts";

// A database of its own: a store can't be added to one that is there without raising its version everywhere.
const store = createStore("reelay-messages", "files");

/** Photos and voice notes that are not sent yet, in IndexedDB. */
export const browserFiles: OutboxFiles = {
	keep: (clientId, file) => set(clientId, file, store),
	async read(clientId) {
		const file = await get<KeptFile>(clientId, store);
		return file === undefined ? null : { ...file, previewUrl: URL.createObjectURL(file.blob) };
	},
	drop: (clientId) => del(clientId, store),
};

import type { SoundMix } from "../../../contracts/sound-files.ts";
import type { Visibility } from "../api/videos.ts";

/** A sound that was chosen for a video, as it is named. */
export interface ChosenSound {
	id: string;
	title: string;
	artistName: string;
}

export interface Details {
	title: string;
	description: string;
	hashtags: string[];
	visibility: Visibility;
	/** What is to be seen, for who can't see it. */
	alt: string;
	allowReposts: boolean;
	allowDownload: boolean;
	/** A sound that goes over it or in place of its own, and how loud each is; not chosen where there is none. */
	sound?: ChosenSound | null;
	soundMix?: SoundMix;
}
/** An upload as it is kept in this browser until its video is up. */
export interface UploadRecord {
	/** The client's own UUID: the upload's idempotency key. */
	key: string;
	/** The server's id, once the upload was begun there. */
	videoId: string | null;
	name: string;
	size: number;
	lastModified: number;
	durationMs: number;
	/** The bytes themselves; null when this browser would not keep them. */
	file: File | null;
	/** What the words are kept under while they are written; it stays when the upload begins anew under another key. */
	draft: string;
	details: Details;
	/** The person pressed "Post". */
	posted: boolean;
	/** The server took it over: only processing is left. */
	completed: boolean;
}

const open = (): Promise<IDBDatabase> =>
	new Promise((resolve, reject) => {
		const request = indexedDB.open("reelay", 1);
		request.addEventListener("upgradeneeded", () => request.result.createObjectStore("uploads", { keyPath: "key" }));
		request.addEventListener("success", () => resolve(request.result));
		request.addEventListener("error", () => reject(request.error));
	});

async function run<Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
	const database = await open();
	try {
		return await new Promise<Result>((resolve, reject) => {
			const transaction = database.transaction("uploads", mode);
			const request = act(transaction.objectStore("uploads"));
			transaction.addEventListener("complete", () => resolve(request.result));
			transaction.addEventListener("error", () => reject(transaction.error));
			transaction.addEventListener("abort", () => reject(transaction.error));
		});
	} finally {
		database.close();
	}
}

export interface UploadArchive {
	all(): Promise<UploadRecord[]>;
	keep(record: UploadRecord): Promise<void>;
	forget(key: string): Promise<void>;
}

/** Unfinished uploads in IndexedDB, file included, so that a closed tab loses nothing. */
export const browserArchive: UploadArchive = {
	all: () => run<UploadRecord[]>("readonly", (store) => store.getAll()),
	async keep(record) {
		try {
			await run("readwrite", (store) => store.put(record));
		} catch {
			// Too large for this browser's store: the rest is kept, and the file is asked for again on return.
			await run("readwrite", (store) => store.put({ ...record, file: null }));
		}
	},
	async forget(key) {
		await run("readwrite", (store) => store.delete(key));
	},
};

import { effect, type Signal, signal } from "@preact/signals";
import * as videos from "../api/videos.ts";
import { activity, UNFINISHED_KEY } from "../shell/activity.ts";
import { percent as inPercent } from "../ui/format.ts";
import { tell } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { browserArchive, type ChosenSound, type Details, type UploadRecord } from "./archive.ts";
import { browserPorts } from "./browserPorts.ts";
import { isKnown } from "./knownFile.ts";
import { followProcessing } from "./processing.ts";
import { stageWords } from "./stages.ts";
import * as studioWords from "./studio.words.ts";
import { type UploadApi, UploadTask } from "./uploadTask.ts";

const api: UploadApi = { ...videos, isKnown, followProcessing, ports: browserPorts };
/** Longer than an undoing is offered, milliseconds. */
const UNDO_MS = 9_000;
const NO_DETAILS: Details = {
	title: "",
	description: "",
	hashtags: [],
	visibility: "public",
	alt: "",
	allowReposts: true,
	allowDownload: false,
};

/** The uploads of this browser. They go on while other screens are open. */
class Uploads {
	readonly tasks: Signal<readonly UploadTask[]> = signal([]);
	private restored: Promise<void> | null = null;

	constructor() {
		effect(() => this.tellActivity());
	}

	/** Takes a file and begins to send it; the words may follow. */
	add(file: File, durationMs: number, sound: ChosenSound | null = null): UploadTask {
		const key = crypto.randomUUID();
		const record: UploadRecord = {
			key,
			draft: key,
			videoId: null,
			name: file.name,
			size: file.size,
			lastModified: file.lastModified,
			durationMs,
			file,
			details: sound === null ? NO_DETAILS : { ...NO_DETAILS, sound },
			posted: false,
			completed: false,
		};
		const task = new UploadTask(record, api, browserArchive);
		this.tasks.value = [...this.tasks.value, task];
		localStorage.setItem(UNFINISHED_KEY, "1");
		void task.start();
		return task;
	}

	/** Finds what an earlier visit left unfinished. */
	restore(): Promise<void> {
		this.restored ??= this.read();
		return this.restored;
	}

	/** Takes an upload off the list for good: it is up, or came to nothing. */
	async remove(task: UploadTask): Promise<void> {
		this.take(task);
		await task.discard();
	}

	/**
	 * Takes an upload off the list, and gives it up only when its undoing is no longer offered: until then it is paused, and a tab
	 * closed meanwhile finds it again.
	 */
	discard(task: UploadTask): void {
		const place = this.tasks.value.indexOf(task);
		const wasSending = task.state.value.name === "uploading";
		task.pause();
		this.take(task);
		const timer = setTimeout(() => void task.discard(), UNDO_MS);
		const undo = () => {
			clearTimeout(timer);
			if (this.tasks.value.includes(task)) return;
			this.tasks.value = this.tasks.value.toSpliced(place, 0, task);
			localStorage.setItem(UNFINISHED_KEY, "1");
			if (wasSending) void task.start();
		};
		tell(studioWords.discarded(), { label: uiWords.undo(), run: undo });
	}

	private take(task: UploadTask): void {
		this.tasks.value = this.tasks.value.filter((other) => other !== task);
		if (this.tasks.value.length === 0) localStorage.removeItem(UNFINISHED_KEY);
	}

	private async read(): Promise<void> {
		const known = new Set(this.tasks.value.map(({ record }) => record.value.key));
		const records = await browserArchive.all().catch(() => []);
		const found = records.filter(({ key }) => !known.has(key)).map((record) => new UploadTask(record, api, browserArchive));
		this.tasks.value = [...found, ...this.tasks.value];
		if (this.tasks.value.length === 0) localStorage.removeItem(UNFINISHED_KEY);
		// What was posted already goes on by itself; a draft waits for its owner.
		for (const task of found) void (task.record.value.posted ? task.start() : task.recall());
	}

	private tellActivity(): void {
		const task = this.tasks.value.find(({ state }) => state.value.name !== "ready") ?? this.tasks.value[0];
		const state = task?.state.value;
		if (!task || !state) {
			activity.value = null;
			return;
		}
		const percent = task.percent.value;
		if (state.name === "uploading")
			activity.value = {
				text: studioWords.uploadingPercent({ percent }),
				short: inPercent(percent / 100),
				progress: percent,
				needsYou: false,
			};
		else if (state.name === "processing" && state.status) {
			const { stage, detail, progress } = state.status;
			activity.value = { text: stageWords(stage, detail), short: inPercent(progress / 100), progress, needsYou: false };
		} else if (state.name === "ready") {
			if (activity.peek() && location.pathname !== "/upload") tell(studioWords.videoUp());
			activity.value = null;
		} else if (state.name === "failed")
			activity.value = { text: studioWords.needsYou(), short: studioWords.retry(), progress: percent, needsYou: true };
		else if (state.name === "paused" || state.name === "needsFile")
			activity.value = { text: studioWords.uploadPaused(), short: studioWords.paused(), progress: percent, needsYou: true };
		else if (state.name === "uploaded")
			activity.value = { text: studioWords.readyToPost(), short: studioWords.post(), progress: 100, needsYou: true };
		else activity.value = { text: studioWords.posting(), short: studioWords.posting(), progress: null, needsYou: false };
	}
}

export const uploads = new Uploads();

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { ApiError, sentenceOf } from "../api/problem.ts";
import type { CompleteBody, InitBody, ProcessingStatus, Upload } from "../api/videos.ts";
import { failureSentence } from "../problems/failureSentences.ts";
import type { Details, UploadArchive, UploadRecord } from "./archive.ts";
import { type PartState, partsOf, type SentPart, type TransferPorts, transferParts } from "./partTransfer.ts";
import type { ProcessingWatcher } from "./processing.ts";
import * as studioWords from "./studio.words.ts";

export type UploadState =
	| { name: "uploading" | "paused" | "needsFile" | "uploaded" | "posting" }
	| { name: "processing" | "ready"; status: ProcessingStatus | null }
	/** `again`: trying once more may help. */
	/** `judged`: the video that a decision was made about. */
	| { name: "failed"; message: string; again: boolean; judged?: string };

export interface UploadApi {
	/** Whether this file was removed here before; false also where that can't be found out: the server looks itself. */
	isKnown(file: Blob, signal: AbortSignal): Promise<boolean>;
	initUpload(body: InitBody): Promise<Upload>;
	getUpload(videoId: string): Promise<Upload>;
	completeUpload(videoId: string, body: CompleteBody): Promise<{ videoId: string }>;
	abortUpload(videoId: string): Promise<unknown>;
	followProcessing(videoId: string, watcher: ProcessingWatcher): () => void;
	ports(videoId: string): TransferPorts;
}

const isComplete = (parts: readonly PartState[]): boolean => parts.length > 0 && parts.every(({ state }) => state === "done");

const PAUSED = new Error("paused");

/** One file on its way from this browser to the feed. */
export class UploadTask {
	readonly state: Signal<UploadState>;
	readonly parts: Signal<readonly PartState[]> = signal([]);
	readonly record: Signal<UploadRecord>;
	/** 0–1 of the bytes that went out. */
	readonly sent: ReadonlySignal<number>;
	/** What of it is shown, 0–100: all only once every part was acknowledged, and while nothing is sent what would be kept. */
	readonly percent: ReadonlySignal<number>;
	private readonly api: UploadApi;
	private readonly archive: UploadArchive;
	private stop: AbortController | null = null;
	private stopFollowing: (() => void) | null = null;
	private uploaded: SentPart[] | null = null;

	constructor(record: UploadRecord, api: UploadApi, archive: UploadArchive) {
		this.record = signal(record);
		this.api = api;
		this.archive = archive;
		this.state = signal<UploadState>({ name: record.completed ? "processing" : record.file ? "paused" : "needsFile", status: null });
		this.sent = computed(() => this.parts.value.reduce((sum, { sent }) => sum + sent, 0) / Math.max(1, this.record.value.size));
		this.percent = computed(() => {
			if (isComplete(this.parts.value)) return 100;
			const kept = this.parts.value.reduce((sum, { state, size }) => sum + (state === "done" ? size : 0), 0);
			const share = this.state.value.name === "uploading" ? this.sent.value : kept / Math.max(1, this.record.value.size);
			return Math.min(99, Math.floor(share * 100));
		});
	}

	/** Begins, or goes on after a pause, a fault or a closed tab. */
	async start(): Promise<void> {
		const { completed, file } = this.record.value;
		if (completed) return this.follow();
		if (!file) {
			this.state.value = { name: "needsFile" };
			return;
		}
		if (this.stop) return;
		const stop = new AbortController();
		this.stop = stop;
		this.state.value = { name: "uploading" };
		try {
			// Nothing of a file that won't go up is sent. What is under way already was asked about.
			if (!this.record.value.videoId && (await this.api.isKnown(file, stop.signal))) {
				this.state.value = { name: "failed", message: studioWords.knownFile(), again: false };
				return;
			}
			stop.signal.throwIfAborted();
			const upload = await this.begin();
			this.parts.value = partsOf(file.size, upload);
			this.uploaded = await transferParts(file, upload, this.api.ports(upload.videoId), stop.signal, (parts) => {
				this.parts.value = parts;
			});
			this.state.value = { name: "uploaded" };
			if (this.record.value.posted) await this.complete(upload.videoId);
		} catch (error) {
			if (stop.signal.aborted) return;
			this.fail(error);
		} finally {
			if (this.stop === stop) this.stop = null;
		}
	}

	/** Asks what arrived before the tab was closed, so that the share shown is the true one. Left open when it can't be had. */
	async recall(): Promise<void> {
		const { videoId, size, completed } = this.record.value;
		if (!videoId || completed || this.stop) return;
		const upload = await this.api.getUpload(videoId).catch(() => null);
		if (!upload || this.stop) return;
		this.parts.value = partsOf(size, upload);
		// Everything had arrived: there is nothing left to go on with, and not even the file is needed.
		if (isComplete(this.parts.value)) {
			this.uploaded = upload.arrived.map(({ partNumber, etag }) => ({ partNumber, etag }));
			this.state.value = { name: "uploaded" };
		}
	}

	/** Stops sending; what was acknowledged is kept. Once all was, there is nothing to pause: it finishes. */
	pause(): void {
		if (!this.stop || isComplete(this.parts.value)) return;
		this.stop.abort(PAUSED);
		this.stop = null;
		this.state.value = { name: "paused" };
		this.parts.value = this.parts.value.map((part) => (part.state === "done" ? part : { ...part, sent: 0, state: "waiting" }));
	}

	/**
	 * Posts under these words: at once when all bytes are there, else as soon as they are.
	 * @param onKept called once they are kept with the upload, before the server has said anything of them
	 */
	async post(details: Details, onKept: () => void = () => undefined): Promise<void> {
		await this.keep({ details, posted: true });
		onKept();
		const { videoId } = this.record.value;
		if (this.state.value.name === "uploaded" && videoId) await this.complete(videoId).catch((error: unknown) => this.fail(error));
		else if (this.state.value.name !== "uploading") await this.start();
	}

	/** The file again, after the browser could not keep it. Answers false when it is another one. */
	provideFile(file: File): boolean {
		const { name, size } = this.record.value;
		if (file.size !== size || file.name !== name) return false;
		void this.keep({ file }).then(() => this.start());
		return true;
	}

	/** Gives it up, here and on the server. */
	async discard(): Promise<void> {
		this.stop?.abort(PAUSED);
		this.stop = null;
		this.stopFollowing?.();
		const { videoId, completed, key } = this.record.value;
		await this.archive.forget(key);
		// What is left on the server is swept within a day if this call fails.
		if (videoId && !completed) await this.api.abortUpload(videoId).catch(() => undefined);
	}

	private async begin(): Promise<Upload> {
		const { videoId, key, name, size, durationMs } = this.record.value;
		if (videoId) return this.api.getUpload(videoId);
		const upload = await this.api.initUpload({ filename: name, filesize: size, duration_ms: durationMs, videoId: key });
		await this.keep({ videoId: upload.videoId });
		return upload;
	}

	private async complete(videoId: string): Promise<void> {
		this.state.value = { name: "posting" };
		const parts = this.uploaded?.every(({ etag }) => etag !== "") ? this.uploaded : undefined;
		await this.api.completeUpload(videoId, { ...publicationOf(this.record.value.details), ...(parts ? { parts } : {}) });
		await this.keep({ completed: true, file: null });
		this.follow();
	}

	private follow(): void {
		const { videoId, key } = this.record.value;
		if (!videoId || this.stopFollowing) return;
		this.state.value = { name: "processing", status: null };
		this.stopFollowing = this.api.followProcessing(videoId, {
			onStatus: (status) => {
				const isUp = status.status === "ready";
				const message = (status.failure && failureSentence(status.failure)) ?? (isUp ? undefined : OUTCOMES[status.status]?.());
				const judged = status.status === "blocked" ? { judged: videoId } : {};
				this.state.value = message ? { name: "failed", message, again: false, ...judged } : { name: isUp ? "ready" : "processing", status };
				if (isUp || message) void this.archive.forget(key);
			},
			onFault: (error) => {
				this.stopFollowing = null;
				if (error instanceof ApiError && error.status === 404) void this.archive.forget(key);
				this.fail(error);
			},
		});
	}

	private fail(error: unknown): void {
		const isGone = error instanceof ApiError && ["upload_expired", "upload_not_found", "upload_closed"].includes(error.code);
		if (isGone) void this.keep({ videoId: null, key: crypto.randomUUID() });
		// Everything else of it is good: its words are open again, without the sound.
		const isOfSound = error instanceof ApiError && error.code === "sound_not_available";
		if (isOfSound) void this.keep({ posted: false, details: { ...this.record.value.details, sound: null } });
		const isRefused = error instanceof ApiError && !error.isTransient && !isGone && !isOfSound && error.status !== 401;
		const message = error instanceof ApiError ? sentenceOf(error) : studioWords.gaveUp();
		this.state.value = { name: "failed", message, again: !isRefused };
	}

	private async keep(change: Partial<UploadRecord>): Promise<void> {
		const before = this.record.value;
		this.record.value = { ...before, ...change };
		if (change.key && change.key !== before.key) await this.archive.forget(before.key);
		await this.archive.keep(this.record.value);
	}
}

/** What a video goes up under, as the server takes it. */
function publicationOf({ sound, soundMix, ...words }: Details): CompleteBody {
	return sound ? { ...words, musicId: sound.id, ...(soundMix && { soundMix }) } : words;
}

const OUTCOMES: Partial<Record<ProcessingStatus["status"], () => string>> = {
	failed: studioWords.failed,
	review: studioWords.inReview,
	blocked: studioWords.blocked,
	copyright_flagged: studioWords.copyright,
	copyright_blocked: studioWords.copyright,
	deleted: studioWords.deleted,
};

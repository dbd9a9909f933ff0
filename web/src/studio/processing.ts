import { ApiError } from "../api/problem.ts";
import { type ProcessingStatus, videoStatus } from "../api/videos.ts";

/** Between two looks when the stream isn't to be had, milliseconds. */
const POLL_MS = 1500;
/** Streams that break this often in a row give way to looking. */
const BREAKS_BORNE = 3;

export interface ProcessingWatcher {
	onStatus(status: ProcessingStatus): void;
	/** It can't be followed further: the video is gone, or the person is no longer signed in. */
	onFault(error: unknown): void;
}
const isOver = ({ status }: Pick<ProcessingStatus, "status">): boolean => status !== "processing" && status !== "uploading";

/** Follows a video on its way, live where the stream works, else by looking. Ends by itself; answers the way to stop before. */
export function followProcessing(videoId: string, watcher: ProcessingWatcher): () => void {
	let stopped = false;
	let source: EventSource | null = null;
	let timer = 0;
	const stop = () => {
		stopped = true;
		source?.close();
		clearTimeout(timer);
	};
	const take = (status: ProcessingStatus) => {
		if (stopped) return;
		if (isOver(status)) stop();
		watcher.onStatus(status);
	};
	const look = async () => {
		if (stopped) return;
		try {
			take(await videoStatus(videoId));
		} catch (error) {
			if (!(error instanceof ApiError && error.isTransient)) {
				stop();
				return watcher.onFault(error);
			}
		}
		if (!stopped) timer = window.setTimeout(() => void look(), POLL_MS);
	};
	const listen = () => {
		let breaks = 0;
		source = new EventSource(`/api/v1/videos/${encodeURIComponent(videoId)}/status`);
		const onEvent = (event: MessageEvent<string>) => {
			breaks = 0;
			take(JSON.parse(event.data) as ProcessingStatus);
		};
		source.addEventListener("status", onEvent);
		source.addEventListener("error", () => {
			breaks++;
			// Closed for good (the answer was no stream), or it breaks again and again: look instead.
			if (source?.readyState !== EventSource.CLOSED && breaks < BREAKS_BORNE) return;
			source?.close();
			void look();
		});
	};
	listen();
	return stop;
}

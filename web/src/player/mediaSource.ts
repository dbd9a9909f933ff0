import type { Manifest, Rendition } from "../api/videos.ts";

declare global {
	interface Window {
		/** Safari on iPhone has this one only. */
		ManagedMediaSource?: typeof MediaSource;
	}
}

/** The browser's media source class; undefined where only native HLS is there. */
export const mediaSourceClass = (): typeof MediaSource | undefined => window.ManagedMediaSource ?? window.MediaSource;

export const mimeOf = (codecs: string) => `video/mp4; codecs="${codecs}"`;

/** The renditions this browser can be fed with; none where only native HLS is there. */
export function playableOf({ renditions }: Pick<Manifest, "renditions">): Rendition[] {
	const Source = mediaSourceClass();
	return Source ? renditions.filter(({ codecs }) => Source.isTypeSupported(mimeOf(codecs))) : [];
}

/** Opens a media source on `video`. Resolves when buffers can be added. */
export function openSource(
	video: HTMLVideoElement,
	Source: typeof MediaSource,
): { source: MediaSource; opened: Promise<void>; close(): void } {
	const source = new Source();
	const url = URL.createObjectURL(source);
	const opened = new Promise<void>((resolve) => source.addEventListener("sourceopen", () => resolve(), { once: true }));
	// A managed source plays only where remote playback is off (Media Source Extensions, 2024 draft, §"ManagedMediaSource").
	video.disableRemotePlayback = true;
	video.src = url;
	return { source, opened, close: () => URL.revokeObjectURL(url) };
}

/** Runs one change of a source buffer and waits for its end; rejects when the bytes are refused. */
export function settled(buffer: SourceBuffer, change: () => void): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = new AbortController();
		const { signal } = stop;
		buffer.addEventListener("error", () => reject(new Error("the browser refused media bytes")), { signal });
		// It follows an error too; the promise is settled then.
		const onEnd = () => {
			stop.abort();
			resolve();
		};
		buffer.addEventListener("updateend", onEnd, { signal });
		try {
			change();
		} catch (error) {
			stop.abort();
			reject(error);
		}
	});
}

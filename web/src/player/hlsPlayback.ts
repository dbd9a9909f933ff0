import Hls from "hls.js/light";

/**
 * Plays a master playlist with hls.js: the way out for what our own appending can't play (a refused segment, an odd codec
 * string). Calls `onFatal` when that fails as well. Returns the way to detach.
 */
export function playWithHls(video: HTMLVideoElement, masterUrl: string, onFatal: () => void): () => void {
	if (!Hls.isSupported()) {
		onFatal();
		return () => undefined;
	}
	const hls = new Hls({ maxBufferLength: 12, enableWorker: false, capLevelToPlayerSize: true });
	let mediaRecoveries = 0;
	hls.on(Hls.Events.ERROR, (_, data) => {
		if (!data.fatal) return;
		if (data.type === Hls.ErrorTypes.MEDIA_ERROR && mediaRecoveries++ < 1) hls.recoverMediaError();
		else onFatal();
	});
	hls.loadSource(masterUrl);
	hls.attachMedia(video);
	return () => hls.destroy();
}

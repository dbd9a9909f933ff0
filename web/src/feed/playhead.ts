/** Off by less than this, a line that runs is left alone: the correction would be seen as a jerk, milliseconds. */
const TOLERANCE_MS = 80;
const EVENTS = ["playing", "pause", "waiting", "seeking", "seeked", "ratechange", "timeupdate", "durationchange", "emptied"] as const;

/**
 * Lets `line` grow from nothing to its full width as `video` plays. The browser's compositor runs it, and the video's events put it right:
 * drawn from a script it would cost the main thread a whole frame, sixty times a second.
 * @param lengthMs of the clip, milliseconds, until the video knows better
 * @returns the way to stop
 */
export function followPlayhead(line: HTMLElement, video: HTMLVideoElement, lengthMs: number): () => void {
	const stop = new AbortController();
	const growth = new KeyframeEffect(line, { transform: ["scaleX(0)", "scaleX(1)"] }, { duration: Math.max(1, lengthMs), fill: "both" });
	const animation = new Animation(growth);
	const align = () => {
		const at = video.currentTime * 1000;
		if (video.duration > 0 && Number.isFinite(video.duration)) growth.updateTiming({ duration: video.duration * 1000 });
		if (animation.playbackRate !== video.playbackRate) animation.updatePlaybackRate(video.playbackRate);
		const isRunning = !video.paused && !video.seeking && video.readyState > 2;
		if (!isRunning) animation.pause();
		else if (animation.playState !== "running") animation.play();
		if (!isRunning || Math.abs(Number(animation.currentTime) - at) > TOLERANCE_MS) animation.currentTime = at;
	};
	for (const event of EVENTS) video.addEventListener(event, align, { signal: stop.signal });
	align();
	return () => {
		stop.abort();
		animation.cancel();
	};
}

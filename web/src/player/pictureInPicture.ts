/** Whether a clip can be put into a window over other apps. */
export const canFloat = (): boolean => document.pictureInPictureEnabled === true;

/** Puts `video` into a window of its own, or brings it back. Throws what the browser has against it. */
export async function toggleFloating(video: HTMLVideoElement): Promise<void> {
	if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
	else await video.requestPictureInPicture();
}

/** The window follows the stage: what was shown by `before` is shown by `after` from now on. */
export async function moveFloating(before: HTMLVideoElement, after: HTMLVideoElement): Promise<void> {
	if (document.pictureInPictureElement !== before) return;
	const isReady = after.readyState >= HTMLMediaElement.HAVE_METADATA;
	if (!isReady) await new Promise((resolve) => after.addEventListener("loadedmetadata", resolve, { once: true }));
	// Swiped on or closed meanwhile.
	if (document.pictureInPictureElement !== before) return;
	// Where the browser wants a tap for this, the window keeps the last clip's picture.
	await after.requestPictureInPicture().catch(() => undefined);
}

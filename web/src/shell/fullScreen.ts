/** A phone shows the app in full anyway, and an iPhone lets no page ask. */
export const canBeFullScreen = (): boolean => document.fullscreenEnabled;

/** The player alone on the screen, or back in its window. A browser that refuses leaves it as it is. */
export async function toggleFullScreen(): Promise<void> {
	const player = document.querySelector(".player");
	if (document.fullscreenElement) await document.exitFullscreen();
	else if (canBeFullScreen()) await player?.requestFullscreen().catch(() => undefined);
}

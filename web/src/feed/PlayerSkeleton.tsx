import type { ComponentChildren } from "preact";
import { isDesktop } from "../shell/media.ts";
import { useOverVideo } from "../shell/theme.ts";
import * as feedWords from "./feed.words.ts";

const Dots = () => (
	<>
		<div class="skeleton stage-skeleton__dot stage-skeleton__dot--face" />
		<div class="skeleton stage-skeleton__dot" />
		<div class="skeleton stage-skeleton__dot" />
		<div class="skeleton stage-skeleton__dot" />
	</>
);

/** The shape of a feed that is on its way: nothing moves when it comes. */
export function PlayerSkeleton({ header, hasPanel }: { header: ComponentChildren; hasPanel: boolean }) {
	useOverVideo();
	return (
		<main class="player">
			<div class="player__middle">
				<div class="player__frame">
					<div class="stage-skeleton" role="progressbar" aria-label={feedWords.loadingVideos()}>
						<div class="skeleton stage-skeleton__name" />
						<div class="skeleton stage-skeleton__line" />
						<div class="skeleton stage-skeleton__line stage-skeleton__line--short" />
						{!isDesktop.value && (
							<div class="stage-skeleton__rail">
								<Dots />
							</div>
						)}
					</div>
					{header}
				</div>
				{isDesktop.value && (
					<div class="player__beside player__beside--coming">
						<Dots />
					</div>
				)}
			</div>
			{hasPanel && isDesktop.value && (
				<aside class="panel" aria-hidden="true">
					<div class="panel__creator">
						<div class="skeleton stage-skeleton__dot stage-skeleton__dot--face" />
						<div class="skeleton panel__coming" />
					</div>
				</aside>
			)}
		</main>
	);
}

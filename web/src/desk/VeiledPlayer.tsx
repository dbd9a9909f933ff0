import { useSignal } from "@preact/signals";
import { Eye, EyeOff, Volume2, VolumeX } from "lucide-preact";
import type { RefObject } from "preact";
import { useEffect, useImperativeHandle, useRef } from "preact/hooks";
import type { CaseDetail } from "../../../contracts/desk.ts";
import { clock } from "../ui/format.ts";
import type { Moment } from "./moments.ts";

export interface PlayerHandle {
	seek(ms: number): void;
	/** To the next moment of the evidence, or the one before. */
	step(by: 1 | -1): void;
	veil(): void;
	sound(): void;
	play(): void;
}

interface VeiledPlayerProps {
	handle: RefObject<PlayerHandle>;
	video: NonNullable<CaseDetail["shown"]["video"]>;
	moments: readonly Moment[];
}

/** A video as it is safe to look at for hours: blurred, grey and mute until the reviewer says otherwise, for this case alone. */
export function VeiledPlayer({ handle, video, moments }: VeiledPlayerProps) {
	const element = useRef<HTMLVideoElement>(null);
	const isVeiled = useSignal(true);
	const isMuted = useSignal(true);
	const failed = useSignal(false);
	const attempt = useSignal(0);
	useEffect(() => {
		const target = element.current;
		if (target === null || video.manifest === null) return;
		let detach = () => {};
		let isGone = false;
		const address = video.manifest;
		void import("../player/hlsPlayback.ts").then(({ playWithHls }) => {
			if (!isGone) detach = playWithHls(target, address, () => (failed.value = true));
		});
		return () => {
			isGone = true;
			detach();
		};
	}, [video.manifest, attempt.value]);
	const seek = (ms: number) => {
		if (element.current) element.current.currentTime = ms / 1_000;
	};
	useImperativeHandle(handle, () => ({
		seek,
		step(by) {
			const now = (element.current?.currentTime ?? 0) * 1_000;
			const ordered = by === 1 ? moments : moments.toReversed();
			const next = ordered.find(({ atMs }) => (by === 1 ? atMs > now + 50 : atMs < now - 50));
			if (next) seek(next.atMs);
		},
		veil: () => (isVeiled.value = !isVeiled.value),
		sound: () => (isMuted.value = !isMuted.value),
		play() {
			if (element.current?.paused) void element.current.play();
			else element.current?.pause();
		},
	}));
	if (video.manifest === null) return <p class="quiet">Nothing of this video can be played ({video.status}).</p>;
	return (
		<div class="desk-player">
			<video ref={element} class={isVeiled.value ? "desk-veil" : ""} muted={isMuted.value} playsInline controls preload="metadata">
				<track kind="captions" />
			</video>
			{failed.value && (
				<p role="alert">
					It could not be played.{" "}
					<button
						type="button"
						class="button button--small"
						onClick={() => {
							failed.value = false;
							attempt.value++;
						}}
					>
						Try again
					</button>
				</p>
			)}
			<div class="desk-player__acts">
				<button
					type="button"
					class="button button--small"
					aria-pressed={!isVeiled.value}
					onClick={() => (isVeiled.value = !isVeiled.value)}
				>
					{isVeiled.value ? <Eye size={16} /> : <EyeOff size={16} />} {isVeiled.value ? "Show clearly" : "Veil"}
				</button>
				<button type="button" class="button button--small" aria-pressed={!isMuted.value} onClick={() => (isMuted.value = !isMuted.value)}>
					{isMuted.value ? <Volume2 size={16} /> : <VolumeX size={16} />} {isMuted.value ? "Sound on" : "Mute"}
				</button>
				<span class="quiet">
					{video.status}
					{video.restriction !== "none" && ` · ${video.restriction}`}
					{video.durationMs !== null && ` · ${clock(video.durationMs)}`}
				</span>
			</div>
			{moments.length > 0 && (
				<ol class="desk-player__moments" aria-label="Moments of the evidence">
					{moments.map(({ atMs, label }) => (
						<li key={`${atMs} ${label}`}>
							<button type="button" onClick={() => seek(atMs)}>
								<span class="numeric">{clock(atMs)}</span> {label}
							</button>
						</li>
					))}
				</ol>
			)}
		</div>
	);
}

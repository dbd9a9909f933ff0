import { useSignal } from "@preact/signals";
import { Plus, Upload } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { MAX_DURATION_MS, MAX_UPLOAD_BYTES } from "../../../contracts/limits.ts";
import { byFinger } from "../shell/media.ts";
import { fileSize } from "../ui/format.ts";
import * as studioWords from "./studio.words.ts";

interface DropZoneProps {
	isChecking: boolean;
	/** Another upload is shown already: only a line is left for one more. */
	isCompact: boolean;
	onFiles(files: readonly File[]): void;
}

/** Takes files dropped anywhere on the page, or chosen. */
export function DropZone({ isChecking, isCompact, onFiles }: DropZoneProps) {
	const input = useRef<HTMLInputElement>(null);
	const over = useSignal(false);
	useEffect(() => {
		const stop = new AbortController();
		const { signal } = stop;
		let depth = 0;
		const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes(studioWords.files()) ?? false;
		addEventListener(
			"dragenter",
			(event) => {
				if (!hasFiles(event)) return;
				depth++;
				over.value = true;
			},
			{ signal },
		);
		addEventListener(
			"dragleave",
			() => {
				depth = Math.max(0, depth - 1);
				if (depth === 0) over.value = false;
			},
			{ signal },
		);
		addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
		addEventListener(
			"drop",
			(event) => {
				event.preventDefault();
				depth = 0;
				over.value = false;
				onFiles([...(event.dataTransfer?.files ?? [])]);
			},
			{ signal },
		);
		return () => stop.abort();
	}, []);
	return (
		<div class={`drop${over.value ? " drop--over" : ""}${isCompact ? " drop--compact" : ""}`}>
			{isCompact ? null : (
				<>
					<span class="drop__icon">{isChecking ? <span class="spinner" /> : <Upload size={30} />}</span>
					<h2>{over.value ? studioWords.letGo() : byFinger.value ? studioWords.postVideo() : studioWords.dropHere()}</h2>
					<p class="quiet">{studioWords.limits({ size: fileSize(MAX_UPLOAD_BYTES), count: MAX_DURATION_MS / 60_000 })}</p>
				</>
			)}
			<button
				type="button"
				class={isCompact ? "button button--outline" : "button button--primary"}
				disabled={isChecking}
				onClick={() => input.current?.click()}
			>
				{isCompact ? (
					<>
						<Plus size={18} /> {studioWords.anotherVideo()}
					</>
				) : (
					studioWords.chooseVideo()
				)}
			</button>
			<input
				ref={input}
				class="visually-hidden"
				type="file"
				accept="video/*,.mkv,.3gp,.m4v"
				tabIndex={-1}
				aria-label={studioWords.videoFile()}
				onChange={(event) => {
					onFiles([...(event.currentTarget.files ?? [])]);
					event.currentTarget.value = "";
				}}
			/>
		</div>
	);
}

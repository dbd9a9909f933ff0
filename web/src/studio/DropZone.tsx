import { useSignal } from "@preact/signals";
import { Plus, Upload } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { MAX_DURATION_MS, MAX_UPLOAD_BYTES } from "../../../contracts/limits.ts";
import { byFinger } from "../shell/media.ts";
import { fileSize } from "../ui/format.ts";

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
		const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
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
					<h2>{over.value ? "Let go to upload" : byFinger.value ? "Post a video" : "Drop a video here"}</h2>
					<p class="quiet">
						MP4, MOV, WebM, MKV or 3GP, up to {fileSize(MAX_UPLOAD_BYTES)} and {MAX_DURATION_MS / 60_000} minutes
					</p>
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
						<Plus size={18} /> Another video
					</>
				) : (
					"Choose a video"
				)}
			</button>
			<input
				ref={input}
				class="visually-hidden"
				type="file"
				accept="video/*,.mkv,.3gp,.m4v"
				tabIndex={-1}
				aria-label="Video file"
				onChange={(event) => {
					onFiles([...(event.currentTarget.files ?? [])]);
					event.currentTarget.value = "";
				}}
			/>
		</div>
	);
}

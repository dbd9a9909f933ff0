import { useSignal } from "@preact/signals";
import { CircleCheck, Film, TriangleAlert, X } from "lucide-preact";
import { useEffect } from "preact/hooks";
import * as notificationsWords from "../notifications/notifications.words.ts";
import { AUDIENCE_SENTENCES } from "../own/audience.ts";
import { Link } from "../shell/Link.tsx";
import * as standingWords from "../standing/standing.words.ts";
import { clock, fileSize } from "../ui/format.ts";
import { DetailsForm } from "./DetailsForm.tsx";
import { ProcessingSteps } from "./ProcessingSteps.tsx";
import * as studioWords from "./studio.words.ts";
import { TransferProgress } from "./TransferProgress.tsx";
import { uploads } from "./uploads.ts";
import type { UploadTask } from "./uploadTask.ts";

/** One file from choosing to "it's up". */
export function UploadCard({ task }: { task: UploadTask }) {
	const state = task.state.value;
	const { name, size, durationMs, posted } = task.record.value;
	if (state.name === "ready") return <Finished task={task} />;
	const isProcessing = state.name === "processing";
	const isOver = state.name === "failed" && !state.again;
	return (
		<section class="upload" aria-label={studioWords.uploadOf({ name })}>
			<div class="upload__side">
				<Preview task={task} />
				<p class="quiet numeric upload__file">
					<span>{name}</span>
					{fileSize(size)} · {clock(durationMs)}
				</p>
			</div>
			<div class="upload__main">
				{isProcessing && <ProcessingSteps status={state.status} />}
				{isOver && <Refused message={state.message} judged={state.judged} task={task} />}
				{!isProcessing && !isOver && <TransferProgress task={task} />}
				{!posted && !isOver && <DetailsForm task={task} />}
				{posted && !isProcessing && !isOver && <p class="quiet">{studioWords.postedOnceUp()}</p>}
			</div>
			{!isProcessing && (
				<button type="button" class="icon-button upload__discard" aria-label={studioWords.discard()} onClick={() => uploads.discard(task)}>
					<X size={20} />
				</button>
			)}
		</section>
	);
}

/** It won't go up as it is: why, and the way out. */
function Refused({ message, judged, task }: { message: string; judged: string | undefined; task: UploadTask }) {
	return (
		<div class="upload__refused" role="alert">
			<h2>
				<TriangleAlert size={24} /> {studioWords.didNotWork()}
			</h2>
			<p>{message}</p>
			{judged && (
				<Link href={`/settings/standing?video=${judged}`} class="button">
					{standingWords.whyLink()}
				</Link>
			)}
			<button type="button" class="button" onClick={() => void uploads.remove(task)}>
				{studioWords.removeIt()}
			</button>
		</div>
	);
}

function Preview({ task }: { task: UploadTask }) {
	const url = useSignal<string | null>(null);
	const unreadable = useSignal(false);
	const { file } = task.record.value;
	useEffect(() => {
		if (!file) return;
		const made = URL.createObjectURL(file);
		url.value = made;
		return () => URL.revokeObjectURL(made);
	}, [file]);
	if (!url.value || unreadable.value) {
		return (
			<div class="upload__preview upload__preview--none">
				<Film size={32} />
				<p class="quiet">{studioWords.noPreview()}</p>
			</div>
		);
	}
	return (
		<video
			class="upload__preview"
			src={url.value}
			autoplay
			playsInline
			muted
			loop
			aria-label={studioWords.previewOf({ name: task.record.value.name })}
			onError={() => {
				unreadable.value = true;
			}}
		/>
	);
}

function Finished({ task }: { task: UploadTask }) {
	const { videoId, details } = task.record.value;
	const state = task.state.value;
	const thumbnail = state.name === "ready" ? state.status?.thumbnail : null;
	const warning = state.name === "ready" ? state.status?.warning : undefined;
	return (
		<section class="upload upload--done" aria-label={studioWords.uploadFinished()} role="status">
			{thumbnail && <img class="upload__cover" src={thumbnail} alt="" />}
			<div class="upload__main">
				<h2>
					<CircleCheck size={24} /> {studioWords.itsUp()}
				</h2>
				<p class="quiet">
					{details.title ? studioWords.titleOnProfile({ title: details.title }) : studioWords.onProfile()}{" "}
					{AUDIENCE_SENTENCES[details.visibility]()}
				</p>
				{warning && <p class="upload__warning">{warning}</p>}
				<div class="upload__actions">
					<Link href={`/v/${videoId}`} class="button button--primary">
						{studioWords.watchIt()}
					</Link>
					<button type="button" class="button" onClick={() => void uploads.remove(task)}>
						{notificationsWords.done()}
					</button>
				</div>
			</div>
		</section>
	);
}

import { useSignal } from "@preact/signals";
import { Pause, Play, RotateCw } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { online } from "../shell/connection.ts";
import { percent as inPercent } from "../ui/format.ts";
import * as uiWords from "../ui/ui.words.ts";
import * as studioWords from "./studio.words.ts";
import { timeLeft } from "./timeLeft.ts";
import type { UploadTask } from "./uploadTask.ts";

/** An estimate is shown once the speed was measured this long, milliseconds. */
const MEASURED_MS = 2500;

/** The bytes on their way: each part, the whole, and what can be done about it. */
export function TransferProgress({ task }: { task: UploadTask }) {
	const state = task.state.value;
	const parts = task.parts.value;
	const percent = task.percent.value;
	const left = useTimeLeft(task);
	const picker = useRef<HTMLInputElement>(null);
	const wrong = useSignal(false);
	const retrying = parts.some((part) => part.state === "retrying");
	const words = (): string => {
		if (state.name === "failed") return state.message;
		if (state.name === "needsFile") return studioWords.sameFile();
		if (state.name === "paused") return percent > 0 ? studioWords.pausedKept() : studioWords.readyToGoOn();
		if (state.name === "uploaded") return studioWords.addWords();
		if (state.name === "posting") return studioWords.postingDots();
		if (!online.value) return studioWords.offlineGoesOn();
		if (percent === 100) return studioWords.finishing();
		if (retrying) return studioWords.shaky();
		return left ?? studioWords.uploadingDots();
	};
	return (
		<div class="transfer">
			<div class="transfer__head">
				<p class="transfer__words" role={state.name === "failed" ? "alert" : "status"}>
					{words()}
				</p>
				<strong class="numeric">{inPercent(percent / 100)}</strong>
				{state.name === "uploading" && (
					<button type="button" class="icon-button" aria-label={studioWords.pauseUpload()} onClick={() => task.pause()}>
						<Pause size={20} />
					</button>
				)}
				{state.name === "paused" && (
					<button type="button" class="button button--small button--primary" onClick={() => void task.start()}>
						<Play size={16} /> {studioWords.goOn()}
					</button>
				)}
				{state.name === "failed" && state.again && (
					<button type="button" class="button button--small button--primary" onClick={() => void task.start()}>
						<RotateCw size={16} /> {uiWords.tryAgain()}
					</button>
				)}
				{state.name === "needsFile" && (
					<button type="button" class="button button--small button--primary" onClick={() => picker.current?.click()}>
						{studioWords.chooseFile()}
					</button>
				)}
			</div>
			<div
				class="transfer__parts"
				role="progressbar"
				aria-label={studioWords.uploaded()}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={percent}
			>
				{parts.map((part) => (
					<span key={part.partNumber} class={`part part--${part.state}`} style={{ flexGrow: part.size }}>
						<i style={{ transform: `scaleX(${part.size > 0 ? part.sent / part.size : 1})` }} />
					</span>
				))}
				{parts.length === 0 && <span class="part" />}
			</div>
			{wrong.value && <p role="alert">{studioWords.anotherFile({ name: task.record.value.name })}</p>}
			<input
				ref={picker}
				class="visually-hidden"
				type="file"
				tabIndex={-1}
				aria-label={studioWords.sameFileLabel()}
				accept="video/*,.mkv,.3gp"
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					if (file) wrong.value = !task.provideFile(file);
				}}
			/>
		</div>
	);
}

function useTimeLeft(task: UploadTask): string | null {
	const begun = useRef<{ at: number; sent: number } | null>(null);
	const sent = task.sent.value;
	const isRunning = task.state.value.name === "uploading";
	useEffect(() => {
		begun.current = isRunning ? { at: performance.now(), sent } : null;
	}, [isRunning]);
	if (!begun.current || !isRunning) return null;
	const elapsed = performance.now() - begun.current.at;
	const done = sent - begun.current.sent;
	if (elapsed < MEASURED_MS || done <= 0) return null;
	return studioWords.uploadingLeft({ left: timeLeft((((1 - sent) / done) * elapsed) / 1000) });
}

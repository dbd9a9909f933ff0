import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Health } from "../../../contracts/health.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { health } from "./access.ts";

const NAMES: Record<keyof Health["parts"], string> = {
	database: "Database",
	redis: "Cache",
	vectors: "Vector index",
	transcoder: "Transcoder",
	uploads: "Uploads' safety",
};
const SENTENCES: Record<Health["status"], string> = {
	ok: "Everything answers.",
	degraded: "Serving, with a part missing.",
	down: "Down: the API can't do its work.",
};
/** Health is looked at again this often while it is on screen, milliseconds. */
const AGAIN_MS = 15_000;

/** Whether the parts the product leans on answer, and how fast. */
export function HealthPanel() {
	const found = useSignal<Health | null>(null);
	const fault = useSignal<unknown>(null);
	const look = () =>
		health().then(
			(answer) => {
				fault.value = null;
				found.value = answer;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => {
		void look();
		const timer = setInterval(() => document.visibilityState === "visible" && void look(), AGAIN_MS);
		return () => clearInterval(timer);
	}, []);
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void look()} />;
	if (!found.value) return <div class="skeleton ops__skeleton" role="progressbar" aria-label="Asking the parts" />;
	return (
		<>
			<p class={`health__whole health__whole--${found.value.status}`} role="status">
				{SENTENCES[found.value.status]}
			</p>
			<ul class="health">
				{Object.entries(found.value.parts).map(([name, { status, ms, detail }]) => (
					<li key={name} class={`health__part health__part--${status}`}>
						<span class="health__name">{NAMES[name as keyof Health["parts"]] ?? name}</span>
						<span class="numeric health__ms">{status === "ok" ? `${ms} ms` : "No answer"}</span>
						<span class="quiet health__detail">{detail ?? (status === "ok" ? "answers" : "")}</span>
					</li>
				))}
			</ul>
		</>
	);
}

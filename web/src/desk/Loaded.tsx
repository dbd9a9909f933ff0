import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { FaultNotice } from "../ui/Notice.tsx";

interface LoadedProps<Answer> {
	/** Rising asks again. */
	attempt?: number;
	load(): Promise<Answer>;
	label: string;
	children(answer: Answer): ComponentChildren;
}

/** A page's part that is asked for: its skeleton, its fault, itself. */
export function Loaded<Answer>({ attempt = 0, load, label, children }: LoadedProps<Answer>) {
	const answer = useSignal<Answer | null>(null);
	const fault = useSignal<unknown>(null);
	const ask = async () => {
		fault.value = null;
		try {
			answer.value = await load();
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => void ask(), [attempt]);
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void ask()} />;
	if (answer.value === null) return <div class="skeleton desk__skeleton" role="progressbar" aria-label={label} />;
	return <>{children(answer.value)}</>;
}

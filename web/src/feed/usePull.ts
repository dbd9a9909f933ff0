import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { PULL_ENOUGH, pulled } from "../ui/pull.ts";
import type { StageGestureHooks } from "./stageGestures.ts";

/** The first clip pulled down far enough has the list read anew. `onRefresh` tells what fails by itself. */
export function usePull(onRefresh: (() => Promise<void>) | undefined) {
	const pull = useSignal(0);
	const busy = useSignal(false);
	const refresh = useRef(onRefresh);
	refresh.current = onRefresh;
	const hooks: Pick<StageGestureHooks, "pull" | "pullDone"> = {
		pull: (distance) => {
			if (refresh.current && !busy.peek()) pull.value = pulled(distance);
		},
		pullDone: (distance) => {
			pull.value = 0;
			if (!refresh.current || busy.peek() || pulled(distance) < PULL_ENOUGH) return;
			busy.value = true;
			void refresh.current().finally(() => {
				busy.value = false;
			});
		},
	};
	return { pull, busy, hooks };
}

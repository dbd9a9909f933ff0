import { useSignal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { offlineError, unreachableError } from "../api/problem.ts";
import { wordsThere } from "../language/area.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { online } from "./connection.ts";
import * as shellWords from "./shell.words.ts";

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A screen whose code is fetched when it is first opened, with a way to try again when that fails. */
export function lazyScreen<Props extends object>(load: Load<Props>): FunctionComponent<Props> & { preload(): void } {
	let loaded: ComponentType<Props> | undefined;
	const fetchCode = async () => {
		loaded ??= await load();
		await wordsThere();
		return loaded;
	};
	function LazyScreen(props: Props) {
		const state = useSignal<"loading" | "ready" | "failed">(loaded ? "ready" : "loading");
		const attempt = useSignal(0);
		useEffect(() => {
			if (state.value === "ready") return;
			fetchCode().then(
				() => (state.value = "ready"),
				() => (state.value = "failed"),
			);
		}, [attempt.value]);
		if (state.value === "failed") {
			const retry = () => {
				state.value = "loading";
				attempt.value++;
			};
			return <FaultNotice isScreen error={online.value ? unreachableError() : offlineError()} onRetry={retry} />;
		}
		if (state.value === "loading" || !loaded) return <div class="screen-loading" role="progressbar" aria-label={shellWords.loading()} />;
		const Screen = loaded;
		return <Screen {...props} />;
	}
	// A failed look ahead is no fault: opening the screen asks again, and tells.
	return Object.assign(LazyScreen, { preload: () => void fetchCode().catch(() => undefined) });
}

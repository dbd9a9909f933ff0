import { useSignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { offlineError, unreachableError } from "../api/problem.ts";
import type { CommentsProps } from "../comments/Comments.tsx";
import { online } from "../shell/connection.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import * as feedWords from "./feed.words.ts";

let loaded: FunctionComponent<CommentsProps> | null = null;

/** Comments beside the stage, whose code is no part of the first screen. */
export function LazyComments(props: CommentsProps) {
	const state = useSignal<"loading" | "ready" | "failed">(loaded ? "ready" : "loading");
	const load = () => {
		if (loaded) return;
		state.value = "loading";
		import("../comments/Comments.tsx").then(
			({ Comments }) => {
				loaded = Comments;
				state.value = "ready";
			},
			() => (state.value = "failed"),
		);
	};
	useEffect(load, []);
	if (state.value === "failed") return <FaultNotice error={online.value ? unreachableError() : offlineError()} onRetry={load} />;
	const Loaded = loaded;
	return Loaded && state.value === "ready" ? (
		<Loaded {...props} />
	) : (
		<span class="spinner" role="progressbar" aria-label={feedWords.loadingComments()} />
	);
}

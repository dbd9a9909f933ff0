import { useSignal } from "@preact/signals";
import { Download as Icon } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { sentenceOf } from "../api/problem.ts";
import * as api from "../api/sharing.ts";
import { weave } from "../language/weave.ts";
import * as sharingWords from "./sharing.words.ts";

/** Between two questions whether the copy is there, milliseconds. */
const ASK_EVERY_MS = 2_000;
const CAME_TO_NOTHING = sharingWords.copyFailed;
/** Read out as it happens: the words of a button that changes are not. */
const HEARD = { idle: () => "", preparing: sharingWords.preparing, ready: sharingWords.ready } as const;

type State =
	| { readonly name: "idle" | "preparing" }
	| { readonly name: "ready"; readonly url: string }
	| { readonly name: "failed"; readonly why: string };

/** Has a copy of a video made, waits for it, and saves it. While the sheet is closed it goes on being made, and is found when asked for again. */
export function DownloadRow({ videoId }: { videoId: string }) {
	const state = useSignal<State>({ name: "idle" });
	const open = useRef(new AbortController());
	const link = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		const controller = new AbortController();
		open.current = controller;
		return () => controller.abort();
	}, [videoId]);
	const now = state.value;
	useEffect(() => {
		if (now.name === "ready") link.current?.click();
	}, [now.name]);
	const prepare = async () => {
		const { signal } = open.current;
		state.value = { name: "preparing" };
		try {
			let answer = await api.askForDownload(videoId, signal);
			while (answer.state === "preparing") {
				await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
				if (signal.aborted) return;
				answer = await api.getDownload(videoId, signal);
			}
			state.value = answer.url === null ? { name: "failed", why: CAME_TO_NOTHING() } : { name: "ready", url: answer.url };
		} catch (error) {
			if (!signal.aborted) state.value = { name: "failed", why: sentenceOf(error) };
		}
	};
	return (
		<li>
			{now.name === "ready" ? (
				<a ref={link} class="sheet-row" href={now.url} download>
					<Icon size={22} />
					<span>{sharingWords.readySave()}</span>
				</a>
			) : (
				<button
					type="button"
					class="sheet-row"
					aria-disabled={now.name === "preparing"}
					onClick={() => now.name !== "preparing" && void prepare()}
				>
					{now.name === "preparing" ? <span class="spinner" /> : <Icon size={22} />}
					<span>
						{now.name === "idle" && sharingWords.download()}
						{now.name === "preparing" && sharingWords.preparingDots()}
						{now.name === "failed" && weave(sharingWords.tryDownload, { why: <small class="quiet">{now.why}</small> })}
					</span>
				</button>
			)}
			<span class="visually-hidden" role="status">
				{now.name === "failed" ? now.why : HEARD[now.name]()}
			</span>
		</li>
	);
}

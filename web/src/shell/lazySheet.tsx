import { useSignal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { offlineError, unreachableError } from "../api/problem.ts";
import { wordsThere } from "../language/area.ts";
import { tellFault } from "../ui/toasts.tsx";
import { online } from "./connection.ts";

/**
 * A sheet whose code is no part of the first screen: it is fetched by `preload`, at the latest when the sheet is opened. Code that can't be
 * had is told, and the sheet closed: opening it again asks again.
 */
export function lazySheet<Props extends { onClose(): void }>(
	load: () => Promise<ComponentType<Props>>,
): FunctionComponent<Props> & { preload(): void } {
	let loaded: ComponentType<Props> | undefined;
	const fetchCode = async () => {
		loaded ??= await load();
		await wordsThere();
	};
	function LazySheet(props: Props) {
		const isReady = useSignal(loaded !== undefined);
		useEffect(() => {
			if (isReady.value) return;
			fetchCode().then(
				() => (isReady.value = true),
				() => {
					props.onClose();
					tellFault(online.value ? unreachableError() : offlineError());
				},
			);
		}, []);
		if (!isReady.value || !loaded) return null;
		const Loaded = loaded;
		return <Loaded {...props} />;
	}
	// A failed look ahead is no fault: opening the sheet asks again, and tells.
	return Object.assign(LazySheet, { preload: () => void fetchCode().catch(() => undefined) });
}

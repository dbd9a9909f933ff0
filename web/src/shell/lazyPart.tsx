import { useSignal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { wordsThere } from "../language/area.ts";

/** A part of a screen that comes after it, and without which the screen is whole: while its code can't be had nothing stands there. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
	let loaded: ComponentType<Props> | undefined;
	return function LazyPart(props: Props) {
		const isReady = useSignal(loaded !== undefined);
		useEffect(() => {
			if (isReady.value) return;
			load()
				.then(async (part) => {
					// Its words come with it, in the language that is read.
					await wordsThere();
					loaded = part;
					isReady.value = true;
				})
				// The next time it is drawn it is asked for again.
				.catch(() => undefined);
		}, []);
		if (!isReady.value || !loaded) return null;
		const Part = loaded;
		return <Part {...props} />;
	};
}

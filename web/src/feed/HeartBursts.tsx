import { useSignal } from "@preact/signals";
import { Heart } from "lucide-preact";
import type { Ref } from "preact";
import { useImperativeHandle, useRef } from "preact/hooks";
import "./heart-bursts.css";

const LIFE_MS = 900;
const TILTS = [-16, 9, -7, 14, -11];

export interface HeartBurstsHandle {
	/** A heart bursts from a place of the page, pixels. */
	burst(x: number, y: number): void;
}

/** Hearts that burst from under the finger. */
export function HeartBursts({ handle }: { handle: Ref<HeartBurstsHandle> }) {
	const layer = useRef<HTMLDivElement>(null);
	const bursts = useSignal<readonly { id: number; x: number; y: number }[]>([]);
	const next = useRef(0);
	useImperativeHandle(handle, () => ({
		burst(x, y) {
			const box = layer.current?.getBoundingClientRect();
			const id = next.current++;
			bursts.value = [...bursts.value, { id, x: x - (box?.left ?? 0), y: y - (box?.top ?? 0) }];
			setTimeout(() => {
				bursts.value = bursts.value.filter((burst) => burst.id !== id);
			}, LIFE_MS);
		},
	}));
	return (
		<div class="bursts" ref={layer} aria-hidden="true">
			{bursts.value.map(({ id, x, y }) => (
				<span key={id} class="burst" style={{ left: `${x}px`, top: `${y}px`, "--tilt": `${TILTS[id % TILTS.length] ?? 0}deg` }}>
					<Heart size={96} fill="currentColor" strokeWidth={0} />
					<i />
				</span>
			))}
		</div>
	);
}

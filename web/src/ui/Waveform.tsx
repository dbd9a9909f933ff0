import "./waveform.css";

/** Bars as high as it was loud, 0 to 100. `share` of them are heard already, 0–1. */
export const Waveform = ({ peaks, share }: { peaks: readonly number[]; share: number }) => (
	<svg class="waveform" viewBox={`0 0 ${peaks.length * 4} 32`} preserveAspectRatio="none" aria-hidden="true">
		{peaks.map((peak, place) => {
			const height = Math.max(3, (peak / 100) * 30);
			return (
				<rect
					key={place}
					x={place * 4 + 0.5}
					y={(32 - height) / 2}
					width={2.6}
					height={height}
					rx={1.3}
					class={place < share * peaks.length ? "waveform__heard" : undefined}
				/>
			);
		})}
	</svg>
);

const WIDTH = 240;
const HEIGHT = 24;
const MIDDLE = WIDTH / 2;
/** Room for a cap at either end. */
const REACH = MIDDLE - 8;

interface IntervalBarProps {
	lift: number;
	interval: readonly [number, number];
	/** Half the width of the axis, in lift. */
	axis: number;
	outcome: "better" | "worse" | "unclear";
}

/** A lift and its interval about a line at nothing. The figures stand beside it in words, so it is hidden from readers of those. */
export function IntervalBar({ lift, interval: [low, high], axis, outcome }: IntervalBarProps) {
	const x = (value: number) => MIDDLE + Math.min(1, Math.max(-1, value / axis)) * REACH;
	const y = HEIGHT / 2;
	return (
		<svg class={`interval interval--${outcome}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
			<line class="interval__axis" x1={8} x2={WIDTH - 8} y1={y} y2={y} />
			<line class="interval__zero" x1={MIDDLE} x2={MIDDLE} y1={1} y2={HEIGHT - 1} />
			<line class="interval__range" x1={x(low)} x2={x(high)} y1={y} y2={y} />
			<line class="interval__cap" x1={x(low)} x2={x(low)} y1={y - 5} y2={y + 5} />
			<line class="interval__cap" x1={x(high)} x2={x(high)} y1={y - 5} y2={y + 5} />
			<circle class="interval__point" cx={x(lift)} cy={y} r={5} />
		</svg>
	);
}

import type { Queue } from "../../../contracts/moderation.ts";
import { QUEUE_LABELS } from "./labels.ts";

type Movable = Exclude<Queue, "appeals">;

interface MoveMenuProps {
	from: Queue;
	queues: readonly Queue[];
	onMove(queue: Movable): Promise<void>;
}

/** Puts a case that came to the wrong queue into another one. Into those that are not one's own it is handed on, which is a decision. */
export function MoveMenu({ from, queues, onMove }: MoveMenuProps) {
	const others = queues.filter((queue): queue is Movable => queue !== "appeals" && queue !== from);
	if (others.length === 0) return null;
	return (
		<select
			class="button button--small desk__move"
			aria-label="Move to another queue"
			value=""
			onChange={(event) => {
				const queue = others.find((one) => one === event.currentTarget.value);
				event.currentTarget.value = "";
				if (queue !== undefined) void onMove(queue);
			}}
		>
			<option value="">Move to…</option>
			{others.map((queue) => (
				<option key={queue} value={queue}>
					{QUEUE_LABELS[queue]}
				</option>
			))}
		</select>
	);
}

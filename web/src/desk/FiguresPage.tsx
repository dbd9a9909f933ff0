import { useSignal } from "@preact/signals";
import { fullCount, percent } from "../ui/format.ts";
import { metrics } from "./deskApi.ts";
import { Loaded } from "./Loaded.tsx";
import { QUEUE_LABELS, waited } from "./labels.ts";

const SPANS = [1, 7, 30, 90] as const;

/** How long decisions take, how many were taken back, and what waits. */
export function FiguresPage() {
	const days = useSignal<number>(7);
	const seconds = (value: number | null) => (value === null ? "–" : waited(value * 1_000));
	return (
		<section class="desk__page" aria-labelledby="desk-figures">
			<div class="desk__page-head">
				<h2 id="desk-figures">Figures</h2>
				<select aria-label="Of the last" value={days.value} onChange={(event) => (days.value = Number(event.currentTarget.value))}>
					{SPANS.map((span) => (
						<option key={span} value={span}>
							{span === 1 ? "Today" : `${span} days`}
						</option>
					))}
				</select>
			</div>
			<Loaded attempt={days.value} load={() => metrics(days.value)} label="Loading figures">
				{({ queues }) => (
					<section
						class="desk__table"
						aria-label="Figures by queue"
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached by keys
						tabIndex={0}
					>
						<table>
							<thead>
								<tr>
									<th scope="col">Queue</th>
									<th scope="col">Waiting</th>
									<th scope="col">Decided</th>
									<th scope="col">Half within</th>
									<th scope="col">Nine of ten within</th>
									<th scope="col">Overturned</th>
								</tr>
							</thead>
							<tbody>
								{queues.map((row) => (
									<tr key={row.queue}>
										<th scope="row">{QUEUE_LABELS[row.queue]}</th>
										<td class="numeric">{fullCount(row.backlog)}</td>
										<td class="numeric">{fullCount(row.decided)}</td>
										<td class="numeric">{seconds(row.medianSeconds)}</td>
										<td class="numeric">{seconds(row.slowSeconds)}</td>
										<td class="numeric">
											{fullCount(row.overturned)}
											{row.overturnRate !== null && ` (${percent(row.overturnRate)})`}
										</td>
									</tr>
								))}
							</tbody>
						</table>
					</section>
				)}
			</Loaded>
		</section>
	);
}

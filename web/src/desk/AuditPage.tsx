import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { listAudit } from "../../../contracts/desk.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { audit } from "./deskApi.ts";

type Line = AnswerOf<typeof listAudit>["lines"][number];

/** What staff did and read, newest first. That this was looked at is its newest line. */
export function AuditPage() {
	const lines = useSignal<readonly Line[] | null>(null);
	const fault = useSignal<unknown>(null);
	const hasMore = useSignal(true);
	const load = async () => {
		fault.value = null;
		try {
			const found = (await audit(lines.value?.at(-1)?.seq)).lines;
			lines.value = [...(lines.value ?? []), ...found];
			hasMore.value = found.length > 0;
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => void load(), []);
	return (
		<section class="desk__page" aria-labelledby="desk-audit">
			<h2 id="desk-audit">Audit log</h2>
			<p class="quiet">
				Append-only, each line with the hash of the one before it. <code>npm run audit:verify</code> checks the whole chain.
			</p>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{lines.value === null && fault.value === null && (
				<div class="skeleton desk__skeleton" role="progressbar" aria-label="Loading lines" />
			)}
			<section
				class="desk__table"
				aria-label="Lines"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached by keys
				tabIndex={0}
			>
				<table>
					<thead>
						<tr>
							<th scope="col">Line</th>
							<th scope="col">When</th>
							<th scope="col">Who</th>
							<th scope="col">What</th>
							<th scope="col">To what</th>
							<th scope="col">Details</th>
						</tr>
					</thead>
					<tbody>
						{(lines.value ?? []).map((line) => (
							<tr key={line.seq}>
								<td class="numeric">{line.seq}</td>
								<td class="numeric">{line.at.slice(0, 19).replace("T", " ")}</td>
								<td>{line.by?.name ?? "machine"}</td>
								<td>{line.action}</td>
								<td class="numeric">{line.target}</td>
								<td class="desk__details">{line.details === "{}" ? "" : line.details}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			{hasMore.value && lines.value !== null && (
				<button type="button" class="button button--small" onClick={() => void load()}>
					Show more
				</button>
			)}
		</section>
	);
}

import { useComputed, useSignal } from "@preact/signals";
import { Inbox, Search } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { CaseRow, listQueues } from "../../../contracts/desk.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { Queue } from "../../../contracts/moderation.ts";
import type { Me } from "../../../contracts/operators.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { CaseItem } from "./CaseItem.tsx";
import { CasePanel } from "./CasePanel.tsx";
import { cases, claimNext, queues } from "./deskApi.ts";
import { actOf, type DeskAct } from "./keys.ts";
import { QUEUE_LABELS } from "./labels.ts";

type States = AnswerOf<typeof listQueues>["queues"];
/** The list is asked for again this often, milliseconds: colleagues work on it, too. */
const RELOAD_MS = 15_000;

/** The queues at the left, a case at the right; on a phone one or the other. */
export function QueuesPage({ me, caseId }: { me: Me; caseId: string | undefined }) {
	const [, navigate] = useLocation();
	const states = useSignal<States | null>(null);
	const queue = useSignal<Queue | null>(null);
	const state = useSignal<"open" | "closed">("open");
	const search = useSignal("");
	const rows = useSignal<readonly CaseRow[] | null>(null);
	const fault = useSignal<unknown>(null);
	const selected = useSignal<ReadonlySet<string>>(new Set());
	const place = useSignal(0);
	const field = useRef<HTMLInputElement>(null);
	const asked = useRef(0);

	const load = async () => {
		const turn = ++asked.current;
		try {
			states.value = (await queues()).queues;
			queue.value ??= states.value.find(({ open }) => open > 0)?.queue ?? states.value[0]?.queue ?? null;
			const term = search.value.trim();
			const wanted = term === "" && queue.value !== null ? { queue: queue.value } : {};
			const found = await cases({ ...wanted, state: state.value, ...(term === "" ? {} : { search: term }) });
			// What was asked for meanwhile is what is shown.
			if (turn === asked.current) rows.value = found.cases;
			fault.value = null;
		} catch (error) {
			if (rows.value === null) fault.value = error;
		}
	};
	useEffect(() => {
		void load();
		const timer = setInterval(() => void load(), RELOAD_MS);
		return () => clearInterval(timer);
	}, [queue.value, state.value, search.value]);

	const open = (id: string) => navigate(`/desk/${id}`);
	const openNext = async () => {
		if (queue.value === null) return;
		try {
			const { case: next } = await claimNext(queue.value);
			if (next === null) tell("Nothing waits in this queue that you could take.");
			else open(next.id);
		} catch (error) {
			tellFault(error);
		}
	};
	const toggle = (id: string) => {
		const next = new Set(selected.value);
		if (!next.delete(id)) next.add(id);
		selected.value = next;
	};
	const current = useComputed(() => rows.value?.[Math.min(place.value, (rows.value?.length ?? 1) - 1)]);
	const acts: Partial<Record<DeskAct, () => void>> = {
		next: () => (place.value = Math.min(place.value + 1, (rows.value?.length ?? 1) - 1)),
		previous: () => (place.value = Math.max(0, place.value - 1)),
		open: () => current.value && open(current.value.id),
		select: () => current.value && toggle(current.value.id),
		search: () => field.current?.focus(),
		close: () => caseId !== undefined && navigate("/desk"),
		...(caseId === undefined ? { claim: () => void openNext() } : {}),
	};
	const latest = useRef(acts);
	latest.current = acts;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const act = actOf(event);
			const run = act === null ? undefined : latest.current[act];
			if (run === undefined) return;
			event.preventDefault();
			run();
		};
		addEventListener("keydown", press);
		return () => removeEventListener("keydown", press);
	}, []);

	const decided = () => {
		navigate("/desk");
		void load();
	};
	return (
		<div class={caseId === undefined ? "desk__body" : "desk__body desk__body--case"}>
			<section class="desk__list" aria-label="Cases">
				<nav class="desk__queues" aria-label="Queues">
					{(states.value ?? []).map(({ queue: name, open: count, urgent }) => (
						<button
							key={name}
							type="button"
							aria-pressed={queue.value === name && search.value.trim() === ""}
							onClick={() => {
								search.value = "";
								place.value = 0;
								queue.value = name;
							}}
						>
							{QUEUE_LABELS[name]} <span class="numeric">{count}</span>
							{urgent > 0 && <span class="desk__urgent">{urgent} urgent</span>}
						</button>
					))}
				</nav>
				<div class="desk__find">
					<label class="desk__search">
						<Search size={18} aria-hidden="true" />
						<input
							ref={field}
							class="desk__term"
							type="search"
							aria-label="Search cases by id or user name"
							placeholder="Id or user name"
							value={search.value}
							onInput={(event) => (search.value = event.currentTarget.value)}
						/>
					</label>
					<button
						type="button"
						class="button button--small"
						aria-pressed={state.value === "closed"}
						onClick={() => (state.value = state.value === "open" ? "closed" : "open")}
					>
						{state.value === "open" ? "Open" : "Decided"}
					</button>
					<button type="button" class="button button--small button--primary" onClick={() => void openNext()}>
						Next case
					</button>
				</div>
				{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
				{rows.value === null && fault.value === null && (
					<div class="skeleton desk__skeleton" role="progressbar" aria-label="Loading cases" />
				)}
				{rows.value?.length === 0 && (
					<Notice icon={<Inbox size={28} />} title={search.value.trim() === "" ? "Nothing waits here" : "Nothing found"}>
						{search.value.trim() === ""
							? "New cases come by themselves."
							: "Search by the id of a case, video or account, or by a user name."}
					</Notice>
				)}
				<ul class="desk__cases">
					{(rows.value ?? []).map((row, at) => (
						<CaseItem
							key={row.id}
							row={row}
							me={me}
							isOpen={row.id === caseId}
							isCurrent={at === place.value}
							isSelected={selected.value.has(row.id)}
							onOpen={() => {
								place.value = at;
								open(row.id);
							}}
							onSelect={() => toggle(row.id)}
						/>
					))}
				</ul>
				{selected.value.size > 0 && (
					<BulkBar
						ids={[...selected.value]}
						onDone={() => {
							selected.value = new Set();
							void load();
						}}
					/>
				)}
			</section>
			{caseId !== undefined && (
				<CasePanel
					key={caseId}
					caseId={caseId}
					me={me}
					queues={(states.value ?? []).map(({ queue: name }) => name)}
					onDecided={decided}
					onBack={() => navigate("/desk")}
				/>
			)}
		</div>
	);
}

import { useSignal } from "@preact/signals";
import { ArrowLeft } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { type CaseDetail, LEASE_MS } from "../../../contracts/desk.ts";
import type { Decision, Queue } from "../../../contracts/moderation.ts";
import type { Me } from "../../../contracts/operators.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { DecideForm } from "./DecideForm.tsx";
import { claim, getCase, move, release } from "./deskApi.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { actOf, isDecision } from "./keys.ts";
import { QUEUE_LABELS, reasonLabel, SUBJECT_LABELS } from "./labels.ts";
import { MoveMenu } from "./MoveMenu.tsx";
import { marked, moments } from "./moments.ts";
import { NotesPanel } from "./NotesPanel.tsx";
import { type PlayerHandle, VeiledPlayer } from "./VeiledPlayer.tsx";

interface CasePanelProps {
	caseId: string;
	me: Me;
	/** The reviewer's own: a case can be moved between them. */
	queues: readonly Queue[];
	/** It is decided, or another queue's now. */
	onDecided(): void;
	onBack(): void;
}

/** A case: what it is about, why, what was before, and the decision. Once claimed it is kept for as long as it is open. */
export function CasePanel({ caseId, me, queues, onDecided, onBack }: CasePanelProps) {
	const detail = useSignal<CaseDetail | null>(null);
	const fault = useSignal<unknown>(null);
	const chosen = useSignal<Decision | null>(null);
	const player = useRef<PlayerHandle>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const note = useRef<HTMLTextAreaElement>(null);
	const load = async () => {
		try {
			detail.value = await getCase(caseId);
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	const take = async () => {
		try {
			const { case: row } = await claim(caseId);
			if (detail.value !== null) detail.value = { ...detail.value, case: row };
		} catch (error) {
			tellFault(error);
			void load();
		}
	};
	const give = async () => {
		try {
			await release(caseId);
			onBack();
		} catch (error) {
			tellFault(error);
		}
	};
	const moveOn = async (queue: Exclude<Queue, "appeals">) => {
		try {
			await move(caseId, queue);
			tell(`Moved to ${QUEUE_LABELS[queue]}`);
			onDecided();
		} catch (error) {
			tellFault(error);
		}
	};
	const found = detail.value;
	const isMine = found?.case.claimedBy?.id === me.id;
	useEffect(() => void load().then(() => heading.current?.focus({ preventScroll: true })), [caseId]);
	useEffect(() => {
		if (!isMine) return;
		const timer = setInterval(() => void take(), LEASE_MS / 3);
		return () => clearInterval(timer);
	}, [isMine]);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const act = actOf(event);
			if (act === null || detail.value === null) return;
			const run = actions[act as keyof typeof actions];
			if (run !== undefined) run();
			else if (isDecision(act) && detail.value.decisions.includes(act)) {
				chosen.value = act;
				note.current?.focus();
			} else return;
			event.preventDefault();
		};
		const actions = {
			claim: () => void take(),
			release: () => void give(),
			earlier: () => player.current?.step(-1),
			later: () => player.current?.step(1),
			clear: () => player.current?.veil(),
			sound: () => player.current?.sound(),
			play: () => player.current?.play(),
		};
		addEventListener("keydown", press);
		return () => removeEventListener("keydown", press);
	}, []);
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (found === null) return <div class="skeleton desk__skeleton desk__panel" role="progressbar" aria-label="Loading the case" />;
	const { case: row, shown, evidence, account } = found;
	const at = moments(evidence);
	const isTaken = row.claimedBy !== null && !isMine;
	return (
		<article class="desk__panel" aria-labelledby="desk-case-title">
			<header class="desk__panel-head">
				<button type="button" class="icon-button desk__back" aria-label="Back to the queue" onClick={onBack}>
					<ArrowLeft size={20} />
				</button>
				<div>
					<h2 id="desk-case-title" ref={heading} tabIndex={-1}>
						{reasonLabel(row.reason)}
					</h2>
					<p class="quiet">
						{SUBJECT_LABELS[row.subject.kind]} of{" "}
						<a href={`/desk/accounts?name=${row.owner.id}`}>
							{row.owner.username === null ? `account ${row.owner.id}` : `@${row.owner.username}`}
						</a>{" "}
						· {account.strikes === 1 ? "1 strike" : `${account.strikes} strikes`}
						{account.suspendedUntil !== null && " · suspended"}
						{account.limitedUntil !== null && " · reach limited"}
					</p>
				</div>
				{row.state === "open" && !isTaken && row.queue !== "appeals" && <MoveMenu from={row.queue} queues={queues} onMove={moveOn} />}
				{row.state === "open" &&
					(isMine ? (
						<button type="button" class="button button--small" onClick={() => void give()}>
							Give back
						</button>
					) : (
						<button type="button" class="button button--small button--primary" disabled={isTaken} onClick={() => void take()}>
							{isTaken ? `${row.claimedBy?.name} is at it` : "Claim"}
						</button>
					))}
			</header>
			<div class="desk__panel-body">
				<div class="desk__subject">
					{shown.video !== null && <VeiledPlayer handle={player} video={shown.video} moments={at} />}
					{shown.picture !== null && <img class="desk-veil desk__picture" src={shown.picture} alt="The account's own, veiled" />}
					{shown.words.map(({ field, text }) => (
						<div key={field} class="desk__words">
							<h3>{field}</h3>
							<p dir="auto">
								{marked(text, field, evidence).map((stretch, index) =>
									stretch.isMarked ? <mark key={index}>{stretch.text}</mark> : <span key={index}>{stretch.text}</span>,
								)}
							</p>
						</div>
					))}
					<EvidenceList evidence={evidence} onMoment={(ms) => player.current?.seek(ms)} />
				</div>
				<div class="desk__deciding">
					{found.decisions.length > 0 && !isTaken && (
						<DecideForm
							note={note}
							key={chosen.value}
							found={found}
							chosen={chosen.value}
							onChoose={(decision) => (chosen.value = decision)}
							onDecided={(staysOpen) => {
								chosen.value = null;
								if (staysOpen) void load();
								else onDecided();
							}}
						/>
					)}
					{row.state === "open" && row.notBy === me.id && (
						<p class="quiet">You made the decision that is appealed against. Somebody else has to look at it.</p>
					)}
					<NotesPanel caseId={caseId} notes={found.notes} onNoted={() => void load()} />
					<HistoryList history={found.history} />
				</div>
			</div>
		</article>
	);
}

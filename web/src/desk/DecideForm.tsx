import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { CaseDetail } from "../../../contracts/desk.ts";
import { type Decision, fitsSubject, REASON_NAMES, type Reason } from "../../../contracts/moderation.ts";
import { sentenceOf } from "../api/problem.ts";
import { tell } from "../ui/toasts.tsx";
import { decide } from "./deskApi.ts";
import { DECISION_LABELS, reasonLabel, SUBJECT_LABELS } from "./labels.ts";

const DAY_MS = 86_400_000;
/** How long a suspension or limit may last; null: for good. */
const TERMS = [
	["7 days", 7],
	["30 days", 30],
	["For good", null],
] as const;
const CAN_STRIKE: ReadonlySet<Decision> = new Set(["remove", "mute_sound", "replace_sound"]);

/** What a child safety case gathered, each of which can be decided about while the case stays open. */
function targetsOf({ case: { queue }, evidence }: CaseDetail) {
	if (queue !== "child_safety") return [];
	const all = evidence.map(({ subject }) => ({ subject, label: `${SUBJECT_LABELS[subject.kind]} ${subject.id}` }));
	return all.filter(({ label }, at) => all.findIndex((one) => one.label === label) === at);
}

interface DecideFormProps {
	found: CaseDetail;
	chosen: Decision | null;
	/** Where what the person is told is written: a key that chooses leads there at once, for what is typed next is no key. */
	note: RefObject<HTMLTextAreaElement>;
	onChoose(decision: Decision): void;
	/** `staysOpen` when one thing of the case was decided about, and not the case. */
	onDecided(staysOpen: boolean): void;
}

/** What is decided, by which policy, and what the person is told. A key chooses; Ctrl+Enter, or the button, decides. */
export function DecideForm({ found, chosen, note: field, onChoose, onDecided }: DecideFormProps) {
	const { case: row, decisions } = found;
	const reason = useSignal<Reason>(row.reason);
	const note = useSignal("");
	const strike = useSignal(row.severity >= 3);
	const days = useSignal<number | null>(7);
	const fault = useSignal<string | null>(null);
	const busy = useSignal(false);
	const target = useSignal("");
	const targets = targetsOf(found);
	useLayoutEffect(() => {
		if (chosen === "child_account") reason.value = "underage";
		if (chosen !== null) field.current?.focus();
	}, [chosen]);
	const submit = async () => {
		if (chosen === null || busy.value) return;
		busy.value = true;
		fault.value = null;
		const isTimed = chosen === "suspend" || chosen === "shadow_limit";
		try {
			const { performed } = await decide(row.id, {
				decision: chosen,
				reason: reason.value,
				note: note.value,
				strike: strike.value && CAN_STRIKE.has(chosen),
				...(target.value === "" ? {} : { target: targets[Number(target.value)]?.subject }),
				...(isTimed && days.value !== null ? { until: new Date(Date.now() + days.value * DAY_MS).toISOString() } : {}),
			});
			tell(performed ? `Decided: ${DECISION_LABELS[chosen]}` : "Decided. It does not hold everywhere yet, and is tried until it does.");
			onDecided(target.value !== "" || (chosen === "escalate" && row.queue === "child_safety"));
		} catch (error) {
			fault.value = sentenceOf(error);
		}
		busy.value = false;
	};
	const reasons = REASON_NAMES.filter((name) => name === row.reason || fitsSubject(name, row.subject.kind));
	return (
		<form
			class="desk-decide"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
			onKeyDown={(event) => {
				if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
					event.preventDefault();
					void submit();
				}
			}}
		>
			<fieldset>
				<legend>Decision</legend>
				<div class="desk-decide__choices">
					{decisions.map((decision) => (
						<label key={decision} class={`desk-choice${chosen === decision ? " desk-choice--chosen" : ""}`}>
							<input
								type="radio"
								name="decision"
								class="visually-hidden"
								checked={chosen === decision}
								onChange={() => onChoose(decision)}
							/>
							{DECISION_LABELS[decision]}
						</label>
					))}
				</div>
			</fieldset>
			{targets.length > 0 && (
				<label class="desk-decide__line">
					<span>About</span>
					<select value={target.value} onChange={(event) => (target.value = event.currentTarget.value)}>
						<option value="">The account; this closes the case</option>
						{targets.map(({ label }, index) => (
							<option key={label} value={String(index)}>
								{label}
							</option>
						))}
					</select>
				</label>
			)}
			<label class="desk-decide__line">
				<span>Policy</span>
				<select value={reason.value} onChange={(event) => (reason.value = event.currentTarget.value as Reason)}>
					{reasons.map((name) => (
						<option key={name} value={name}>
							{reasonLabel(name)}
						</option>
					))}
				</select>
			</label>
			{(chosen === "suspend" || chosen === "shadow_limit") && (
				<label class="desk-decide__line">
					<span>For</span>
					<select
						value={String(days.value)}
						onChange={(event) => (days.value = event.currentTarget.value === "null" ? null : Number(event.currentTarget.value))}
					>
						{TERMS.map(([label, value]) => (
							<option key={label} value={String(value)}>
								{label}
							</option>
						))}
					</select>
				</label>
			)}
			{chosen !== null && CAN_STRIKE.has(chosen) && (
				<label class="desk-decide__check">
					<input type="checkbox" checked={strike.value} onChange={(event) => (strike.value = event.currentTarget.checked)} /> It counts as a
					strike
				</label>
			)}
			<label class="desk-decide__note">
				<span>What the person is told</span>
				<textarea
					ref={field}
					rows={3}
					maxLength={5_000}
					value={note.value}
					onInput={(event) => (note.value = event.currentTarget.value)}
					placeholder="Facts, in a sentence or two"
				/>
			</label>
			{fault.value !== null && <p role="alert">{fault.value}</p>}
			<button type="submit" class="button button--primary button--wide" disabled={chosen === null || busy.value}>
				{chosen === null ? "Choose a decision" : DECISION_LABELS[chosen]}
			</button>
		</form>
	);
}

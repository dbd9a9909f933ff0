import { useEffect, useRef } from "preact/hooks";
import type { CaseRow } from "../../../contracts/desk.ts";
import type { Me } from "../../../contracts/operators.ts";
import { shortCount } from "../ui/format.ts";
import { reasonLabel, SUBJECT_LABELS, waited } from "./labels.ts";

interface CaseItemProps {
	row: CaseRow;
	me: Me;
	isOpen: boolean;
	/** Where the keys are. */
	isCurrent: boolean;
	isSelected: boolean;
	onOpen(): void;
	onSelect(): void;
}

/** A case in its queue: how bad, what, whose, how many saw it, how long it waits, and who is at it. */
export function CaseItem({ row, me, isOpen, isCurrent, isSelected, onOpen, onSelect }: CaseItemProps) {
	const item = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (isCurrent) item.current?.scrollIntoView({ block: "nearest" });
	}, [isCurrent]);
	const whose = row.owner.username === null ? row.owner.id : `@${row.owner.username}`;
	const since = Date.now() - Date.parse(row.closedAt ?? row.openedAt);
	return (
		<li ref={item} class={`desk-case${isCurrent ? " desk-case--current" : ""}${isOpen ? " desk-case--open" : ""}`}>
			<label class="desk-case__select">
				<input type="checkbox" checked={isSelected} onChange={onSelect} disabled={row.state === "closed"} />
				<span class="visually-hidden">
					Select {reasonLabel(row.reason)} of {whose}
				</span>
			</label>
			<button type="button" class="desk-case__body" aria-current={isOpen ? "true" : undefined} onClick={onOpen}>
				<span class={`desk-severity desk-severity--${row.severity}`} title={`Severity ${row.severity} of 5`}>
					<span class="visually-hidden">Severity </span>
					{row.severity}
				</span>
				<span class="desk-case__words">
					<strong>{reasonLabel(row.reason)}</strong>
					<span class="quiet">
						{SUBJECT_LABELS[row.subject.kind]} · {whose}
					</span>
				</span>
				<span class="desk-case__facts quiet numeric">
					<span>{row.reach > 0 && `${shortCount(row.reach)} views`}</span>
					<span>{waited(since)}</span>
					{row.claimedBy !== null && <span class="desk-case__claim">{row.claimedBy.id === me.id ? "yours" : row.claimedBy.name}</span>}
				</span>
			</button>
		</li>
	);
}

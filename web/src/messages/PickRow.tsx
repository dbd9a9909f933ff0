import { Check } from "lucide-preact";
import type { ComponentChildren } from "preact";

interface PickRowProps {
	name: string;
	note: string;
	/** Who it is, as a screen reader says it. */
	label: string;
	picture: ComponentChildren;
	isChosen: boolean;
	onToggle(): void;
	children?: ComponentChildren;
}

/** Somebody, or a conversation, to be chosen among others. */
export const PickRow = ({ name, note, label, picture, isChosen, onToggle, children }: PickRowProps) => (
	<li>
		<label class="chat-row picker__person">
			<input type="checkbox" class="visually-hidden" aria-label={label} checked={isChosen} onChange={onToggle} />
			{picture}
			<span class="chat-row__text">
				<span class="chat-row__name">{children ?? <bdi>{name}</bdi>}</span>
				{note && <span class="quiet chat-row__line">{note}</span>}
			</span>
			<span class="picker__box" aria-hidden="true">
				{isChosen && <Check size={14} strokeWidth={3} />}
			</span>
		</label>
	</li>
);

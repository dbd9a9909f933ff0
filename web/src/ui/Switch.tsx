import "./switch.css";

interface SwitchProps {
	/** What it switches, for who does not see where it stands. */
	label: string;
	on: boolean;
	disabled?: boolean | undefined;
	onChange(on: boolean): void;
}

/** On or off, at once. */
export const Switch = ({ label, on, disabled, onChange }: SwitchProps) => (
	<button type="button" role="switch" aria-checked={on} aria-label={label} class="switch" disabled={disabled} onClick={() => onChange(!on)}>
		<span class="switch__track">
			<span class="switch__knob" />
		</span>
	</button>
);

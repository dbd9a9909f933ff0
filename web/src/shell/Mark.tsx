/** Two offset arcs passing a dot from one to the other: a relay. */
export function Mark({ size = 28 }: { size?: number }) {
	return (
		<svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" stroke-width="3.4" stroke-linecap="round">
			<path stroke="currentColor" d="M13.6 24.4A8.6 8.6 0 0 1 13.6 7.6" />
			<path stroke="var(--ember)" d="M18.4 7.6a8.6 8.6 0 0 1 0 16.8" />
			<circle cx="16" cy="16" r="3.1" fill="var(--ember)" />
		</svg>
	);
}

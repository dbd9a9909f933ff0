import { Sheet } from "../ui/Sheet.tsx";

/** A secret that is shown once. */
export function Told({ title, hint, secret, onClose }: { title: string; hint: string; secret: string; onClose(): void }) {
	return (
		<Sheet title={title} onClose={onClose}>
			<p class="quiet">{hint}</p>
			<input
				class="desk-told"
				readOnly
				aria-label={title}
				value={secret}
				onFocus={(event) => event.currentTarget.select()}
				onClick={(event) => event.currentTarget.select()}
			/>
			<button
				type="button"
				class="button button--primary button--wide"
				onClick={() => void navigator.clipboard.writeText(secret).then(onClose)}
			>
				Copy and close
			</button>
		</Sheet>
	);
}

import { ArrowLeft } from "lucide-preact";
import { useLocation } from "wouter-preact";
import * as shellWords from "./shell.words.ts";

/** Back to where one came from; by an address opened directly, to `otherwise`. */
export function BackButton({ otherwise }: { otherwise: string }) {
	const [, navigate] = useLocation();
	const isFirstPage = history.length <= 1;
	return (
		<button
			type="button"
			class="icon-button back-button"
			aria-label={shellWords.back()}
			onClick={() => (isFirstPage ? navigate(otherwise) : history.back())}
		>
			<ArrowLeft size={24} />
		</button>
	);
}

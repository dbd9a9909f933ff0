import { shortCount } from "./format.ts";
import "./rolling-count.css";

/** A short count whose digits roll when it changes. */
export function RollingCount({ value }: { value: number }) {
	const text = shortCount(value);
	return (
		<span class="rolling numeric">
			<span key={text}>{text}</span>
		</span>
	);
}

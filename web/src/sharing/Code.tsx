import { encode } from "uqr";

/** A QR code drawn as one path, dark on light in both themes: scanners want it so, and four modules of quiet around it. */
export function Code({ url, label }: { url: string; label: string }) {
	const { data, size } = encode(url, { ecc: "M", border: 4 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
	return (
		<figure class="code">
			<svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
				<rect width={size} height={size} fill="#fff" />
				<path d={path} fill="#0b0b10" />
			</svg>
			<figcaption class="quiet">{url}</figcaption>
		</figure>
	);
}

import { decode } from "blurhash";
import { useLayoutEffect, useRef } from "preact/hooks";

const SIZE = 24;

/** The colours of a picture that is not there yet; stretches over its parent. A hash that can't be read draws nothing. */
export function Blurhash({ hash }: { hash: string }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useLayoutEffect(() => {
		const context = canvas.current?.getContext("2d");
		if (!context || hash.length < 6) return;
		try {
			context.putImageData(new ImageData(new Uint8ClampedArray(decode(hash, SIZE, SIZE)), SIZE, SIZE), 0, 0);
		} catch {
			// A damaged hash costs the placeholder only; the picture itself follows.
			context.clearRect(0, 0, SIZE, SIZE);
		}
	}, [hash]);
	return <canvas ref={canvas} class="blurhash" width={SIZE} height={SIZE} />;
}

import { useSignal } from "@preact/signals";
import type { ComponentChildren, ImgHTMLAttributes } from "preact";
import { useEffect } from "preact/hooks";
import { onBackOnline } from "../shell/connection.ts";

interface PictureProps extends Omit<ImgHTMLAttributes<HTMLImageElement>, "onError" | "alt"> {
	src: string;
	/** Stands in its place when it can't be had; without it, what lies beneath is seen. */
	otherwise?: ComponentChildren;
}

/** A decorative picture. One that can't be had shows no broken frame, and is asked for again once the connection is back. */
export function Picture({ otherwise, ...picture }: PictureProps) {
	const failed = useSignal(false);
	useEffect(() => {
		failed.value = false;
	}, [picture.src]);
	useEffect(() => {
		if (!failed.value) return;
		return onBackOnline(() => (failed.value = false));
	}, [failed.value]);
	if (failed.value) return <>{otherwise}</>;
	return <img decoding="async" {...picture} alt="" onError={() => (failed.value = true)} />;
}

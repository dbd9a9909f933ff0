import { CloudOff } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { sentenceOf } from "../api/problem.ts";
import "./notice.css";

interface NoticeProps {
	icon?: ComponentChildren;
	title: string;
	children?: ComponentChildren;
	action?: ComponentChildren;
}

/** Says why there is nothing here, and what to do about it. */
export function Notice({ icon, title, children, action }: NoticeProps) {
	return (
		<div class="notice">
			{icon && <div class="notice__icon">{icon}</div>}
			<h2>{title}</h2>
			{children && <p class="quiet">{children}</p>}
			{action}
		</div>
	);
}

/** A screen, or a part of one, that could not be loaded. */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry(): void }) {
	return (
		<div role="alert">
			<Notice
				icon={<CloudOff size={28} />}
				title="This didn't load"
				action={
					<button type="button" class="button button--primary" onClick={onRetry}>
						Try again
					</button>
				}
			>
				{sentenceOf(error)}
			</Notice>
		</div>
	);
}

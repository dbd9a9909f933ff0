import { CloudOff } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ApiError, sentenceOf } from "../api/problem.ts";
import { onBackOnline, online } from "../shell/connection.ts";
import * as uiWords from "./ui.words.ts";
import "./notice.css";

interface NoticeProps {
	icon?: ComponentChildren;
	title: string;
	children?: ComponentChildren;
	action?: ComponentChildren;
	/** It is all there is on the screen: its title is the page's heading. */
	isScreen?: boolean;
}

/** Says why there is nothing here, and what to do about it. */
export function Notice({ icon, title, children, action, isScreen = false }: NoticeProps) {
	const Heading = isScreen ? "h1" : "h2";
	const notice = (
		<div class="notice">
			{icon && <div class="notice__icon">{icon}</div>}
			<Heading>{title}</Heading>
			{children && <p class="quiet">{children}</p>}
			{action}
		</div>
	);
	return isScreen ? <main>{notice}</main> : notice;
}

interface FaultNoticeProps {
	error: unknown;
	onRetry(): void;
	isScreen?: boolean;
	/** Another way on, beside trying again. */
	otherwise?: ComponentChildren;
}

/** A screen, or a part of one, that could not be loaded. Tried again by itself when the connection returns. */
export function FaultNotice({ error, onRetry, isScreen = false, otherwise }: FaultNoticeProps) {
	const retry = useRef(onRetry);
	retry.current = onRetry;
	useEffect(() => {
		// It came back between the failure and this notice: nobody would tell again.
		if (error instanceof ApiError && error.code === "offline" && online.peek()) retry.current();
		return onBackOnline(() => retry.current());
	}, []);
	return (
		<div role="alert">
			<Notice
				isScreen={isScreen}
				icon={<CloudOff size={28} />}
				title={uiWords.didNotLoad()}
				action={
					<div class="notice__acts">
						<button type="button" class="button button--primary" onClick={onRetry}>
							{uiWords.tryAgain()}
						</button>
						{otherwise}
					</div>
				}
			>
				{sentenceOf(error)}
			</Notice>
		</div>
	);
}

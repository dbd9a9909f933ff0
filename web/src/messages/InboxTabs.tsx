import { useLocation } from "wouter-preact";
import * as accountWords from "../account/account.words.ts";
import { unread, unreadMessages } from "../shell/activity.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import * as messagesWords from "./messages.words.ts";
import "./inbox-tabs.css";

const short = (count: number): string => (count > 99 ? "99+" : String(count));

/** What happened, and what was written to one: the two halves of the inbox. */
export function InboxTabs() {
	const [path] = useLocation();
	const tab = (href: string, label: string, count: number) => {
		const isHere = path.startsWith(href);
		return (
			<Link href={href} class={isHere ? "inbox-tab inbox-tab--here" : "inbox-tab"} aria-current={isHere ? "page" : undefined}>
				{label}
				{count > 0 && (
					<span class="inbox-tab__count numeric">
						{short(count)}
						<span class="visually-hidden"> {shellWords.newOnes()}</span>
					</span>
				)}
			</Link>
		);
	};
	return (
		<nav class="inbox-tabs" aria-label={shellWords.inbox()}>
			{tab("/inbox", messagesWords.activity(), unread.value)}
			{tab("/messages", accountWords.messages(), unreadMessages.value)}
		</nav>
	);
}

import { useSignal } from "@preact/signals";
import { Bell, Settings } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { NotificationFilterName } from "../../../contracts/notification-types.ts";
import { account, isSignedIn } from "../account/session.ts";
import * as api from "../api/notifications.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as feedWords from "../feed/feed.words.ts";
import { onLiveEvent, onLiveReset } from "../live/live.ts";
import { InboxTabs } from "../messages/InboxTabs.tsx";
import * as messagesWords from "../messages/messages.words.ts";
import { UserSheet } from "../profile/UserSheet.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { PullToRefresh } from "../ui/PullToRefresh.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as inboxWords from "./inbox.words.ts";
import { NoteRow } from "./NoteRow.tsx";
import { chooseFilter, fault, filter, loadNotes, nextCursor, notes } from "./notes.ts";
import { SuggestedPeople } from "./SuggestedPeople.tsx";
import "../ui/segments.css";
import "./inbox.css";

const FILTERS: readonly (readonly [NotificationFilterName, () => string])[] = [
	["all", inboxWords.all],
	["likes", inboxWords.likes],
	["comments", feedWords.comments],
	["people", messagesWords.people],
	["videos", feedWords.videos],
];

/** News that come one after the other are read in one go, milliseconds. */
const GATHER_MS = 400;

/** Reads the list again when something happens, as long as it is looked at. */
function useLiveNotes(): void {
	useEffect(() => {
		let planned: ReturnType<typeof setTimeout> | undefined;
		const refresh = () => {
			clearTimeout(planned);
			planned = setTimeout(() => void loadNotes(), GATHER_MS);
		};
		const stops = [
			// What this screen reads itself says so, too: only news that are unread are new to it.
			onLiveEvent((event) => {
				if (event.kind === "notices" && event.unread > 0) refresh();
			}),
			onLiveReset(refresh),
		];
		return () => {
			clearTimeout(planned);
			for (const stop of stops) stop();
		};
	}, []);
}

/** What happened, newest first; opening it counts as having read it. */
export function InboxScreen() {
	const people = useSignal<api.Notification | null>(null);
	useTitle(shellWords.inbox());
	useLiveNotes();
	useEffect(() => {
		notes.value = null;
		filter.value = "all";
		if (isSignedIn.value) void loadNotes();
	}, [account.value?.id]);
	const shown = people.value;
	return (
		<main class="page inbox">
			{isSignedIn.value && <PullToRefresh onRefresh={() => loadNotes()} />}
			<header class="page__head inbox__head">
				<h1>{shellWords.inbox()}</h1>
				{isSignedIn.value && (
					<Link href="/settings/notifications" class="icon-button" aria-label={inboxWords.settings()}>
						<Settings size={22} />
					</Link>
				)}
			</header>
			<InboxTabs />
			{!isSignedIn.value && <GuestInbox />}
			{isSignedIn.value && (
				<>
					<div class="segments inbox__filters" role="radiogroup" aria-label={uiWords.show()}>
						{FILTERS.map(([name, label]) => (
							<label key={name}>
								<input type="radio" name="inbox-filter" checked={filter.value === name} onChange={() => chooseFilter(name)} />
								<span>{label()}</span>
							</label>
						))}
					</div>
					{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void loadNotes()} />}
					{!notes.value && fault.value === null && <InboxSkeleton />}
					{notes.value?.length === 0 && <EmptyInbox />}
					<ul>
						{notes.value?.map((note) => (
							<li key={note.id}>
								<NoteRow note={note} onPeople={() => (people.value = note)} />
							</li>
						))}
					</ul>
					{nextCursor.value && (
						<button type="button" class="button button--small" onClick={() => void loadNotes(nextCursor.value ?? undefined)}>
							{commentsWords.showMore()}
						</button>
					)}
				</>
			)}
			{shown && (
				<UserSheet
					title={shown.type === "follow" ? inboxWords.newFollowers() : messagesWords.people()}
					empty={inboxWords.gone()}
					load={(cursor) => api.listNotificationPeople(shown.id, cursor)}
					onClose={() => (people.value = null)}
				/>
			)}
		</main>
	);
}

const EmptyInbox = () =>
	filter.value === "all" ? (
		<>
			<Notice icon={<Bell size={28} />} title={inboxWords.quiet()}>
				{inboxWords.quietNote()}
			</Notice>
			<SuggestedPeople />
		</>
	) : (
		<Notice icon={<Bell size={28} />} title={inboxWords.nothingHere()}>
			{inboxWords.moreUnderAll()}
		</Notice>
	);

const GuestInbox = () => (
	<Notice
		icon={<Bell size={28} />}
		title={messagesWords.yoursOnceJoined()}
		action={
			<Link href="/signup?back=/inbox" class="button button--primary">
				{messagesWords.signUpOrLogIn()}
			</Link>
		}
	>
		{inboxWords.guestNote()}
	</Notice>
);

const InboxSkeleton = () => (
	<div role="progressbar" aria-label={inboxWords.loading()}>
		{[70, 52, 64, 46, 58].map((width) => (
			<div class="note" key={width}>
				<div class="skeleton note__skeleton" />
				<div class="skeleton note__line" style={{ width: `${width}%` }} />
			</div>
		))}
	</div>
);

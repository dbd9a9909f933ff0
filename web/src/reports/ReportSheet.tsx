import { useSignal } from "@preact/signals";
import { UserRoundX, VolumeX } from "lucide-preact";
import { REPORT_NOTE_MAX } from "../../../contracts/limits.ts";
import type { Reason, SubjectKind } from "../../../contracts/moderation.ts";
import { account } from "../account/session.ts";
import * as people from "../api/people.ts";
import * as social from "../api/social.ts";
import { homeFeeds } from "../feed/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { isGrave, REASON_WORDS, reasonsFor } from "./reasons.ts";
import { type Reporting, reporting } from "./reporting.ts";
import * as reportsWords from "./reports.words.ts";
import "./reports.css";

const TITLES: Readonly<Record<SubjectKind, () => string>> = {
	video: reportsWords.reportVideo,
	comment: reportsWords.reportComment,
	profile: reportsWords.reportProfile,
	sound: reportsWords.reportSound,
	message: reportsWords.reportMessage,
	conversation: reportsWords.reportConversation,
};

/** Reports something, wherever it was called from, and offers what else can be done about whose it is. */
export function ReportSheet() {
	const open = reporting.value;
	const sent = useSignal<Reason | null>(null);
	if (open === null) return null;
	const close = () => {
		const wasSent = sent.value !== null;
		sent.value = null;
		reporting.value = null;
		if (wasSent) open.onLeft?.();
	};
	const onSent = (reason: Reason) => {
		sent.value = reason;
		open.hide?.();
	};
	return (
		<Sheet title={sent.value === null ? TITLES[open.kind]() : reportsWords.thanks()} size="tall" onClose={close}>
			{sent.value === null ? <Form open={open} onSent={onSent} /> : <Sent open={open} reason={sent.value} onClose={close} />}
		</Sheet>
	);
}

/** What is wrong. Who is not signed in is asked for nothing else. */
function Form({ open, onSent }: { open: Reporting; onSent(reason: Reason): void }) {
	const reason = useSignal<Reason | null>(null);
	const note = useSignal("");
	const busy = useSignal(false);
	const isInConversation = open.kind === "message" || open.kind === "conversation";
	const send = async () => {
		if (reason.value === null || busy.value) return;
		busy.value = true;
		try {
			await open.send(reason.value, note.value.trim());
			onSent(reason.value);
		} catch (error) {
			tellFault(error);
			busy.value = false;
		}
	};
	return (
		<form
			class="sheet__content report"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<fieldset data-scroll>
				<legend class="quiet">{reportsWords.whatsWrong()}</legend>
				{reasonsFor(open.kind).map((value) => (
					<label key={value} class="report__reason">
						<input type="radio" name="reason" checked={reason.value === value} onChange={() => (reason.value = value)} />
						<span>
							{REASON_WORDS[value].label()}
							<span class="quiet report__rule">{REASON_WORDS[value].rule()}</span>
						</span>
					</label>
				))}
			</fieldset>
			{account.value && (
				<label class="report__note">
					<span class="quiet">{reportsWords.note()}</span>
					<textarea
						rows={2}
						dir="auto"
						maxLength={REPORT_NOTE_MAX}
						value={note.value}
						onInput={(event) => (note.value = event.currentTarget.value)}
					/>
				</label>
			)}
			<p class="quiet report__hint">
				{reportsWords.untold()} {isInConversation && reportsWords.around()}
			</p>
			<button type="submit" class="button button--primary button--wide" disabled={reason.value === null || busy.value}>
				{busy.value ? <span class="spinner" /> : reportsWords.send()}
			</button>
		</form>
	);
}

function Sent({ open, reason, onClose }: { open: Reporting; reason: Reason; onClose(): void }) {
	const done = useSignal<"muted" | "blocked" | null>(null);
	const busy = useSignal(false);
	const { person } = open;
	const keepAway = async (how: "muted" | "blocked"): Promise<void> => {
		if (person === null || busy.value) return;
		busy.value = true;
		try {
			await (how === "blocked" ? social.block(person.id) : people.mute(person.id));
			for (const list of Object.values(homeFeeds)) {
				list.remove((card) => card.user.id === person.id);
				if (list.cards.value.length > 0) void list.topUp();
			}
			done.value = how;
			const name = person.displayName;
			tell(how === "blocked" ? reportsWords.blockedName({ name }) : reportsWords.mutedName({ name }));
		} catch (error) {
			tellFault(error, () => void keepAway(how));
		} finally {
			busy.value = false;
		}
	};
	const mayKeepAway = account.value !== null && person !== null && person.id !== account.value.id;
	return (
		<div class="sheet__content report">
			<p>
				{account.value ? reportsWords.lookedTold() : reportsWords.looked()} {open.hide && reportsWords.hidden()}
			</p>
			{isGrave(reason) && <p class="report__danger">{reportsWords.danger()}</p>}
			{mayKeepAway && (
				<ul>
					{done.value === null && (
						<li>
							<button type="button" class="sheet-row" disabled={busy.value} onClick={() => void keepAway("muted")}>
								<VolumeX size={22} />
								<span>{reportsWords.muteName({ name: person.displayName })}</span>
							</button>
						</li>
					)}
					{done.value !== "blocked" && (
						<li>
							<button type="button" class="sheet-row" disabled={busy.value} onClick={() => void keepAway("blocked")}>
								<UserRoundX size={22} />
								<span>{reportsWords.blockName({ name: person.displayName })}</span>
							</button>
						</li>
					)}
				</ul>
			)}
			<button type="button" class="button button--primary button--wide" onClick={onClose}>
				{reportsWords.done()}
			</button>
			{account.value && (
				<Link href="/settings/reports" class="report__more quiet">
					{reportsWords.seeReports()}
				</Link>
			)}
		</div>
	);
}

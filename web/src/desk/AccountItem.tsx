import { useSignal } from "@preact/signals";
import { type DeskAccount, GRANTING, type SignalName, type VerifyReason, WITHDRAWING } from "../../../contracts/desk-accounts.ts";
import type { Me } from "../../../contracts/operators.ts";
import { sentenceOf } from "../api/problem.ts";
import { ago, fullCount, percent } from "../ui/format.ts";
import { PersonName } from "../ui/PersonName.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { judgeBot, verifyAccount } from "./deskApi.ts";

interface AccountItemProps {
	account: DeskAccount;
	me: Me;
	onChanged(account: DeskAccount): void;
}

/** An account: who it is, why it may be a program, and what can be done about that. */
export function AccountItem({ account, me, onChanged }: AccountItemProps) {
	const { bot } = account;
	const mayVerify = me.roles.includes("senior") || me.roles.includes("admin");
	return (
		<li class="desk-account">
			<div class="desk-account__head">
				<strong>
					<PersonName user={account} />
				</strong>{" "}
				<a href={`/@${account.username}`}>@{account.username}</a>{" "}
				<span class="quiet">
					since {account.createdAt.slice(0, 10)} · {fullCount(account.followers)} followers · {fullCount(account.videos)} videos ·{" "}
					{account.tier === "free" ? "ordinary limits" : `limits of a ${account.tier} account`}
					{account.strikes > 0 && ` · strikes: ${account.strikes}`}
					{account.suspendedUntil !== null && " · suspended"}
					{account.limitedUntil !== null && ` · reach limited until ${account.limitedUntil.slice(0, 10)}`}
				</span>
			</div>
			{bot === null ? <p class="quiet">Nothing it does is like a program.</p> : <Score bot={bot} />}
			{bot !== null && (me.roles.includes("moderator") || me.roles.includes("senior")) && (
				<JudgeForm account={account} onJudged={onChanged} />
			)}
			{mayVerify && <VerifyForm account={account} onVerified={onChanged} />}
		</li>
	);
}

const SIGNAL_LABELS: Readonly<Record<SignalName, string>> = {
	posting: "Posting",
	watching: "Watching",
	engagement: "Liking",
	device: "Device",
	profile: "Profile",
};

/** What a score is made of: each signal's part of it, and the figures behind. */
function Score({ bot }: { bot: NonNullable<DeskAccount["bot"]> }) {
	return (
		<section
			class="desk__table"
			aria-label="Signals"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be reached by keys
			tabIndex={0}
		>
			<table>
				<caption>
					Like a program: {percent(bot.score)}, {ago(bot.scoredAt, Date.now())}
					{bot.judgedBy !== null && ` · ${bot.judgedBy.name}: “${bot.note}”`}
				</caption>
				<thead>
					<tr>
						<th scope="col">Signal</th>
						<th scope="col">Adds</th>
						<th scope="col">Of</th>
						<th scope="col">What was seen</th>
					</tr>
				</thead>
				<tbody>
					{bot.signals.map(({ name, weight, value, figure }) => (
						<tr key={name}>
							<th scope="row">{SIGNAL_LABELS[name]}</th>
							<td class="numeric">{percent(weight * value)}</td>
							<td class="numeric">{percent(weight)}</td>
							<td>{figure}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function JudgeForm({ account, onJudged }: { account: DeskAccount; onJudged(account: DeskAccount): void }) {
	const note = useSignal("");
	const fault = useSignal<string | null>(null);
	const judge = async (verdict: "person" | "bot") => {
		fault.value = null;
		try {
			const { account: judged } = await judgeBot(account.id, { verdict, note: note.value });
			tell(verdict === "person" ? "They are recommended again, and not scored for ninety days." : "Its reach is limited.");
			note.value = "";
			onJudged(judged);
		} catch (error) {
			fault.value = sentenceOf(error);
		}
	};
	return (
		<form class="desk-account__form" onSubmit={(event) => event.preventDefault()}>
			<label class="desk-decide__line">
				<span>What you saw</span>
				<input
					type="text"
					maxLength={1_000}
					value={note.value}
					aria-invalid={fault.value !== null}
					aria-describedby={fault.value === null ? undefined : `fault-${account.id}`}
					onInput={(event) => (note.value = event.currentTarget.value)}
				/>
			</label>
			{account.bot?.state !== "person" && (
				<button type="button" class="button button--small" onClick={() => void judge("person")}>
					It is a person
				</button>
			)}
			{account.bot?.state !== "bot" && (
				<button type="button" class="button button--small" onClick={() => void judge("bot")}>
					It is a program
				</button>
			)}
			{fault.value !== null && (
				<p id={`fault-${account.id}`} role="alert">
					{fault.value}
				</p>
			)}
		</form>
	);
}

function VerifyForm({ account, onVerified }: { account: DeskAccount; onVerified(account: DeskAccount): void }) {
	const reasons = Object.entries(account.verified ? WITHDRAWING : GRANTING);
	const chosen = useSignal("");
	const submit = async (event: Event) => {
		event.preventDefault();
		try {
			const { account: after } = await verifyAccount(account.id, {
				verified: !account.verified,
				reason: (chosen.value || reasons[0]?.[0]) as VerifyReason,
			});
			tell(after.verified ? "Verified: the badge stands at the name." : "No longer verified.");
			chosen.value = "";
			onVerified(after);
		} catch (error) {
			tellFault(error);
		}
	};
	return (
		<form class="desk-account__form" onSubmit={(event) => void submit(event)}>
			<label class="desk-decide__line">
				<span>{account.verified ? "Why it is taken back" : "How it was proven whose it is"}</span>
				<select value={chosen.value || reasons[0]?.[0]} onChange={(event) => (chosen.value = event.currentTarget.value)}>
					{reasons.map(([name, label]) => (
						<option key={name} value={name}>
							{label}
						</option>
					))}
				</select>
			</label>
			<button type="submit" class="button button--small">
				{account.verified ? "Take the badge back" : "Verify"}
			</button>
		</form>
	);
}

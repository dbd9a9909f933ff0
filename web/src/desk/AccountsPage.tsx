import { useSignal } from "@preact/signals";
import { Search, UserRoundSearch } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useSearch } from "wouter-preact";
import type { BOT_STATES, DeskAccount, listBots } from "../../../contracts/desk-accounts.ts";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import type { Me } from "../../../contracts/operators.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { AccountItem } from "./AccountItem.tsx";
import { bots, openAccount } from "./deskApi.ts";

type State = (typeof BOT_STATES)[number];
type Page = AnswerOf<typeof listBots>;

const STATE_LABELS: Readonly<Record<State, string>> = {
	limited: "Limited by the machine",
	waiting: "To be looked at",
	bot: "Programs",
	person: "People",
};

/** Accounts that behave like programs, to be looked at; and any account by its name, to be verified or looked at. */
export function AccountsPage({ me }: { me: Me }) {
	const asked = new URLSearchParams(useSearch()).get("name") ?? "";
	const reviews = me.roles.some((role) => role === "moderator" || role === "senior");
	const state = useSignal<State>("limited");
	const listed = useSignal<Page | null>(null);
	const found = useSignal<DeskAccount | null>(null);
	const term = useSignal(asked);
	const fault = useSignal<unknown>(null);
	const load = async () => {
		if (!reviews) return;
		fault.value = null;
		try {
			listed.value = await bots(state.value);
		} catch (error) {
			fault.value = error;
		}
	};
	const find = async () => {
		if (term.value.trim() === "") return;
		fault.value = null;
		try {
			found.value = (await openAccount(term.value.trim())).account;
		} catch (error) {
			found.value = null;
			fault.value = error;
		}
	};
	useEffect(() => void load(), [state.value]);
	useEffect(() => void find(), []);
	const changed = (account: DeskAccount) => {
		if (found.value?.id === account.id) found.value = account;
		void load();
	};
	return (
		<section class="desk__page" aria-labelledby="desk-accounts">
			<h2 id="desk-accounts">Accounts</h2>
			<form
				class="desk__find"
				onSubmit={(event) => {
					event.preventDefault();
					void find();
				}}
			>
				<label class="desk__search">
					<Search size={18} aria-hidden="true" />
					<input
						class="desk__term"
						type="search"
						aria-label="Find an account by user name or number"
						placeholder="User name or number"
						value={term.value}
						onInput={(event) => (term.value = event.currentTarget.value)}
					/>
				</label>
				<button type="submit" class="button button--small button--primary">
					Find
				</button>
			</form>
			{fault.value !== null && (
				<FaultNotice error={fault.value} onRetry={() => void (found.value === null && term.value !== "" ? find() : load())} />
			)}
			{found.value !== null && (
				<ul class="desk-people">
					<AccountItem key={found.value.id} account={found.value} me={me} onChanged={changed} />
				</ul>
			)}
			{reviews && (
				<>
					<nav class="desk__queues" aria-label="Accounts that behave like programs">
						{(["limited", "waiting", "bot", "person"] as const).map((name) => (
							<button key={name} type="button" aria-pressed={state.value === name} onClick={() => (state.value = name)}>
								{STATE_LABELS[name]} <span class="numeric">{listed.value?.counts[name] ?? "–"}</span>
							</button>
						))}
					</nav>
					{listed.value === null && fault.value === null && (
						<div class="skeleton desk__skeleton" role="progressbar" aria-label="Loading accounts" />
					)}
					{listed.value?.accounts.length === 0 && (
						<Notice icon={<UserRoundSearch size={28} />} title="Nobody is here">
							Accounts that post, watch and react as programs do come by themselves.
						</Notice>
					)}
					<ul class="desk-people">
						{(listed.value?.accounts ?? []).map((account) => (
							<AccountItem key={account.id} account={account} me={me} onChanged={changed} />
						))}
					</ul>
				</>
			)}
		</section>
	);
}

import { useSignal } from "@preact/signals";
import { Copyright } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { account } from "../account/session.ts";
import * as api from "../api/copyright.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { ClaimCard } from "./ClaimCard.tsx";
import { ClaimForm } from "./ClaimForm.tsx";
import * as claimsWords from "./claims.words.ts";
import "../account/settings.css";
import "../copyright/copyright.css";
import "./claims.css";

/** Works one says are one's own, what is to be done where others use them, and where they were found. */
export function ClaimsScreen() {
	useTitle(claimsWords.title());
	const user = account.value;
	if (!user) return <AskToLogIn title={claimsWords.title()} back="/studio/works" />;
	return (
		<main class="page settings copyright">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/studio" />
				<h1>{claimsWords.title()}</h1>
			</header>
			<Claims username={user.username} />
		</main>
	);
}

function Claims({ username }: { username: string }) {
	const claims = useSignal<readonly api.Claim[] | null>(null);
	const fault = useSignal<unknown>(null);
	const isClaiming = useSignal(false);
	const load = () =>
		api.listClaims().then(
			(read) => {
				claims.value = read.claims;
				fault.value = null;
			},
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => void load(), []);
	const list = claims.value;
	if (list === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton settings__skeleton" role="progressbar" aria-label={claimsWords.loading()} />;
	}
	if (isClaiming.value) {
		return (
			<ClaimForm
				username={username}
				claimed={new Set(list.map(({ videoId }) => videoId))}
				onCancel={() => (isClaiming.value = false)}
				onSent={() => {
					isClaiming.value = false;
					void load();
				}}
			/>
		);
	}
	const begin = (
		<button type="button" class="button button--primary" onClick={() => (isClaiming.value = true)}>
			{claimsWords.claimWork()}
		</button>
	);
	if (list.length === 0) {
		return (
			<Notice icon={<Copyright size={28} />} title={claimsWords.none()} action={begin}>
				{claimsWords.noneNote()}
			</Notice>
		);
	}
	return (
		<>
			<p class="quiet">{claimsWords.noneNote()}</p>
			{begin}
			<ul class="copyright__matches">
				{list.map((claim) => (
					<ClaimCard key={claim.id} claim={claim} onWithdrawn={() => void load()} />
				))}
			</ul>
		</>
	);
}

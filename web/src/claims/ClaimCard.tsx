import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../api/copyright.ts";
import { Link } from "../shell/Link.tsx";
import { clock, dayAndMonth } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as claimsWords from "./claims.words.ts";
import { POLICY_WORDS } from "./policies.ts";

const STATES: Readonly<Record<api.Claim["state"], () => string>> = {
	waiting: claimsWords.waiting,
	accepted: claimsWords.accepted,
	rejected: claimsWords.rejected,
	withdrawn: claimsWords.withdrawn,
};

/** What was done about a video, as the work's holder is told. */
const ACTIONS: Readonly<Record<api.FoundVideo["action"], () => string>> = {
	blocked: claimsWords.isBlocked,
	muted: claimsWords.isMuted,
	replaced: claimsWords.isReplaced,
	held: claimsWords.isHeld,
	credited: claimsWords.isCredited,
	licensed: claimsWords.isLicensed,
};
const DISPUTES = {
	waiting: claimsWords.disputeWaits,
	upheld: claimsWords.disputeUpheld,
	rejected: claimsWords.disputeRejected,
} as const;

interface ClaimCardProps {
	claim: api.Claim;
	onWithdrawn(): void;
}

/** One claim: how it stands, what its holder wants, and the videos it was found in. */
export function ClaimCard({ claim, onWithdrawn }: ClaimCardProps) {
	const isListed = useSignal(false);
	const isAsked = useSignal(false);
	const busy = useSignal(false);
	const { id, title, artist, state, policy, matches, createdAt } = claim;
	const stands = state === "waiting" || state === "accepted";
	const withdraw = async () => {
		busy.value = true;
		try {
			await api.withdrawClaim(id);
			tell(claimsWords.withdrawnNow());
			onWithdrawn();
		} catch (error) {
			busy.value = false;
			tellFault(error, () => void withdraw());
		}
	};
	return (
		<li class="copyright__match">
			<h2 dir="auto">
				{title} · {artist}
			</h2>
			<p>{STATES[state]()}</p>
			<p class="quiet">{claimsWords.madeOn({ day: dayAndMonth(Date.parse(createdAt), Date.now()) })}</p>
			{stands && <p class="quiet">{POLICY_WORDS[policy].note()}</p>}
			<div class="copyright__acts">
				{matches > 0 && (
					<button
						type="button"
						class="button button--small"
						aria-expanded={isListed.value}
						onClick={() => (isListed.value = !isListed.value)}
					>
						{claimsWords.foundIn({ count: matches })}
					</button>
				)}
				{matches === 0 && stands && <span class="quiet">{claimsWords.notFound()}</span>}
				{stands && !isAsked.value && (
					<button type="button" class="button button--small" onClick={() => (isAsked.value = true)}>
						{claimsWords.withdraw()}
					</button>
				)}
			</div>
			{isAsked.value && (
				<div class="claims__ask">
					<p>{claimsWords.withdrawNote()}</p>
					<div class="copyright__acts">
						<button type="button" class="button button--small button--danger" disabled={busy.value} onClick={() => void withdraw()}>
							{claimsWords.withdraw()}
						</button>
						<button type="button" class="button button--small" onClick={() => (isAsked.value = false)}>
							{claimsWords.keep()}
						</button>
					</div>
				</div>
			)}
			{isListed.value && <FoundVideos claimId={id} />}
		</li>
	);
}

function FoundVideos({ claimId }: { claimId: string }) {
	const found = useSignal<readonly api.FoundVideo[] | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () => {
		fault.value = null;
		return api.claimMatches(claimId).then(
			({ matches }) => (found.value = matches),
			(error: unknown) => (fault.value = error),
		);
	};
	useEffect(() => void load(), [claimId]);
	if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (found.value === null) return <div class="skeleton settings__skeleton" role="progressbar" aria-label={claimsWords.loading()} />;
	return (
		<ul class="claims__found">
			{found.value.map(({ videoId, fromMs, toMs, action, disputed, at }) => (
				<li key={`${videoId} ${fromMs}`}>
					<Link href={`/v/${videoId}`}>{claimsWords.video({ day: dayAndMonth(Date.parse(at), Date.now()) })}</Link>
					<span class="quiet numeric">{claimsWords.stretch({ from: clock(fromMs), to: clock(toMs) })}</span>
					<span>{ACTIONS[action]()}</span>
					{disputed !== null && <span class="quiet">{DISPUTES[disputed]()}</span>}
				</li>
			))}
		</ul>
	);
}

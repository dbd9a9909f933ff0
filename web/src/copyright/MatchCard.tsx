import { useSignal } from "@preact/signals";
import type { OwnMatch } from "../api/copyright.ts";
import { Link } from "../shell/Link.tsx";
import { clock } from "../ui/format.ts";
import * as copyrightWords from "./copyright.words.ts";
import { DisputeForm } from "./DisputeForm.tsx";

const ACTIONS: Readonly<Record<OwnMatch["action"], () => string>> = {
	blocked: copyrightWords.blocked,
	muted: copyrightWords.muted,
	replaced: copyrightWords.replaced,
	held: copyrightWords.held,
	credited: copyrightWords.credited,
	licensed: copyrightWords.licensed,
};
const DISPUTES = { waiting: copyrightWords.waiting, upheld: copyrightWords.upheld, rejected: copyrightWords.rejected } as const;
/** Nobody has to dispute what they may use. */
const IS_AGAINST: ReadonlySet<OwnMatch["action"]> = new Set(["blocked", "muted", "replaced", "held"]);

interface MatchCardProps {
	videoId: string;
	match: OwnMatch;
	mayDispute: boolean;
	onDisputed(): void;
}

/** One thing that was found: what, where, what follows from it, and that it is wrong. */
export function MatchCard({ videoId, match, mayDispute, onDisputed }: MatchCardProps) {
	const isDisputing = useSignal(false);
	const { id, what, title, artist, fromMs, toMs, action, soundId, dispute } = match;
	const named = [title, artist].filter((word) => word !== "").join(" · ") || copyrightWords.unnamed();
	const canDispute = mayDispute && dispute === null && IS_AGAINST.has(action);
	return (
		<li class="copyright__match">
			<h2 dir="auto">{what === "sound" ? copyrightWords.sound({ name: named }) : copyrightWords.pictures({ name: named })}</h2>
			<p class="quiet numeric">{copyrightWords.stretch({ from: clock(fromMs), to: clock(toMs) })}</p>
			<p>{ACTIONS[action]()}</p>
			{dispute !== null && <p class="quiet">{DISPUTES[dispute.state]()}</p>}
			<div class="copyright__acts">
				{soundId !== null && (
					<Link href={`/sound/${soundId}`} class="button button--small">
						{copyrightWords.listen()}
					</Link>
				)}
				{canDispute && !isDisputing.value && (
					<button type="button" class="button button--small" onClick={() => (isDisputing.value = true)}>
						{copyrightWords.dispute()}
					</button>
				)}
			</div>
			{canDispute && isDisputing.value && <DisputeForm videoId={videoId} matchId={id} onSent={onDisputed} />}
		</li>
	);
}

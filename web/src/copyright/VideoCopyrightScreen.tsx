import { useSignal } from "@preact/signals";
import { CircleCheck, Music, VolumeX } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { isSignedIn } from "../account/session.ts";
import * as api from "../api/copyright.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { lazySheet } from "../shell/lazySheet.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as copyrightWords from "./copyright.words.ts";
import { MatchCard } from "./MatchCard.tsx";
import "../account/settings.css";
import "./copyright.css";

const SoundChooser = lazySheet(async () => (await import("../sounds/SoundChooser.tsx")).SoundChooser);

/** What of others was found in one's own video, and what can be done about it. */
export function VideoCopyrightScreen({ id }: { id: string }) {
	useTitle(copyrightWords.title());
	if (!isSignedIn.value) return <AskToLogIn title={copyrightWords.title()} back={`/studio/${id}/copyright`} />;
	return (
		<main class="page settings copyright">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/studio" />
				<h1>{copyrightWords.title()}</h1>
			</header>
			<Found id={id} />
		</main>
	);
}

function Found({ id }: { id: string }) {
	const found = useSignal<api.OwnCopyright | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		api.videoCopyright(id).then(
			(read) => {
				found.value = read;
				fault.value = null;
			},
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => void load(), [id]);
	const read = found.value;
	if (read === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton settings__skeleton" role="progressbar" aria-label={copyrightWords.loading()} />;
	}
	if (read.matches.length === 0) {
		return (
			<Notice icon={<CircleCheck size={28} />} title={copyrightWords.nothing()}>
				{copyrightWords.nothingNote()}
			</Notice>
		);
	}
	return (
		<>
			{read.title !== "" && <p dir="auto">{read.title}</p>}
			<ul class="copyright__matches">
				{read.matches.map((match) => (
					<MatchCard key={match.id} videoId={id} match={match} mayDispute={read.may.dispute} onDisputed={() => void load()} />
				))}
			</ul>
			{(read.may.mute || read.may.replace) && <Acts id={id} may={read.may} />}
		</>
	);
}

function Acts({ id, may }: { id: string; may: api.OwnCopyright["may"] }) {
	const [, navigate] = useLocation();
	const isChoosing = useSignal(false);
	const busy = useSignal(false);
	const clear = async (body: Parameters<typeof api.clearVideo>[1]) => {
		busy.value = true;
		try {
			await api.clearVideo(id, body);
			tell(copyrightWords.beingMade());
			navigate("/studio");
		} catch (error) {
			busy.value = false;
			tellFault(error, () => void clear(body));
		}
	};
	return (
		<section>
			<h2>{copyrightWords.whatNow()}</h2>
			<div class="copyright__acts">
				{may.mute && (
					<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void clear({ how: "mute" })}>
						<VolumeX size={18} /> {copyrightWords.mute()}
					</button>
				)}
				{may.replace && (
					<button type="button" class="button" disabled={busy.value} onClick={() => (isChoosing.value = true)}>
						<Music size={18} /> {copyrightWords.replace()}
					</button>
				)}
			</div>
			<p class="quiet">{copyrightWords.muteNote()}</p>
			{isChoosing.value && (
				<SoundChooser
					onClose={() => (isChoosing.value = false)}
					onChoose={(sound) => {
						isChoosing.value = false;
						void clear({ how: "replace", soundId: sound.id });
					}}
				/>
			)}
		</section>
	);
}

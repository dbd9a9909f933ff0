import { useSignal } from "@preact/signals";
import { Clapperboard, Flag, Music, Pencil } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { SOUND_PREVIEW_MS } from "../../../contracts/limits.ts";
import { account } from "../account/session.ts";
import { ApiError } from "../api/problem.ts";
import { getSound, type Sound } from "../api/sounds.ts";
import { VideoGrid } from "../profile/VideoGrid.tsx";
import * as reportsWords from "../reports/reports.words.ts";
import { reportSound } from "../reports/things.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { clock } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Waveform } from "../ui/Waveform.tsx";
import { OwnSoundSheet } from "./OwnSoundSheet.tsx";
import { heardShare, PreviewButton } from "./PreviewButton.tsx";
import { stopPreview } from "./preview.ts";
import { SoundArt } from "./SoundArt.tsx";
import { KeepButton } from "./SoundRow.tsx";
import * as soundsWords from "./sounds.words.ts";
import { tilesOfSound } from "./soundVideos.ts";
import { studioAddress } from "./studioAddress.ts";
import "../profile/profile.css";
import "./sounds.css";

/** A sound: heard, kept and used from here, and all videos that use it. */
export function SoundScreen({ id }: { id: string }) {
	const sound = useSignal<Sound | null>(null);
	const fault = useSignal<unknown>(null);
	const viewer = account.value?.id ?? "guest";
	const tiles = tilesOfSound(id, viewer);
	const load = () =>
		getSound(id).then(
			(answer) => {
				sound.value = answer.sound;
				fault.value = null;
			},
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => {
		void load();
		void tiles.restart();
	}, [tiles]);
	useEffect(() => stopPreview, []);
	useTitle(sound.value?.title ?? soundsWords.sound());
	if (fault.value !== null && sound.value === null) return <Fault error={fault.value} onRetry={() => void load()} />;
	return (
		<main class="page profile sound-page">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/sounds" />
				<h1 class="visually-hidden">{sound.value?.title ?? soundsWords.sound()}</h1>
			</header>
			{sound.value ? <Head sound={sound.value} onChange={(changed) => (sound.value = changed)} /> : <HeadSkeleton />}
			<VideoGrid
				tiles={tiles}
				base={`/sound/${id}`}
				empty={
					<Notice icon={<Clapperboard size={28} />} title={soundsWords.noVideos()}>
						{soundsWords.beTheFirst()}
					</Notice>
				}
			/>
		</main>
	);
}

function Head({ sound, onChange }: { sound: Sound; onChange(sound: Sound): void }) {
	const isManaging = useSignal(false);
	return (
		<section class="sound-head" aria-label={soundsWords.sound()}>
			<span class="sound-head__art">
				<SoundArt sound={sound} />
				<PreviewButton sound={sound} size={32} />
			</span>
			<div class="sound-head__names">
				<h2>
					<bdi>{sound.title}</bdi>
				</h2>
				<p class="quiet">
					{sound.creator ? (
						<Link href={`/@${sound.creator.username}`}>
							<bdi>{sound.artistName}</bdi>
						</Link>
					) : (
						<bdi>{sound.artistName}</bdi>
					)}
				</p>
				<p class="quiet">
					<span class="numeric">{clock(sound.durationMs)}</span> · {soundsWords.usedBy({ count: sound.videoCount })}
				</p>
			</div>
			<span class="sound-head__wave">
				<Waveform peaks={sound.peaks} share={heardShare(sound, SOUND_PREVIEW_MS)} />
			</span>
			{!sound.usable && <p class="sound-head__note">{sound.isOriginal ? soundsWords.notForOthers() : soundsWords.notHere()}</p>}
			{sound.own?.off && <p class="sound-head__note">{soundsWords.isOff()}</p>}
			<div class="sound-head__acts">
				{sound.usable && (
					<Link href={studioAddress(sound.id)} class="button button--primary">
						<Music size={18} /> {soundsWords.useThis()}
					</Link>
				)}
				<KeepButton sound={sound} onChange={onChange} />
				{!sound.own && (
					<button type="button" class="button" onClick={() => reportSound(sound)}>
						<Flag size={18} /> {reportsWords.report()}
					</button>
				)}
				{sound.own && (
					<button type="button" class="button" onClick={() => (isManaging.value = true)}>
						<Pencil size={18} /> {soundsWords.manage()}
					</button>
				)}
			</div>
			{isManaging.value && <OwnSoundSheet sound={sound} onChange={onChange} onClose={() => (isManaging.value = false)} />}
		</section>
	);
}

function Fault({ error, onRetry }: { error: unknown; onRetry(): void }) {
	if (!(error instanceof ApiError && error.status === 404)) return <FaultNotice isScreen error={error} onRetry={onRetry} />;
	return (
		<Notice
			isScreen
			icon={<Music size={28} />}
			title={soundsWords.notThere()}
			action={
				<Link href="/sounds" class="button button--primary">
					{soundsWords.otherSounds()}
				</Link>
			}
		>
			{soundsWords.whyNotThere()}
		</Notice>
	);
}

const HeadSkeleton = () => (
	<div class="sound-head" role="progressbar" aria-label={soundsWords.loading()}>
		<span class="sound-head__art skeleton" />
		<div class="sound-head__names">
			<span class="skeleton sound-row__ghost" />
			<span class="skeleton sound-row__ghost sound-row__ghost--short" />
		</div>
		<span class="sound-head__wave" />
	</div>
);

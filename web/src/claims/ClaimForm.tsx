import { type Signal, useSignal } from "@preact/signals";
import { Clapperboard } from "lucide-preact";
import { useEffect, useId } from "preact/hooks";
import { POLICIES, type Policy } from "../../../contracts/copyright-policy.ts";
import { COPYRIGHT_STATEMENT_MAX, COPYRIGHT_STATEMENT_MIN, SOUND_TITLE_MAX } from "../../../contracts/limits.ts";
import * as api from "../api/copyright.ts";
import type { VideoTile } from "../api/videos.ts";
import * as commentsWords from "../comments/comments.words.ts";
import * as copyrightWords from "../copyright/copyright.words.ts";
import * as feedWords from "../feed/feed.words.ts";
import { tilesOf } from "../profile/tileList.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as claimsWords from "./claims.words.ts";
import { linksIn } from "./links.ts";
import { POLICY_WORDS } from "./policies.ts";

const HOLDERS = [
	["person", claimsWords.person],
	["label", claimsWords.label],
] as const;
/** Mildest first: what most people want stands on top. */
const MILDEST_FIRST: readonly Policy[] = [...POLICIES].reverse();

interface ClaimFormProps {
	username: string;
	/** Videos that were claimed before. */
	claimed: ReadonlySet<string>;
	onCancel(): void;
	onSent(): void;
}

/** Says which upload is one's own work, why, and what is to be done where others use it. What was typed stays when it can't be sent. */
export function ClaimForm({ username, claimed, onCancel, onSent }: ClaimFormProps) {
	const id = useId();
	const videoId = useSignal<string | null>(null);
	const holder = useSignal<"person" | "label">("person");
	const policy = useSignal<Policy>("track");
	const [name, title, artist] = [useSignal(""), useSignal(""), useSignal("")];
	const statement = useSignal("");
	const links = useSignal("");
	const busy = useSignal(false);
	const read = linksIn(links.value);
	const isWhole =
		videoId.value !== null &&
		[name, title, artist].every(({ value }) => value.trim() !== "") &&
		statement.value.trim().length >= COPYRIGHT_STATEMENT_MIN &&
		read.fault === null;
	const submit = async () => {
		if (!isWhole || videoId.value === null || busy.value) return;
		busy.value = true;
		try {
			await api.makeClaim({
				videoId: videoId.value,
				holder: holder.value,
				policy: policy.value,
				name: name.value.trim(),
				title: title.value.trim(),
				artist: artist.value.trim(),
				statement: statement.value.trim(),
				links: read.links,
			});
			tell(claimsWords.sent());
			onSent();
		} catch (error) {
			busy.value = false;
			tellFault(error);
		}
	};
	const line = (label: string, value: Signal<string>) => (
		<Field label={label} value={value.value} maxLength={SOUND_TITLE_MAX} dir="auto" onValue={(typed) => (value.value = typed)} />
	);
	return (
		<form
			class="claims__form"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<Uploads username={username} claimed={claimed} chosen={videoId} />
			{line(claimsWords.workTitle(), title)}
			{line(claimsWords.artist(), artist)}
			<fieldset class="settings__choices">
				<legend class="field__label">{claimsWords.whose()}</legend>
				{HOLDERS.map(([value, label]) => (
					<label key={value} class="settings__row">
						<input type="radio" name={`${id}-holder`} checked={holder.value === value} onChange={() => (holder.value = value)} />
						<span>{label()}</span>
					</label>
				))}
			</fieldset>
			{line(claimsWords.name(), name)}
			<fieldset class="settings__choices">
				<legend class="field__label">{claimsWords.wanted()}</legend>
				{MILDEST_FIRST.map((value) => (
					<label key={value} class="settings__row">
						<input type="radio" name={`${id}-policy`} checked={policy.value === value} onChange={() => (policy.value = value)} />
						<span>
							{POLICY_WORDS[value].label()} <small class="quiet">{POLICY_WORDS[value].note()}</small>
						</span>
					</label>
				))}
			</fieldset>
			<Words
				label={claimsWords.proof()}
				value={statement}
				hint={copyrightWords.statementHint({ least: COPYRIGHT_STATEMENT_MIN })}
				most={COPYRIGHT_STATEMENT_MAX}
			/>
			<Words label={claimsWords.links()} value={links} hint={read.fault ?? ""} isFault={read.fault !== null} />
			<div class="copyright__acts">
				<button type="submit" class="button button--primary" disabled={!isWhole || busy.value}>
					{busy.value && <span class="spinner" />} {claimsWords.claimWork()}
				</button>
				<button type="button" class="button" onClick={onCancel}>
					{claimsWords.cancel()}
				</button>
			</div>
		</form>
	);
}

interface WordsProps {
	label: string;
	value: Signal<string>;
	hint: string;
	isFault?: boolean;
	most?: number;
}

function Words({ label, value, hint, isFault = false, most }: WordsProps) {
	const id = useId();
	return (
		<div class={isFault ? "field field--fault" : "field"}>
			<label for={id}>{label}</label>
			<textarea
				id={id}
				rows={3}
				dir="auto"
				maxLength={most}
				value={value.value}
				aria-describedby={`${id}-note`}
				aria-invalid={isFault ? "true" : undefined}
				onInput={(event) => (value.value = event.currentTarget.value)}
			/>
			<p id={`${id}-note`} class="field__note" role={isFault ? "alert" : undefined}>
				{hint}
			</p>
		</div>
	);
}

/** Whether it may be claimed: it is up, others see it, and nobody claimed it. */
const mayClaim = ({ id, status, visibility }: VideoTile, claimed: ReadonlySet<string>): boolean =>
	status === "ready" && visibility === "public" && !claimed.has(id);

interface UploadsProps {
	username: string;
	claimed: ReadonlySet<string>;
	chosen: Signal<string | null>;
}

function Uploads({ username, claimed, chosen }: UploadsProps) {
	const name = useId();
	const tiles = tilesOf(`@${username}`);
	useEffect(() => void tiles.restart(), [username]);
	const state = tiles.state.value;
	const shown = tiles.tiles.value.filter((tile) => mayClaim(tile, claimed));
	if (state === "failed") return <FaultNotice error={tiles.error.value} onRetry={() => void tiles.restart()} />;
	if (state === "loading" && shown.length === 0) {
		return <div class="skeleton settings__skeleton" role="progressbar" aria-label={claimsWords.loading()} />;
	}
	if (shown.length === 0 && state === "end") {
		const action = (
			<Link href="/upload" class="button button--primary">
				{feedWords.uploadVideo()}
			</Link>
		);
		return (
			<Notice icon={<Clapperboard size={28} />} title={claimsWords.noUploads()} action={action}>
				{claimsWords.noUploadsNote()}
			</Notice>
		);
	}
	return (
		<fieldset class="settings__choices">
			<legend class="field__label">{claimsWords.which()}</legend>
			<div class="claims__choices">
				{shown.map(({ id, title, thumbnail }) => (
					<label key={id} class="claims__choice">
						<input class="visually-hidden" type="radio" name={name} checked={chosen.value === id} onChange={() => (chosen.value = id)} />
						<div class="claims__cover">{thumbnail && <Picture src={thumbnail} loading="lazy" />}</div>
						<span dir="auto">{title || feedWords.untitledVideo()}</span>
					</label>
				))}
			</div>
			{state === "ready" && (
				<button type="button" class="button button--small" onClick={() => void tiles.more()}>
					{commentsWords.showMore()}
				</button>
			)}
		</fieldset>
	);
}

import { useSignal } from "@preact/signals";
import { CircleCheck, Download, TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { account } from "../account/session.ts";
import { askForExport, type ExportAnswer, readExport } from "../api/accounts.ts";
import { locale } from "../language/language.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { dayAndMonth, fileSize } from "../ui/format.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as exportWords from "./export.words.ts";
import "../account/settings.css";
import "./export.css";

/** Looked at again this often while it is being made, milliseconds, and often enough that its link, which works for an hour, is good. */
const LOOK_EVERY_MS = 4_000;
const NEW_LINK_EVERY_MS = 1_800_000;

const HELD = [exportWords.videos, exportWords.written, exportWords.liked, exportWords.settings] as const;

/** A copy of everything that is kept of a person: asked for, waited for, downloaded. */
export function DataScreen() {
	useTitle(exportWords.title());
	if (!account.value) return <AskToLogIn title={exportWords.title()} back="/settings/data" />;
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{exportWords.title()}</h1>
			</header>
			<p>{exportWords.lead()}</p>
			<ul class="settings__points">
				{HELD.map((words) => (
					<li key={words()}>{words()}</li>
				))}
			</ul>
			<Copy />
		</main>
	);
}

function Copy() {
	const read = useSignal<ExportAnswer | null>(null);
	const fault = useSignal<unknown>(null);
	const busy = useSignal(false);
	const load = async () => {
		try {
			read.value = await readExport();
			fault.value = null;
		} catch (error) {
			fault.value = error;
		}
	};
	const state = read.value?.export?.state;
	useEffect(() => void load(), []);
	useEffect(() => {
		if (state !== "preparing" && state !== "ready") return;
		const timer = setInterval(() => void load(), state === "preparing" ? LOOK_EVERY_MS : NEW_LINK_EVERY_MS);
		return () => clearInterval(timer);
	}, [state]);
	const ask = async () => {
		busy.value = true;
		try {
			read.value = await askForExport();
		} catch (error) {
			tellFault(error, () => void ask());
		}
		busy.value = false;
	};
	if (read.value === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton settings__skeleton" role="progressbar" aria-label={exportWords.loading()} />;
	}
	const { export: copy, mayAskAt } = read.value;
	return (
		<section aria-live="polite">
			{copy !== null && <Made copy={copy} />}
			{copy?.state !== "preparing" &&
				(mayAskAt === null ? (
					<button
						type="button"
						class={`button button--wide ${copy?.state === "ready" ? "button--outline" : "button--primary"}`}
						disabled={busy.value}
						onClick={() => void ask()}
					>
						{busy.value && <span class="spinner" />} {exportWords.ask()}
					</button>
				) : (
					<p class="quiet">{exportWords.nextFrom({ when: moment(mayAskAt) })}</p>
				))}
		</section>
	);
}

/** What became of the one that was asked for last. */
function Made({ copy }: { copy: NonNullable<ExportAnswer["export"]> }) {
	const { state, bytes, endsAt, url } = copy;
	if (state === "preparing") {
		return (
			<div class="export__state">
				<span class="spinner" />
				<div>
					<h2>{exportWords.preparing()}</h2>
					<p class="quiet">{exportWords.preparingNote()}</p>
				</div>
			</div>
		);
	}
	if (state === "failed") {
		return (
			<div class="export__state" role="alert">
				<TriangleAlert size={24} aria-hidden="true" />
				<div>
					<h2>{exportWords.failed()}</h2>
					<p class="quiet">{exportWords.failedNote()}</p>
				</div>
			</div>
		);
	}
	return (
		<>
			<div class="export__state">
				<CircleCheck size={24} aria-hidden="true" />
				<div>
					<h2>{exportWords.ready()}</h2>
					<p class="quiet">{exportWords.readyNote({ day: dayAndMonth(Date.parse(endsAt ?? ""), Date.now()) })}</p>
				</div>
			</div>
			{url !== null && (
				<a class="button button--primary button--wide export__download" href={url} download>
					<Download size={20} aria-hidden="true" /> {exportWords.download({ size: fileSize(bytes ?? 0) })}
				</a>
			)}
		</>
	);
}

const moment = (at: string): string =>
	new Intl.DateTimeFormat(locale.value, { weekday: "long", hour: "numeric", minute: "2-digit" }).format(Date.parse(at));

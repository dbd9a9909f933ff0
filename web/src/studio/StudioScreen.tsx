import { useSignal } from "@preact/signals";
import { Clapperboard } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { SIGNATURE_BYTES } from "../../../contracts/file-kind.ts";
import { isSignedIn } from "../account/session.ts";
import * as profileWords from "../profile/profile.words.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import * as soundsWords from "../sounds/sounds.words.ts";
import { Notice } from "../ui/Notice.tsx";
import type { ChosenSound } from "./archive.ts";
import { DropZone } from "./DropZone.tsx";
import { durationRefusal, measure, refusal } from "./inspectFile.ts";
import { NextSound, useNextSound } from "./NextSound.tsx";
import * as studioWords from "./studio.words.ts";
import { UploadCard } from "./UploadCard.tsx";
import { uploads } from "./uploads.ts";
import "./studio.css";

/** Where a video is made ready: choose, describe, watch it go up. */
export function StudioScreen() {
	const refused = useSignal<string | null>(null);
	const checking = useSignal(false);
	const next = useNextSound();
	useTitle(shellWords.upload());
	useEffect(() => void uploads.restore(), []);
	const take = async (files: readonly File[]) => {
		refused.value = null;
		checking.value = true;
		try {
			for (const file of files) {
				const why = await check(file, next.sound);
				if (why === null) next.forget();
				refused.value = why ?? refused.value;
			}
		} finally {
			checking.value = false;
		}
	};
	if (!isSignedIn.value) {
		const action = (
			<Link href={`/signup?back=${encodeURIComponent(next.address)}`} class="button button--primary">
				{shellWords.signUp()}
			</Link>
		);
		return (
			<main class="page">
				<Notice icon={<Clapperboard size={28} />} title={studioWords.postYourOwn()} action={action}>
					{studioWords.accountAll()}
				</Notice>
			</main>
		);
	}
	const tasks = uploads.tasks.value;
	return (
		<main class="page studio">
			<header class="page__head">
				<h1>{shellWords.upload()}</h1>
				<nav class="studio__ways" aria-label={shellWords.upload()}>
					<Link href="/sounds" class="button button--small">
						{soundsWords.sounds()}
					</Link>
					<Link href="/studio" class="button button--small">
						{profileWords.yourVideos()}
					</Link>
				</nav>
			</header>
			{refused.value && (
				<p class="studio__refusal" role="alert">
					{refused.value}
				</p>
			)}
			{next.sound && <NextSound sound={next.sound} onForget={next.forget} />}
			{tasks.map((task) => (
				<UploadCard key={task.record.value.key} task={task} />
			))}
			<DropZone isChecking={checking.value} isCompact={tasks.length > 0} onFiles={(files) => void take(files)} />
		</main>
	);
}

/** Begins the upload of a file, or answers in words why not. */
async function check(file: File, sound: ChosenSound | null): Promise<string | null> {
	const head = new Uint8Array(await file.slice(0, SIGNATURE_BYTES).arrayBuffer());
	const words = refusal(file, head);
	if (words) return words;
	const url = URL.createObjectURL(file);
	const { durationMs } = await measure(url).finally(() => URL.revokeObjectURL(url));
	const tooLong = durationRefusal(durationMs);
	if (tooLong) return tooLong;
	uploads.add(file, durationMs, sound);
	return null;
}

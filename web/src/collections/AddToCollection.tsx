import { useSignal } from "@preact/signals";
import { Check, Folder, FolderPlus } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { COLLECTION_NAME_MAX } from "../../../contracts/limits.ts";
import type { Collection } from "../api/sharing.ts";
import * as api from "../api/sharing.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as collectionsWords from "./collections.words.ts";
import "./collections.css";

type Listed = Collection & { has: boolean };

/** Puts a video into one's collections, or takes it out; a new one can be begun with it. */
export function AddToCollection({ videoId }: { videoId: string }) {
	const listed = useSignal<readonly Listed[] | null>(null);
	const fault = useSignal<unknown>(null);
	const name = useSignal("");
	const load = () =>
		api.listCollections(videoId).then(
			({ collections }) => {
				listed.value = collections;
				fault.value = null;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => void load(), [videoId]);
	const set = async (collection: Listed, has: boolean) => {
		const show = (now: boolean) => {
			listed.value = (listed.value ?? []).map((one) =>
				one.id === collection.id
					? { ...one, has: now, videoCount: collection.videoCount + (now === collection.has ? 0 : now ? 1 : -1) }
					: one,
			);
		};
		show(has);
		try {
			await api.setInCollection(collection.id, videoId, has);
		} catch (error) {
			show(!has);
			tellFault(error, () => void set(collection, has));
		}
	};
	const begin = async (event: Event) => {
		event.preventDefault();
		const wanted = name.value.trim();
		if (!wanted) return;
		try {
			const { collection } = await api.createCollection(wanted);
			name.value = "";
			listed.value = [{ ...collection, has: false }, ...(listed.value ?? [])];
			await set({ ...collection, has: false }, true);
		} catch (error) {
			tellFault(error);
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	return (
		<div class="sheet__content">
			<form class="collection-new" onSubmit={(event) => void begin(event)}>
				<input
					value={name.value}
					maxLength={COLLECTION_NAME_MAX}
					placeholder={collectionsWords.aNew()}
					aria-label={collectionsWords.nameOfNew()}
					onInput={(event) => (name.value = event.currentTarget.value)}
				/>
				<button type="submit" class="icon-button" aria-label={collectionsWords.begin()} disabled={!name.value.trim()}>
					<FolderPlus size={20} />
				</button>
			</form>
			<ul class="collection-choices">
				{(listed.value ?? []).map((collection) => (
					<li key={collection.id}>
						<button type="button" class="sheet-row" aria-pressed={collection.has} onClick={() => void set(collection, !collection.has)}>
							{collection.has ? <Check size={22} /> : <Folder size={22} />}
							<span>
								{collection.name} <span class="quiet">{uiWords.videos({ count: collection.videoCount })}</span>
							</span>
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}

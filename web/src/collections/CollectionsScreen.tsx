import { useSignal } from "@preact/signals";
import { ArrowUp, Folder } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account, isSignedIn } from "../account/session.ts";
import type { Collection } from "../api/sharing.ts";
import * as api from "../api/sharing.ts";
import * as profileWords from "../profile/profile.words.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { Picture } from "../ui/Picture.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import * as collectionsWords from "./collections.words.ts";
import "./collections.css";

/** One's own collections, in one's own order. */
export function CollectionsScreen() {
	const listed = useSignal<readonly Collection[] | null>(null);
	const fault = useSignal<unknown>(null);
	useTitle(profileWords.collections());
	const load = () =>
		api.listCollections().then(
			({ collections }) => {
				listed.value = collections;
				fault.value = null;
			},
			(error: unknown) => {
				fault.value = error;
			},
		);
	useEffect(() => {
		if (isSignedIn.value) void load();
	}, [isSignedIn.value]);
	const toTop = async (collection: Collection) => {
		const before = listed.value;
		const after = [collection, ...(before ?? []).filter(({ id }) => id !== collection.id)];
		listed.value = after;
		try {
			await api.orderCollections(after.map(({ id }) => id));
		} catch (error) {
			listed.value = before;
			tellFault(error, () => void toTop(collection));
		}
	};
	return (
		<main class="page">
			<header class="page__head page__head--sub">
				<BackButton otherwise={account.value ? `/@${account.value.username}?tab=favourites` : "/"} />
				<h1>{profileWords.collections()}</h1>
			</header>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{listed.value?.length === 0 && (
				<Notice icon={<Folder size={28} />} title={collectionsWords.none()}>
					{collectionsWords.noneNote()}
				</Notice>
			)}
			<ul class="collections">
				{(listed.value ?? []).map((collection, place) => (
					<li key={collection.id}>
						<Link href={`/collections/${collection.id}`}>
							<div class="collection__covers">
								{collection.covers.map((cover) => (
									<Picture key={cover} src={cover} loading="lazy" />
								))}
							</div>
							<strong>{collection.name}</strong> <span class="quiet">{uiWords.videos({ count: collection.videoCount })}</span>
						</Link>
						{place > 0 && (
							<button
								type="button"
								class="icon-button"
								aria-label={collectionsWords.putFirst({ name: collection.name })}
								onClick={() => void toTop(collection)}
							>
								<ArrowUp size={18} />
							</button>
						)}
					</li>
				))}
			</ul>
		</main>
	);
}

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { PICTURE_MAX_BYTES } from "../../../contracts/limits.ts";
import { setAccount } from "../account/session.ts";
import type { Account } from "../api/accounts.ts";
import * as people from "../api/people.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { CropSheet } from "./CropSheet.tsx";
import * as profileWords from "./profile.words.ts";
import "./crop.css";

const TYPES = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** The person's picture: chosen and cut to shape, or taken off again. Holds at once, by itself. */
export function AvatarField({ user }: { user: Account }) {
	const file = useRef<HTMLInputElement>(null);
	const picture = useSignal<ImageBitmap | null>(null);
	const fault = useSignal<string | null>(null);
	const busy = useSignal(false);
	const open = async (chosen: File) => {
		fault.value = null;
		if (chosen.size > PICTURE_MAX_BYTES) {
			fault.value = profileWords.pictureTooLarge({ megabytes: PICTURE_MAX_BYTES / 1024 / 1024 });
			return;
		}
		try {
			// Upright, as the camera says.
			picture.value = await createImageBitmap(chosen, { imageOrientation: "from-image" });
		} catch {
			fault.value = profileWords.notReadable();
		}
	};
	const close = () => {
		picture.value?.close();
		picture.value = null;
	};
	const remove = async (): Promise<void> => {
		busy.value = true;
		try {
			setAccount((await people.removeAvatar()).user);
			tell(profileWords.pictureGone());
		} catch (error) {
			tellFault(error, () => void remove());
		} finally {
			busy.value = false;
		}
	};
	return (
		<div class="avatar-field">
			<Avatar user={user} size={96} />
			<div class="avatar-field__acts">
				<button type="button" class="button button--small" onClick={() => file.current?.click()}>
					{user.avatarUrl ? profileWords.changePicture() : profileWords.choosePicture()}
				</button>
				{user.avatarUrl && (
					<button type="button" class="button button--small" disabled={busy.value} onClick={() => void remove()}>
						{profileWords.removePicture()}
					</button>
				)}
			</div>
			<input
				ref={file}
				type="file"
				accept={TYPES}
				hidden
				aria-label={profileWords.yourPicture()}
				onChange={(event) => {
					const [chosen] = event.currentTarget.files ?? [];
					// The same file may be chosen again.
					event.currentTarget.value = "";
					if (chosen) void open(chosen);
				}}
			/>
			{fault.value && (
				<p class="edit-profile__fault" role="alert">
					{fault.value}
				</p>
			)}
			{picture.value && (
				<CropSheet
					picture={picture.value}
					onClose={close}
					onDone={async (cut) => {
						setAccount((await people.setAvatar(cut)).user);
						close();
						tell(profileWords.pictureNow());
					}}
				/>
			)}
		</div>
	);
}

import { useSignal } from "@preact/signals";
import { UserRound } from "lucide-preact";
import { useId } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { BIO_MAX } from "../../../contracts/limits.ts";
import { type FormFaults, faultsOf, NO_FAULTS } from "../account/form.ts";
import { account, setAccount } from "../account/session.ts";
import * as accounts from "../api/accounts.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { useDraft } from "../ui/drafts.ts";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import "./edit-profile.css";

/** Name and bio. */
export function EditProfileScreen() {
	const [, navigate] = useLocation();
	const bioId = useId();
	const saved = { displayName: account.value?.displayName ?? "", bio: account.value?.bio ?? "" };
	const words = useDraft("profile", saved);
	const { displayName, bio } = words.value;
	const isChanged = displayName !== saved.displayName || bio !== saved.bio;
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	const user = account.value;
	useTitle("Edit profile");
	if (!user) {
		const action = (
			<Link href="/login?back=/settings/profile" class="button button--primary">
				Log in
			</Link>
		);
		return (
			<Notice isScreen icon={<UserRound size={28} />} title="Log in first" action={action}>
				Your profile is yours to change once you're logged in.
			</Notice>
		);
	}
	const save = async (event: Event) => {
		event.preventDefault();
		busy.value = true;
		try {
			setAccount((await accounts.updateMe({ displayName: displayName.trim(), bio })).user);
			words.forget();
			tell("Saved");
			navigate(`/@${user.username}`);
		} catch (error) {
			faults.value = faultsOf(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<main class="page edit-profile">
			<header class="page__head page__head--sub">
				<BackButton otherwise={`/@${user.username}`} />
				<h1>Edit profile</h1>
			</header>
			<form onSubmit={(event) => void save(event)}>
				<Avatar user={{ ...user, displayName }} size={96} />
				<Field
					label="Name"
					value={displayName}
					maxLength={40}
					onValue={(value) => (words.value = { ...words.value, displayName: value })}
					fault={faults.value.fields.displayName}
				/>
				<div class="field">
					<label for={bioId}>Bio</label>
					<textarea
						id={bioId}
						maxLength={BIO_MAX}
						value={bio}
						onInput={(event) => (words.value = { ...words.value, bio: event.currentTarget.value })}
					/>
					<p class="field__note numeric">
						{bio.length} / {BIO_MAX}
					</p>
				</div>
				{faults.value.whole && (
					<p class="edit-profile__fault" role="alert">
						{faults.value.whole}
					</p>
				)}
				<button type="submit" class="button button--primary button--wide" disabled={busy.value || displayName.trim() === ""}>
					Save
				</button>
				{isChanged && (
					<button type="button" class="button button--wide" onClick={() => (words.value = saved)}>
						Undo changes
					</button>
				)}
			</form>
		</main>
	);
}

import { useSignal } from "@preact/signals";
import { UserRound } from "lucide-preact";
import { useId } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { BIO_MAX, FORMER_USERNAME_DAYS, USERNAME_CHANGES_MAX, USERNAME_MAX } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { type FormFaults, faultsOf, NO_FAULTS } from "../account/form.ts";
import { account, setAccount } from "../account/session.ts";
import * as accounts from "../api/accounts.ts";
import * as people from "../api/people.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { useDraft } from "../ui/drafts.ts";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { AvatarField } from "./AvatarField.tsx";
import { LinkFields } from "./LinkFields.tsx";
import * as profileWords from "./profile.words.ts";
import "./edit-profile.css";

const savedWords = () => ({
	displayName: account.value?.displayName ?? "",
	username: account.value?.username ?? "",
	bio: account.value?.bio ?? "",
	// An account that was remembered before links were.
	links: account.value?.links ?? [],
});

/** Picture, name, user name, bio and links. */
export function EditProfileScreen() {
	const [, navigate] = useLocation();
	const bioId = useId();
	const saved = savedWords();
	const words = useDraft("profile", saved);
	const { displayName, username, bio, links } = words.value;
	const isChanged = JSON.stringify(words.value) !== JSON.stringify(saved);
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	const user = account.value;
	useTitle(accountWords.editProfile());
	if (!user) {
		const action = (
			<Link href="/login?back=/settings/profile" class="button button--primary">
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice isScreen icon={<UserRound size={28} />} title={accountWords.logInFirst()} action={action}>
				{profileWords.editLogIn()}
			</Notice>
		);
	}
	const save = async (event: Event) => {
		event.preventDefault();
		busy.value = true;
		faults.value = NO_FAULTS;
		try {
			const typed = links.map((link) => link.trim()).filter((link) => link !== "");
			setAccount((await accounts.updateMe({ displayName: displayName.trim(), bio, links: typed })).user);
			// Last: it is the one that may be refused for today, and what else was changed is saved by then.
			if (username.trim() !== saved.username) setAccount((await people.changeUsername(username.trim())).user);
			words.forget();
			tell(profileWords.saved());
			navigate(`/@${account.value?.username ?? user.username}`);
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
				<h1>{accountWords.editProfile()}</h1>
			</header>
			<form noValidate onSubmit={(event) => void save(event)}>
				<AvatarField user={{ ...user, displayName }} />
				<Field
					label={profileWords.name()}
					value={displayName}
					maxLength={40}
					onValue={(value) => (words.value = { ...words.value, displayName: value })}
					fault={faults.value.fields.displayName}
				/>
				<Field
					label={accountWords.username()}
					value={username}
					maxLength={USERNAME_MAX}
					autocomplete="username"
					autocapitalize="none"
					spellcheck={false}
					onValue={(value) => (words.value = { ...words.value, username: value })}
					fault={faults.value.fields.username}
					hint={
						username.trim().toLowerCase() === saved.username.toLowerCase()
							? undefined
							: profileWords.usernameHint({
									usernameChangesMax: USERNAME_CHANGES_MAX,
									formerUsernameDays: FORMER_USERNAME_DAYS,
									username: saved.username,
								})
					}
				/>
				<div class="field">
					<label for={bioId}>{profileWords.bio()}</label>
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
				<LinkFields links={links} faults={faults.value.fields} onLinks={(next) => (words.value = { ...words.value, links: next })} />
				{faults.value.whole && (
					<p class="edit-profile__fault" role="alert">
						{faults.value.whole}
					</p>
				)}
				<button type="submit" class="button button--primary button--wide" disabled={busy.value || displayName.trim() === ""}>
					{uiWords.save()}
				</button>
				{isChanged && (
					<button type="button" class="button button--wide" onClick={() => (words.value = saved)}>
						{profileWords.undoChanges()}
					</button>
				)}
			</form>
		</main>
	);
}

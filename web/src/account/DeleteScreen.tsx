import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { tell } from "../ui/toasts.tsx";
import { OwnPassword } from "./OwnPassword.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

type When = "later" | "now";
const CHOICES: { value: When; label: string; note: string }[] = [
	{ value: "later", label: `In ${DELETION_GRACE_DAYS} days`, note: "Until then, logging in offers to come back." },
	{ value: "now", label: "Now", note: "There is no way back." },
];

/** The end of an account: what goes, when, and who says so. */
export function DeleteScreen() {
	const [, navigate] = useLocation();
	const password = useSignal("");
	const when = useSignal<When>("later");
	const asking = useSignal(false);
	const { busy, faults, submit } = useForm(async () => {
		asking.value = false;
		await accounts.deleteAccount({ password: password.value, when: when.value });
		setAccount(null);
		forgetEngagement();
		restartFeeds();
		navigate("/");
		tell(when.value === "now" ? "Your account is gone" : `Your account is hidden. You have ${DELETION_GRACE_DAYS} days to come back`);
	});
	const { fields, whole } = faults.value;
	const ask = async () => {
		if (password.value === "") faults.value = { fields: { password: "Enter your password." }, whole: null };
		else asking.value = true;
	};
	return (
		<>
			<SettingsForm
				title="Delete account"
				address="/settings/delete"
				onSubmit={ask}
				fault={whole}
				busy={busy.value}
				action="Delete my account"
				danger
			>
				<p>At once nobody sees you any more, and you are signed out everywhere. Then all of it is erased:</p>
				<ul class="settings__points">
					<li>your profile, and every video you posted, with its likes and comments,</li>
					<li>your likes, favourites, comments and follows,</li>
					<li>what your feed learned, and your watch history,</li>
					<li>your e-mail address and your inbox.</li>
				</ul>
				<fieldset class="settings__choices">
					<legend class="field__label">When is it erased?</legend>
					{CHOICES.map(({ value, label, note }) => (
						<label key={value} class="settings__row">
							<input type="radio" name="when" checked={when.value === value} onChange={() => (when.value = value)} />
							<span>
								{label}
								<span class="quiet settings__note">{note}</span>
							</span>
						</label>
					))}
				</fieldset>
				<OwnPassword value={password} fault={fields.password} />
			</SettingsForm>
			{asking.value && (
				<Sheet title="Delete your account?" onClose={() => (asking.value = false)}>
					<div class="sheet__content settings__confirm">
						<p class="quiet">
							{when.value === "now"
								? "Everything goes now, for good. Nobody can bring it back, we neither."
								: `It is hidden now and erased in ${DELETION_GRACE_DAYS} days.`}
						</p>
						<button type="button" class="button button--wide button--danger" onClick={() => void submit()}>
							{when.value === "now" ? "Delete it now" : "Delete it"}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							Keep my account
						</button>
					</div>
				</Sheet>
			)}
		</>
	);
}

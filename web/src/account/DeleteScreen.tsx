import { useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { forgetEngagement } from "../feed/engagement.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import { OwnPassword } from "./OwnPassword.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { setAccount } from "./session.ts";
import { useForm } from "./useForm.ts";

type When = "later" | "now";
const CHOICES: { value: When; label: () => string; note: () => string }[] = [
	{ value: "later", label: () => accountWords.inDays({ deletionGraceDays: DELETION_GRACE_DAYS }), note: accountWords.inDaysNote },
	{ value: "now", label: accountWords.now, note: accountWords.nowNote },
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
		tell(when.value === "now" ? accountWords.gone() : accountWords.hiddenDays({ deletionGraceDays: DELETION_GRACE_DAYS }));
	});
	const { fields, whole } = faults.value;
	const ask = async () => {
		if (password.value === "") faults.value = { fields: { password: accountWords.enterPassword() }, whole: null };
		else asking.value = true;
	};
	return (
		<>
			<SettingsForm
				title={accountWords.deleteAccount()}
				address="/settings/delete"
				onSubmit={ask}
				fault={whole}
				busy={busy.value}
				action={accountWords.deleteMine()}
				danger
			>
				<p>{accountWords.deleteLead()}</p>
				<ul class="settings__points">
					<li>{accountWords.deleteProfile()}</li>
					<li>{accountWords.deleteLikes()}</li>
					<li>{accountWords.deleteFeed()}</li>
					<li>{accountWords.deleteEmail()}</li>
				</ul>
				<p>
					<Link href="/settings/data" class="link">
						{accountWords.copyFirst()}
					</Link>
				</p>
				<fieldset class="settings__choices">
					<legend class="field__label">{accountWords.whenErased()}</legend>
					{CHOICES.map(({ value, label, note }) => (
						<label key={value} class="settings__row">
							<input type="radio" name="when" checked={when.value === value} onChange={() => (when.value = value)} />
							<span>
								{label()}
								<span class="quiet settings__note">{note()}</span>
							</span>
						</label>
					))}
				</fieldset>
				<OwnPassword value={password} fault={fields.password} />
			</SettingsForm>
			{asking.value && (
				<Sheet title={accountWords.deleteAsk()} onClose={() => (asking.value = false)}>
					<div class="sheet__content settings__confirm">
						<p class="quiet">
							{when.value === "now" ? accountWords.deleteForGood() : accountWords.deleteLater({ deletionGraceDays: DELETION_GRACE_DAYS })}
						</p>
						<button type="button" class="button button--wide button--danger" onClick={() => void submit()}>
							{when.value === "now" ? accountWords.deleteNow() : accountWords.deleteIt()}
						</button>
						<button type="button" class="button button--wide button--outline" onClick={() => (asking.value = false)}>
							{accountWords.keepAccount()}
						</button>
					</div>
				</Sheet>
			)}
		</>
	);
}

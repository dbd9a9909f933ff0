import { useSignal } from "@preact/signals";
import { useLocation, useSearch } from "wouter-preact";
import { MIN_AGE_YEARS, PASSWORD_MAX, PASSWORD_MIN, USERNAME_MAX } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { welcome } from "../feed/feeds.ts";
import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useDraft } from "../ui/drafts.ts";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import * as accountWords from "./account.words.ts";
import { beginAs } from "./deviceAccounts.ts";
import { backTo, type FormFaults, faultsOf, isAdding, NO_FAULTS } from "./form.ts";

/** Makes an account, then asks for interests. */
export function SignUpScreen() {
	const [, navigate] = useLocation();
	const search = useSearch();
	// All but the password: a link read in between, or a reload, loses nothing.
	const words = useDraft("sign-up", { username: "", birthdate: "", email: "" }, "tab");
	const { username, birthdate, email } = words.value;
	const password = useSignal("");
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	const { fields, whole } = faults.value;

	const submit = async () => {
		if (!birthdate) {
			faults.value = { fields: { birthdate: accountWords.enterBirthdate() }, whole: null };
			return;
		}
		busy.value = true;
		try {
			const { user } = await accounts.register({
				username: username.trim(),
				password: password.value,
				birthdate,
				add: isAdding(search),
				...(email.trim() ? { email: email.trim() } : {}),
			});
			words.forget();
			if (isAdding(search)) return beginAs(user, "/interests?back=/");
			await welcome(user);
			navigate(`/interests?back=${encodeURIComponent(backTo(search, "/"))}`);
		} catch (error) {
			faults.value = faultsOf(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<AccountForm
			title={accountWords.makeItYours()}
			lead={accountWords.signUpLead()}
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action={shellWords.signUp()}
			foot={weave(accountWords.haveAccount, {
				logIn: (
					<Link href={`/login${search ? `?${search}` : ""}`} class="link">
						{shellWords.logIn()}
					</Link>
				),
			})}
		>
			<Field
				label={accountWords.username()}
				value={username}
				onValue={(value) => (words.value = { ...words.value, username: value })}
				fault={fields.username}
				hint={accountWords.usernameHint()}
				autocomplete="username"
				autocapitalize="none"
				spellcheck={false}
				maxLength={USERNAME_MAX}
				required
			/>
			<Field
				label={accountWords.password()}
				type="password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				fault={fields.password}
				hint={accountWords.passwordHint({ passwordMin: PASSWORD_MIN })}
				autocomplete="new-password"
				maxLength={PASSWORD_MAX}
				required
			/>
			<Field
				label={accountWords.birthdate()}
				type="date"
				value={birthdate}
				onValue={(value) => (words.value = { ...words.value, birthdate: value })}
				fault={fields.birthdate}
				hint={accountWords.birthdateHint({ minAgeYears: MIN_AGE_YEARS })}
				autocomplete="bday"
				max={new Date().toISOString().slice(0, 10)}
				required
			/>
			<Field
				label={accountWords.emailOptional()}
				type="email"
				value={email}
				onValue={(value) => (words.value = { ...words.value, email: value })}
				fault={fields.email}
				autocomplete="email"
				hint={accountWords.emailHint()}
			/>
			<p class="quiet account__terms">
				{weave(accountWords.agree, {
					terms: (
						<Link href="/terms" class="link">
							{accountWords.termsLink()}
						</Link>
					),
					rules: (
						<Link href="/rules" class="link">
							{accountWords.rulesLink()}
						</Link>
					),
					privacy: (
						<Link href="/privacy" class="link">
							{accountWords.privacyLink()}
						</Link>
					),
				})}
			</p>
		</AccountForm>
	);
}

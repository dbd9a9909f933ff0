import { useSignal } from "@preact/signals";
import { useLocation, useSearch } from "wouter-preact";
import { MIN_AGE_YEARS, PASSWORD_MAX, PASSWORD_MIN, USERNAME_MAX } from "../../../contracts/limits.ts";
import * as accounts from "../api/accounts.ts";
import { welcome } from "../feed/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { useDraft } from "../ui/drafts.ts";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { backTo, type FormFaults, faultsOf, NO_FAULTS } from "./form.ts";

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
			faults.value = { fields: { birthdate: "Enter your date of birth." }, whole: null };
			return;
		}
		busy.value = true;
		try {
			const { user } = await accounts.register({
				username: username.trim(),
				password: password.value,
				birthdate,
				...(email.trim() ? { email: email.trim() } : {}),
			});
			words.forget();
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
			title="Make it yours"
			lead="An account keeps what you like, and lets you post."
			onSubmit={submit}
			fault={whole}
			busy={busy.value}
			action="Sign up"
			foot={
				<>
					Have an account?{" "}
					<Link href={`/login${search ? `?${search}` : ""}`} class="link">
						Log in
					</Link>
				</>
			}
		>
			<Field
				label="User name"
				value={username}
				onValue={(value) => (words.value = { ...words.value, username: value })}
				fault={fields.username}
				hint="Letters, digits, dots and underscores."
				autocomplete="username"
				autocapitalize="none"
				spellcheck={false}
				maxLength={USERNAME_MAX}
				required
			/>
			<Field
				label="Password"
				type="password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				fault={fields.password}
				hint={`${PASSWORD_MIN} characters or more.`}
				autocomplete="new-password"
				maxLength={PASSWORD_MAX}
				required
			/>
			<Field
				label="Date of birth"
				type="date"
				value={birthdate}
				onValue={(value) => (words.value = { ...words.value, birthdate: value })}
				fault={fields.birthdate}
				hint={`You need to be ${MIN_AGE_YEARS} or older. Nobody else sees it.`}
				autocomplete="bday"
				max={new Date().toISOString().slice(0, 10)}
				required
			/>
			<Field
				label="E-mail (optional)"
				type="email"
				value={email}
				onValue={(value) => (words.value = { ...words.value, email: value })}
				fault={fields.email}
				autocomplete="email"
				hint="For the day you forget your password. Nothing else is sent to it."
			/>
			<p class="quiet account__terms">
				By signing up you agree to the{" "}
				<Link href="/terms" class="link">
					terms
				</Link>{" "}
				and{" "}
				<Link href="/rules" class="link">
					rules
				</Link>
				; see also{" "}
				<Link href="/privacy" class="link">
					privacy
				</Link>
				.
			</p>
		</AccountForm>
	);
}

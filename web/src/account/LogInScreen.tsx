import { useSignal } from "@preact/signals";
import { useLocation, useSearch } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { ApiError } from "../api/problem.ts";
import { welcome } from "../feed/feeds.ts";
import { Link } from "../shell/Link.tsx";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import { backTo, type FormFaults, faultsOf, NO_FAULTS } from "./form.ts";
import { doWanted, isKnownHere } from "./session.ts";

/** Signs in with user name or e-mail address. */
export function LogInScreen() {
	const [, navigate] = useLocation();
	const search = useSearch();
	const username = useSignal("");
	const password = useSignal("");
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	/** What is said of an account that its owner deleted; null for any other. */
	const leaving = useSignal<string | null>(null);
	const submit = async (comeBack = false) => {
		if (!username.value.trim() || !password.value) {
			faults.value = { fields: {}, whole: "Enter your user name and your password." };
			return;
		}
		busy.value = true;
		try {
			const { user } = await accounts.login(username.value.trim(), password.value, comeBack);
			await welcome(user);
			doWanted();
			navigate(backTo(search, "/"));
		} catch (error) {
			if (error instanceof ApiError && error.code === "account_leaving") leaving.value = error.message;
			else faults.value = faultsOf(error);
		} finally {
			busy.value = false;
		}
	};
	if (leaving.value) {
		return (
			<AccountForm
				title="Come back?"
				lead={leaving.value}
				onSubmit={() => submit(true)}
				fault={faults.value.whole}
				busy={busy.value}
				action="Come back"
				foot={
					<button type="button" class="link account__other" onClick={() => (leaving.value = null)}>
						Let it go
					</button>
				}
			>
				{null}
			</AccountForm>
		);
	}
	return (
		<AccountForm
			title={isKnownHere() ? "Welcome back" : "Log in"}
			lead={isKnownHere() ? "Your feed is where you left it." : "Your likes and your feed wait for you."}
			onSubmit={() => submit()}
			fault={faults.value.whole}
			busy={busy.value}
			action="Log in"
			foot={
				<>
					<Link href="/forgot" class="link account__way">
						Forgot your password?
					</Link>
					<br />
					New here?{" "}
					<Link href={`/signup${search ? `?${search}` : ""}`} class="link account__way">
						Sign up
					</Link>
					<br />
					Just looking around?{" "}
					<Link href="/settings/feed" class="link account__way">
						Set up your feed
					</Link>
				</>
			}
		>
			<Field
				label="User name or e-mail"
				value={username.value}
				onValue={(value) => (username.value = value)}
				fault={faults.value.fields.username}
				autocomplete="username"
				autocapitalize="none"
				spellcheck={false}
			/>
			<Field
				label="Password"
				type="password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				fault={faults.value.fields.password}
				autocomplete="current-password"
			/>
		</AccountForm>
	);
}

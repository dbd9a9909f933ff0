import { useSignal } from "@preact/signals";
import { useLocation, useSearch } from "wouter-preact";
import * as accounts from "../api/accounts.ts";
import { ApiError, sentenceOf } from "../api/problem.ts";
import { welcome } from "../feed/feeds.ts";
import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import { lazyPart } from "../shell/lazyPart.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Field } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";
import * as accountWords from "./account.words.ts";
import { beginAs } from "./deviceAccounts.ts";
import { backTo, type FormFaults, faultsOf, isAdding, NO_FAULTS } from "./form.ts";
import { GoOnAs } from "./GoOnAs.tsx";
import { doWanted, isKnownHere } from "./session.ts";

const SuspendedScreen = lazyPart(async () => (await import("../standing/SuspendedScreen.tsx")).SuspendedScreen);

const titleOf = (add: boolean): string => {
	if (add) return accountWords.addAccount();
	return isKnownHere() ? accountWords.welcomeBack() : shellWords.logIn();
};
const leadOf = (add: boolean): string => {
	if (add) return accountWords.addAccountLead();
	return isKnownHere() ? accountWords.feedWhereLeft() : accountWords.feedWaits();
};

/** Signs in with user name or e-mail address. */
export function LogInScreen() {
	const [, navigate] = useLocation();
	const search = useSearch();
	const add = isAdding(search);
	const username = useSignal("");
	const password = useSignal("");
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	/** What is said of an account that its owner deleted; null for any other. */
	const leaving = useSignal<string | null>(null);
	const isSuspended = useSignal(false);
	const submit = async (comeBack = false) => {
		if (!username.value.trim() || !password.value) {
			faults.value = { fields: {}, whole: accountWords.enterBoth() };
			return;
		}
		busy.value = true;
		try {
			const { user } = await accounts.login({ username: username.value.trim(), password: password.value, comeBack, add });
			if (add) return beginAs(user);
			await welcome(user);
			doWanted();
			navigate(backTo(search, "/"));
		} catch (error) {
			if (error instanceof ApiError && error.code === "account_suspended") isSuspended.value = true;
			else if (error instanceof ApiError && error.code === "account_leaving") leaving.value = sentenceOf(error);
			else faults.value = faultsOf(error);
		} finally {
			busy.value = false;
		}
	};
	if (isSuspended.value) {
		const back = () => (isSuspended.value = false);
		const given = { username: username.value.trim(), password: password.value };
		return <SuspendedScreen {...given} onBack={back} back={shellWords.logIn()} />;
	}
	if (leaving.value) {
		return (
			<AccountForm
				title={accountWords.comeBackAsk()}
				lead={leaving.value}
				onSubmit={() => submit(true)}
				fault={faults.value.whole}
				busy={busy.value}
				action={accountWords.comeBack()}
				foot={
					<button type="button" class="link account__other" onClick={() => (leaving.value = null)}>
						{accountWords.letGo()}
					</button>
				}
			>
				{null}
			</AccountForm>
		);
	}
	return (
		<AccountForm
			title={titleOf(add)}
			lead={leadOf(add)}
			over={add ? null : <GoOnAs />}
			onSubmit={() => submit()}
			fault={faults.value.whole}
			busy={busy.value}
			action={shellWords.logIn()}
			foot={
				<>
					<Link href="/forgot" class="link account__way">
						{accountWords.forgotPassword()}
					</Link>
					<br />
					{weave(accountWords.newHere, {
						signUp: (
							<Link href={`/signup${search ? `?${search}` : ""}`} class="link account__way">
								{shellWords.signUp()}
							</Link>
						),
					})}
					<br />
					{weave(accountWords.justLooking, {
						setUp: (
							<Link href="/settings/feed" class="link account__way">
								{accountWords.setUpFeed()}
							</Link>
						),
					})}
				</>
			}
		>
			<Field
				label={accountWords.nameOrEmail()}
				value={username.value}
				onValue={(value) => (username.value = value)}
				fault={faults.value.fields.username}
				autocomplete="username"
				autocapitalize="none"
				spellcheck={false}
			/>
			<Field
				label={accountWords.password()}
				type="password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				fault={faults.value.fields.password}
				autocomplete="current-password"
			/>
		</AccountForm>
	);
}

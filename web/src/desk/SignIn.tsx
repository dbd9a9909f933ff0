import { useSignal } from "@preact/signals";
import { ShieldCheck } from "lucide-preact";
import type { Me } from "../../../contracts/operators.ts";
import { sentenceOf } from "../api/problem.ts";
import { Field } from "../ui/Field.tsx";
import { signIn } from "./deskApi.ts";

/** The door: e-mail, password, and what the authenticator shows. */
export function SignIn({ onSignedIn, said }: { onSignedIn(me: Me): void; said: string | null }) {
	const email = useSignal("");
	const password = useSignal("");
	const code = useSignal("");
	const fault = useSignal<string | null>(null);
	const busy = useSignal(false);
	const submit = async (event: Event) => {
		event.preventDefault();
		busy.value = true;
		fault.value = null;
		try {
			onSignedIn((await signIn({ email: email.value.trim(), password: password.value, code: code.value.trim() })).operator);
		} catch (error) {
			fault.value = sentenceOf(error);
			code.value = "";
		}
		busy.value = false;
	};
	return (
		<form class="desk-door" noValidate onSubmit={(event) => void submit(event)}>
			<ShieldCheck size={28} />
			<h1>Desk</h1>
			<p class="quiet">{said ?? "For those who review. Your account of the app is another one."}</p>
			<Field label="E-mail" type="email" autocomplete="username" value={email.value} onValue={(value) => (email.value = value)} />
			<Field
				label="Password"
				type="password"
				autocomplete="current-password"
				value={password.value}
				onValue={(value) => (password.value = value)}
			/>
			<Field
				label="Code"
				inputMode="numeric"
				autocomplete="one-time-code"
				maxLength={6}
				value={code.value}
				onValue={(value) => (code.value = value)}
				hint="The six digits your authenticator shows."
				fault={fault.value ?? undefined}
			/>
			<button type="submit" class="button button--primary button--wide" disabled={busy.value}>
				Sign in
			</button>
		</form>
	);
}

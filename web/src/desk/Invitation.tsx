import { useSignal } from "@preact/signals";
import { KeyRound } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { encode } from "uqr";
import type { AnswerOf } from "../../../contracts/endpoint.ts";
import { type lookAtInvitation as contract, OPERATOR_PASSWORD_MIN } from "../../../contracts/operators.ts";
import { sentenceOf } from "../api/problem.ts";
import { Field } from "../ui/Field.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { lookAtInvitation, takeUpInvitation } from "./deskApi.ts";

/** Somebody invited sets a password and gives their authenticator its secret. */
export function Invitation({ invitation, onTaken }: { invitation: string; onTaken(): void }) {
	const found = useSignal<AnswerOf<typeof contract> | null>(null);
	const unfound = useSignal<unknown>(null);
	const password = useSignal("");
	const code = useSignal("");
	const fault = useSignal<string | null>(null);
	const load = async () => {
		unfound.value = null;
		try {
			found.value = await lookAtInvitation(invitation);
		} catch (error) {
			unfound.value = error;
		}
	};
	useEffect(() => void load(), [invitation]);
	if (unfound.value) return <FaultNotice isScreen error={unfound.value} onRetry={() => void load()} />;
	if (found.value === null) return <div class="skeleton desk-door__skeleton" role="progressbar" aria-label="Opening the invitation" />;
	const { name, email, secret, uri } = found.value;
	const submit = async (event: Event) => {
		event.preventDefault();
		fault.value = null;
		try {
			await takeUpInvitation({ invitation, password: password.value, code: code.value.trim() });
			onTaken();
		} catch (error) {
			fault.value = sentenceOf(error);
		}
	};
	return (
		<form class="desk-door" noValidate onSubmit={(event) => void submit(event)}>
			<KeyRound size={28} />
			<h1>Welcome, {name}</h1>
			<p class="quiet">
				You will sign in with {email}, a password, and a code of an authenticator app. Scan this with it, or type the secret into it.
			</p>
			<Code uri={uri} />
			<p class="desk-door__secret">{secret.replace(/(.{4})/g, "$1 ")}</p>
			<Field
				label="New password"
				type="password"
				autocomplete="new-password"
				value={password.value}
				onValue={(value) => (password.value = value)}
				hint={`At least ${OPERATOR_PASSWORD_MIN} characters.`}
			/>
			<Field
				label="Code"
				inputMode="numeric"
				autocomplete="one-time-code"
				maxLength={6}
				value={code.value}
				onValue={(value) => (code.value = value)}
				hint="The six digits it shows now."
				fault={fault.value ?? undefined}
			/>
			<button type="submit" class="button button--primary button--wide">
				Set up
			</button>
		</form>
	);
}

function Code({ uri }: { uri: string }) {
	const { data, size } = encode(uri, { ecc: "M", border: 2 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
	return (
		<svg class="desk-door__code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the secret">
			<rect width={size} height={size} fill="#fff" />
			<path d={path} fill="#000" />
		</svg>
	);
}

import { useSignal } from "@preact/signals";
import { KeyRound, Lock, RotateCw } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { Field } from "../ui/Field.tsx";
import { adminToken, lock, unlock, unlockBySession } from "./access.ts";
import { DeadLettersPanel } from "./DeadLettersPanel.tsx";
import { ExperimentsPanel } from "./ExperimentsPanel.tsx";
import { HealthPanel } from "./HealthPanel.tsx";
import "./ops.css";

function TokenForm({ fault }: { fault: string | undefined }) {
	const token = useSignal("");
	const empty = useSignal(false);
	return (
		<form
			class="ops__token"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if (token.value.trim() === "") empty.value = true;
				else unlock(token.value.trim());
			}}
		>
			<div class="ops__key">
				<KeyRound size={24} />
			</div>
			<h2>For operators</h2>
			<p class="quiet">The token opens this page. It stays in this tab until you close it, and goes to this server alone.</p>
			<Field
				label="Operators' token"
				type="password"
				value={token.value}
				onValue={(value) => {
					token.value = value;
					empty.value = false;
				}}
				fault={empty.value ? "Enter the token first." : fault}
				hint="On a laptop: ADMIN_TOKEN in .reelay/secrets.json. In production: sign in at the desk as an admin, or enter a personal token made there."
				autocomplete="off"
				spellcheck={false}
			/>
			<button type="submit" class="button button--primary button--wide">
				Unlock
			</button>
		</form>
	);
}

/** The operators' page: how the product is, and what is being tried. */
export function OpsScreen() {
	const attempt = useSignal(0);
	const refused = useSignal(false);
	const asking = useSignal(adminToken.peek() === null);
	const token = adminToken.value;
	useEffect(() => {
		if (!asking.peek()) return;
		unlockBySession()
			// Nobody is signed in to the desk, or it can't be asked: a token opens the page all the same.
			.catch(() => undefined)
			.finally(() => (asking.value = false));
	}, []);
	const refuse = () => {
		// Each panel is refused by itself, the last one perhaps once another token has been entered.
		if (adminToken.peek() !== token) return;
		refused.value = true;
		lock();
	};
	return (
		<main class="page ops">
			<header class="page__head">
				<h1>Operations</h1>
				{token !== null && (
					<div class="ops__actions">
						<button type="button" class="icon-button" aria-label="Load again" onClick={() => attempt.value++}>
							<RotateCw size={20} />
						</button>
						<button
							type="button"
							class="icon-button"
							aria-label="Lock"
							onClick={() => {
								refused.value = false;
								lock();
							}}
						>
							<Lock size={20} />
						</button>
					</div>
				)}
			</header>
			{token === null && asking.value ? (
				<div class="skeleton ops__skeleton" role="progressbar" aria-label="Looking who asks" />
			) : token === null ? (
				<TokenForm fault={refused.value ? "That isn't the operators' token. Copy it again, whole." : undefined} />
			) : (
				<>
					<section aria-labelledby="ops-health">
						<h2 id="ops-health">Health</h2>
						<HealthPanel key={attempt.value} />
					</section>
					<section aria-labelledby="ops-letters">
						<h2 id="ops-letters">Dead letters</h2>
						<DeadLettersPanel token={token} attempt={attempt.value} onRefused={refuse} />
					</section>
					<section aria-labelledby="ops-experiments">
						<h2 id="ops-experiments">Experiments</h2>
						<ExperimentsPanel token={token} attempt={attempt.value} onRefused={refuse} />
					</section>
				</>
			)}
		</main>
	);
}

import { useSignal } from "@preact/signals";
import { TOKEN_DAYS_MAX } from "../../../contracts/operators.ts";
import { sentenceOf } from "../api/problem.ts";
import { Field } from "../ui/Field.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { makeToken, revokeToken, tokens } from "./deskApi.ts";
import { Loaded } from "./Loaded.tsx";
import { Told } from "./Told.tsx";

const DAYS = [1, 7, TOKEN_DAYS_MAX] as const;

/** One's own tokens for the operators' API: scripts, and the operations page. */
export function TokensPage() {
	const attempt = useSignal(0);
	const label = useSignal("");
	const days = useSignal<number>(7);
	const fault = useSignal<string | null>(null);
	const made = useSignal<string | null>(null);
	const submit = async (event: Event) => {
		event.preventDefault();
		fault.value = null;
		try {
			made.value = (await makeToken({ label: label.value, days: days.value })).token;
			label.value = "";
			attempt.value++;
		} catch (error) {
			fault.value = sentenceOf(error);
		}
	};
	const end = async (id: string) => {
		try {
			await revokeToken(id);
			tell("It opens nothing any more.");
			attempt.value++;
		} catch (error) {
			tellFault(error);
		}
	};
	return (
		<section class="desk__page" aria-labelledby="desk-tokens">
			<h2 id="desk-tokens">Tokens</h2>
			<p class="quiet">
				For the <code>X-Admin-Token</code> header of scripts, and for <a href="/ops">operations</a>. Each may do what you may, and ends by
				itself.
			</p>
			<form class="desk-invite" noValidate onSubmit={(event) => void submit(event)}>
				<Field
					label="What it is for"
					value={label.value}
					onValue={(value) => (label.value = value)}
					autocomplete="off"
					fault={fault.value ?? undefined}
				/>
				<label class="desk-decide__line">
					<span>Days</span>
					<select value={days.value} onChange={(event) => (days.value = Number(event.currentTarget.value))}>
						{DAYS.map((count) => (
							<option key={count} value={count}>
								{count}
							</option>
						))}
					</select>
				</label>
				<button type="submit" class="button button--primary">
					Make
				</button>
			</form>
			<Loaded attempt={attempt.value} load={tokens} label="Loading tokens">
				{({ tokens: own }) => (
					<ul class="desk-people">
						{own.length === 0 && <li class="desk-people__one quiet">You have none.</li>}
						{own.map((token) => (
							<li key={token.id} class="desk-people__one">
								<div>
									<strong>{token.label}</strong> <span class="quiet">until {token.expiresAt.slice(0, 10)}</span>
								</div>
								<button type="button" class="button button--small" onClick={() => void end(token.id)}>
									End it
								</button>
							</li>
						))}
					</ul>
				)}
			</Loaded>
			{made.value !== null && (
				<Told title="Your token" hint="It is not shown again." secret={made.value} onClose={() => (made.value = null)} />
			)}
		</section>
	);
}

import { useSignal } from "@preact/signals";
import { ShieldCheck } from "lucide-preact";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { account, isTeens, setAccount } from "../account/session.ts";
import { comeOfAge } from "../api/accounts.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as ageWords from "./age.words.ts";
import "../account/settings.css";
import "./age.css";

const KEPT = [
	ageWords.beginsPrivate,
	ageWords.notFound,
	ageWords.comments,
	ageWords.messages,
	ageWords.downloads,
	ageWords.adults,
	ageWords.limit,
] as const;

/** What is kept closer for somebody under eighteen; and, once they are not, the choice to end it. */
export function AgeScreen() {
	useTitle(ageWords.title());
	if (!account.value) return <AskToLogIn title={ageWords.title()} back="/settings/age" />;
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{ageWords.title()}</h1>
			</header>
			{isTeens(account.value) ? (
				<>
					<p>{ageWords.lead()}</p>
					<ul class="age__kept">
						{KEPT.map((words) => (
							<li key={words()}>
								<ShieldCheck size={20} aria-hidden="true" /> <span>{words()}</span>
							</li>
						))}
					</ul>
					{account.value.mayComeOfAge && <OfAge />}
				</>
			) : (
				<Notice icon={<ShieldCheck size={28} />} title={ageWords.noTeen()}>
					{ageWords.noTeenNote()}
				</Notice>
			)}
		</main>
	);
}

function OfAge() {
	const busy = useSignal(false);
	const choose = async () => {
		busy.value = true;
		try {
			setAccount((await comeOfAge()).user);
			tell(ageWords.isAdult());
		} catch (error) {
			busy.value = false;
			tellFault(error, () => void choose());
		}
	};
	return (
		<section>
			<h2>{ageWords.ofAge()}</h2>
			<p>{ageWords.ofAgeLead()}</p>
			<button type="button" class="button button--primary" disabled={busy.value} onClick={() => void choose()}>
				{busy.value && <span class="spinner" />} {ageWords.makeAdult()}
			</button>
		</section>
	);
}

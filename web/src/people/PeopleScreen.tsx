import { LogIn } from "lucide-preact";
import type { ComponentChildren } from "preact";
import * as accountWords from "../account/account.words.ts";
import { account } from "../account/session.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { useTitle } from "../shell/title.ts";
import { Notice } from "../ui/Notice.tsx";
import * as peopleWords from "./people.words.ts";
import "./people.css";

interface PeopleScreenProps {
	title: string;
	/** Where it stands: to come back to after logging in. */
	address: string;
	/** Where back leads when there is nothing behind. */
	otherwise: string;
	children: ComponentChildren;
}

/** A screen about one's own people: for who is logged in. */
export function PeopleScreen({ title, address, otherwise, children }: PeopleScreenProps) {
	useTitle(title);
	if (!account.value) {
		const enter = (
			<Link href={`/login?back=${address}`} class="button button--primary">
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice isScreen icon={<LogIn size={28} />} title={accountWords.logInFirst()} action={enter}>
				{peopleWords.whoSeesLogIn()}
			</Notice>
		);
	}
	return (
		<main class="page people-screen">
			<header class="page__head page__head--sub">
				<BackButton otherwise={otherwise} />
				<h1>{title}</h1>
			</header>
			{children}
		</main>
	);
}

import type { ComponentChildren } from "preact";
import * as accountWords from "../account/account.words.ts";
import { ABOUT } from "../shell/about.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import "./about.css";

/** The frame of a page of words. */
export function AboutPage({ title, children }: { title: string; children: ComponentChildren }) {
	useTitle(title);
	return (
		<main class="page about">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{title}</h1>
			</header>
			{children}
			<nav class="about__others" aria-label={accountWords.about()}>
				{ABOUT.filter(({ label }) => label() !== title).map(({ href, label }) => (
					<Link key={href} href={href} class="link">
						{label()}
					</Link>
				))}
			</nav>
		</main>
	);
}

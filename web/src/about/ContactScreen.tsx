import { weave } from "../language/weave.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as contactWords from "./contact.words.ts";

/** Where to turn. The address is that of the house's own domain: whoever runs it reads it (README). */
export function ContactScreen() {
	const address = `hello@${location.hostname}`;
	return (
		<AboutPage title={shellWords.contact()}>
			<h2>{contactWords.account()}</h2>
			<p>
				{weave(contactWords.accountText, {
					link: (
						<Link href="/forgot" class="link">
							{contactWords.forgotLink()}
						</Link>
					),
				})}
			</p>
			<h2>{contactWords.people()}</h2>
			<p>
				{weave(contactWords.peopleText, {
					link: (
						<Link href="/rules" class="link">
							{contactWords.rulesLink()}
						</Link>
					),
				})}
			</p>
			<h2>{contactWords.otherwise()}</h2>
			<p>
				{weave(contactWords.otherwiseText, {
					address: (
						<a href={`mailto:${address}`} class="link">
							{address}
						</a>
					),
				})}
			</p>
		</AboutPage>
	);
}

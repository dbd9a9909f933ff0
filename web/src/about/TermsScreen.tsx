import { DELETION_GRACE_DAYS, MIN_AGE_YEARS } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { weave } from "../language/weave.ts";
import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as aboutWords from "./about.words.ts";
import { Way } from "./Way.tsx";

/** What one agrees to by signing up, in plain words. */
export const TermsScreen = () => (
	<AboutPage title={shellWords.terms()}>
		<p>{aboutWords.termsLead()}</p>
		<h2>{aboutWords.you()}</h2>
		<ul>
			<li>{aboutWords.termsAge({ age: MIN_AGE_YEARS })}</li>
			<li>{aboutWords.termsOwn()}</li>
			<li>{weave(aboutWords.termsFollow, { rules: <Way to="/rules">{accountWords.rulesLink()}</Way> })}</li>
		</ul>
		<h2>{aboutWords.whatYouPost()}</h2>
		<ul>
			<li>{aboutWords.termsYours()}</li>
			<li>{aboutWords.termsMade()}</li>
			<li>{aboutWords.termsDelete()}</li>
		</ul>
		<h2>{aboutWords.whatReelay()}</h2>
		<ul>
			<li>{aboutWords.termsChooses()}</li>
			<li>{aboutWords.termsDown()}</li>
			<li>{aboutWords.termsFree()}</li>
		</ul>
		<h2>{aboutWords.theEnd()}</h2>
		<p>{aboutWords.termsEnd({ days: DELETION_GRACE_DAYS })}</p>
	</AboutPage>
);

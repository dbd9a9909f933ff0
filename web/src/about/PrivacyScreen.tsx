import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { weave } from "../language/weave.ts";
import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as aboutWords from "./about.words.ts";
import { Way } from "./Way.tsx";

/** What is kept of a person, for what, and how it goes. */
export const PrivacyScreen = () => (
	<AboutPage title={shellWords.privacy()}>
		<p>{aboutWords.privacyLead()}</p>
		<h2>{aboutWords.ofEverybody()}</h2>
		<ul>
			<li>{aboutWords.privacyCookie()}</li>
			<li>{aboutWords.privacyWatched()}</li>
			<li>{weave(aboutWords.privacyHistory, { history: <Way to="/history">{aboutWords.historyLink()}</Way> })}</li>
		</ul>
		<h2>{aboutWords.ifYouSignUp()}</h2>
		<ul>
			<li>{aboutWords.privacyName()}</li>
			<li>{aboutWords.privacyBirth()}</li>
			<li>{aboutWords.privacyEmail()}</li>
			<li>{aboutWords.privacyHash()}</li>
			<li>{aboutWords.privacyDevices()}</li>
			<li>{aboutWords.privacyActs()}</li>
		</ul>
		<h2>{aboutWords.whoGets()}</h2>
		<p>{aboutWords.privacyWho()}</p>
		<h2>{aboutWords.howGoes()}</h2>
		<ul>
			<li>{weave(aboutWords.privacyAnew, { whatYouSee: <Way to="/settings/feed">{accountWords.whatYouSee()}</Way> })}</li>
			<li>{aboutWords.privacyVideo()}</li>
			<li>{aboutWords.privacyDeleted({ days: DELETION_GRACE_DAYS })}</li>
		</ul>
	</AboutPage>
);

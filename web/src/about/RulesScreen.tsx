import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as aboutWords from "./about.words.ts";

/** What is welcome, and what is not. */
export const RulesScreen = () => (
	<AboutPage title={shellWords.rules()}>
		<p>{aboutWords.rulesLead()}</p>
		<h2>{aboutWords.notHere()}</h2>
		<ul>
			<li>{aboutWords.ruleHarass()}</li>
			<li>{aboutWords.ruleSexual()}</li>
			<li>{aboutWords.ruleViolence()}</li>
			<li>{aboutWords.ruleVideos()}</li>
			<li>{aboutWords.ruleSecrets()}</li>
			<li>{aboutWords.ruleBought()}</li>
		</ul>
		<h2>{aboutWords.ifYouMeet()}</h2>
		<ul>
			<li>{aboutWords.ruleBlock()}</li>
			<li>{aboutWords.ruleComments()}</li>
			<li>{aboutWords.ruleLess()}</li>
		</ul>
	</AboutPage>
);

import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { weave } from "../language/weave.ts";
import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as aboutWords from "./about.words.ts";
import { keptRows } from "./kept.ts";
import * as retentionWords from "./retention.words.ts";
import { Way } from "./Way.tsx";

const whatYouSee = () => <Way to="/settings/feed">{accountWords.whatYouSee()}</Way>;

/** What is kept of a person, for what and until when, by the table that the sweeper goes by; and how it goes. */
export const PrivacyScreen = () => (
	<AboutPage title={shellWords.privacy()}>
		<p>{aboutWords.privacyLead()}</p>
		<h2>{aboutWords.howGoes()}</h2>
		<ul>
			<li>{weave(retentionWords.stopLearning, { whatYouSee: whatYouSee() })}</li>
			<li>{weave(aboutWords.privacyAnew, { whatYouSee: whatYouSee() })}</li>
			<li>{weave(aboutWords.privacyHistory, { history: <Way to="/history">{aboutWords.historyLink()}</Way> })}</li>
			<li>{aboutWords.privacyVideo()}</li>
			<li>
				<Way to="/settings/data">{accountWords.downloadData()}</Way>
			</li>
			<li>{aboutWords.privacyDeleted({ days: DELETION_GRACE_DAYS })}</li>
		</ul>
		<h2>{aboutWords.whoGets()}</h2>
		<p>{aboutWords.privacyWho()}</p>
		<h2>{retentionWords.tableTitle()}</h2>
		<dl class="about__kept">
			{keptRows().map(({ name, what, until }) => (
				<div key={name}>
					<dt>{what}</dt>
					<dd class="quiet">{until}</dd>
				</div>
			))}
		</dl>
		<p class="quiet">{retentionWords.held()}</p>
	</AboutPage>
);

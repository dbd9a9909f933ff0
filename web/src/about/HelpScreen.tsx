import { DELETION_GRACE_DAYS, EDIT_MESSAGE_MS, MAX_DURATION_MS, MAX_UPLOAD_BYTES, MIN_DURATION_MS } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { weave } from "../language/weave.ts";
import * as shellWords from "../shell/shell.words.ts";
import { AboutPage } from "./AboutPage.tsx";
import * as aboutWords from "./about.words.ts";
import { Way } from "./Way.tsx";

/** Answers to what people ask. */
export const HelpScreen = () => (
	<AboutPage title={shellWords.help()}>
		<h2>{aboutWords.watching()}</h2>
		<ul>
			<li>{aboutWords.helpSwipe()}</li>
			<li>{aboutWords.helpPull()}</li>
			<li>{aboutWords.helpKeys()}</li>
			<li>{weave(aboutWords.helpNotLike, { whatYouSee: <Way to="/settings/feed">{accountWords.whatYouSee()}</Way> })}</li>
		</ul>
		<h2>{aboutWords.posting()}</h2>
		<ul>
			<li>
				{aboutWords.helpLimits({
					shortest: MIN_DURATION_MS / 1_000,
					longest: MAX_DURATION_MS / 60_000,
					megabytes: MAX_UPLOAD_BYTES / 1024 / 1024,
				})}
			</li>
			<li>{aboutWords.helpLeave()}</li>
			<li>{aboutWords.helpFailed()}</li>
		</ul>
		<h2>{accountWords.messages()}</h2>
		<ul>
			<li>{weave(aboutWords.helpWrite, { messages: <Way to="/messages">{accountWords.messages()}</Way> })}</li>
			<li>{aboutWords.helpHold({ minutes: EDIT_MESSAGE_MS / 60_000 })}</li>
			<li>{aboutWords.helpVoice()}</li>
			<li>{weave(aboutWords.helpRequests, { whoWrites: <Way to="/settings/messages">{aboutWords.whoWritesLink()}</Way> })}</li>
		</ul>
		<h2>{aboutWords.yourAccount()}</h2>
		<ul>
			<li>
				{weave(aboutWords.helpForgot, {
					forgot: <Way to="/forgot">{accountWords.forgotPassword()}</Way>,
					settings: <Way to="/settings/email">{aboutWords.settingsLink()}</Way>,
				})}
			</li>
			<li>{weave(aboutWords.helpOther, { change: <Way to="/settings/password">{aboutWords.changeThePassword()}</Way> })}</li>
			<li>
				{weave(aboutWords.helpDelete, { delete: <Way to="/settings/delete">{aboutWords.deleteYours()}</Way>, days: DELETION_GRACE_DAYS })}
			</li>
		</ul>
	</AboutPage>
);

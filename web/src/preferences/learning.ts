import { account, setAccount } from "../account/session.ts";
import { changePreferences } from "../api/preferences.ts";
import { restartFeeds } from "../feed/feeds.ts";
import { tell } from "../ui/toasts.tsx";
import { preferences } from "./preferences.ts";

/**
 * Has the feed learn, or forget and learn no more. What waits on this device was chosen by the other rule: the feeds begin anew.
 * @param done what to tell when it is so
 * @throws when the server can't be reached: nothing has changed
 */
export async function setLearning(personal: boolean, done: string): Promise<void> {
	const answer = await changePreferences({ personal });
	preferences.value = answer;
	const user = account.value;
	if (user !== null) setAccount({ ...user, interests: answer.interests });
	restartFeeds();
	tell(done);
}

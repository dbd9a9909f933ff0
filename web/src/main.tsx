// First, so that every component may refine what all share.
import * as shellWords from "./shell/shell.words.ts";
import "./ui/base.css";
import { render } from "preact";
import { refreshAccount } from "./account/session.ts";
import { homeFeeds } from "./feed/feeds.ts";
import { watchOutbox } from "./feed/watching.ts";
import { applyLanguage } from "./language/choice.ts";
import { App } from "./shell/App.tsx";
import { activity, RESTORES_KEY, UNFINISHED_KEY } from "./shell/activity.ts";
import { onBackOnline } from "./shell/connection.ts";
import "./shell/install.ts";
import { keepShell } from "./shell/keepShell.ts";
import { inOwnTask } from "./shell/ownTask.ts";
import { applyTheme } from "./shell/theme.ts";
import { guardComposition } from "./ui/composition.ts";

// Servers of static files answer `/@name` with a redirect to its escaped form; people share the readable one.
if (location.pathname.startsWith("/%40")) history.replaceState(null, "", location.href.replace("/%40", "/@"));

applyTheme();
const words = applyLanguage();
guardComposition();
// The feed's request goes out before anything is drawn, and alone: the rest can wait until it is answered.
const feed = location.pathname === "/" ? homeFeeds.forYou.begin() : Promise.resolve();

const root = document.getElementById("app");
// Apart from the script's own start: together they would hold a slow phone up for a fifth of a second.
if (root) inOwnTask(() => void words.then(() => render(<App />, root)));

void feed
	.then(refreshAccount)
	.then(() => import("./live/keepLive.ts"))
	.then(({ keepLive }) => keepLive())
	// Without it nothing is told by itself; every screen reads what it shows.
	.catch((error: unknown) => console.warn("Live updates could not be loaded.", error));
void watchOutbox.flush();
onBackOnline(() => void watchOutbox.flush());

void feed
	.then(() => import("./feed/keepFeed.ts"))
	.then(({ keepFeed }) => keepFeed(homeFeeds.forYou))
	// A reload then asks for the feed.
	.catch((error: unknown) => console.warn("What comes next is not kept.", error))
	.then(keepShell);
if (localStorage.getItem(RESTORES_KEY)) {
	import("./own/ownVideos.ts").then(
		({ resumeRestores }) => resumeRestores(),
		(error: unknown) => console.warn("What was brought back is not known to be.", error),
	);
}
if (localStorage.getItem(UNFINISHED_KEY)) {
	import("./studio/uploads.ts").then(
		({ uploads }) => uploads.restore(),
		() => {
			activity.value = { text: shellWords.uploadUnfinished(), short: shellWords.upload(), progress: null, needsYou: true };
		},
	);
}

// First, so that every component may refine what all share.
import "./ui/base.css";
import { render } from "preact";
import { refreshAccount } from "./account/session.ts";
import { watchOutbox } from "./feed/watching.ts";
import { App } from "./shell/App.tsx";
import { activity, UNFINISHED_KEY } from "./shell/activity.ts";
import { onBackOnline } from "./shell/connection.ts";
import { applyTheme } from "./shell/theme.ts";

applyTheme();
const root = document.getElementById("app");
if (root) render(<App />, root);

void refreshAccount();
void watchOutbox.flush();
onBackOnline(() => void watchOutbox.flush());

if (localStorage.getItem(UNFINISHED_KEY)) {
	import("./studio/uploads.ts").then(
		({ uploads }) => uploads.restore(),
		() => {
			activity.value = { text: "An upload is unfinished", short: "Upload", progress: null, needsYou: true };
		},
	);
}

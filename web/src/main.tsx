import { render } from "preact";
import { refreshAccount } from "./account/session.ts";
import { watchOutbox } from "./feed/watching.ts";
import { activity, UNFINISHED_KEY } from "./shell/activity.ts";
import { App } from "./shell/App.tsx";
import { onBackOnline } from "./shell/connection.ts";
import { applyTheme } from "./shell/theme.ts";
import "./ui/base.css";

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
			activity.value = { text: "An upload is unfinished", progress: null, needsYou: true };
		},
	);
}

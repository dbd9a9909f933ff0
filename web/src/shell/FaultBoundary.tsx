import { Component, type ComponentChildren } from "preact";
import { Notice } from "../ui/Notice.tsx";
import { isShellKept, online } from "./connection.ts";
import * as shellWords from "./shell.words.ts";

interface State {
	fault: unknown;
}

/** Keeps one broken screen from taking the rest along. */
export class FaultBoundary extends Component<{ children: ComponentChildren; place: string }, State> {
	override state: State = { fault: null };

	override componentDidCatch(fault: unknown): void {
		console.error("a screen failed", this.props.place, fault);
		this.setState({ fault });
	}
	override componentDidUpdate(before: { place: string }): void {
		if (before.place !== this.props.place && this.state.fault !== null) this.setState({ fault: null });
	}
	override render() {
		if (this.state.fault === null) return this.props.children;
		// Without a connection there may be nothing to reload: the browser's own page of faults would take the place of all that is held.
		const canReload = online.value || isShellKept();
		const reload = (
			<button type="button" class="button button--primary" disabled={!canReload} onClick={() => location.reload()}>
				{shellWords.reload()}
			</button>
		);
		return (
			<Notice isScreen title={shellWords.stopped()} action={reload}>
				{canReload ? shellWords.stoppedNote() : shellWords.stoppedOffline()}
			</Notice>
		);
	}
}

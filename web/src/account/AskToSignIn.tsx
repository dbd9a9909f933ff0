import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { lazySheet } from "../shell/lazySheet.tsx";
import { askedToSignIn, forgetWanted } from "./session.ts";

/** On the way from the sheet to an account. */
const SIGNING_IN = /^\/(signup|login|interests)\b/;

const SignInSheet = lazySheet(async () => (await import("./SignInSheet.tsx")).SignInSheet);
export const preloadSignIn = (): void => SignInSheet.preload();

/** Asks a guest to sign in wherever something needs an account. */
export function AskToSignIn() {
	const [path] = useLocation();
	const reason = askedToSignIn.value;
	const isSigningIn = SIGNING_IN.test(path);
	useEffect(() => {
		if (!isSigningIn) return;
		return forgetWanted;
	}, [isSigningIn]);
	const close = () => {
		askedToSignIn.value = null;
	};
	return reason === null ? null : <SignInSheet reason={reason} onClose={close} />;
}

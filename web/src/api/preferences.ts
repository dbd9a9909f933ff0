import type { CallInput } from "../../../contracts/call.ts";
import type * as contract from "../../../contracts/preferences.ts";
import { call } from "./request.ts";

export type { FeedPreferences, MuteScope } from "../../../contracts/preferences.ts";
export type PreferencesChange = CallInput<typeof contract.changeFeedPreferences>["body"];

export const readPreferences = () => call<typeof contract.feedPreferences>("GET", "/api/v1/feed/preferences", {});
export const changePreferences = (body: PreferencesChange) =>
	call<typeof contract.changeFeedPreferences>("PATCH", "/api/v1/feed/preferences", { body });

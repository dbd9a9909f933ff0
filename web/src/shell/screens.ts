import { lazyScreen } from "./lazyScreen.tsx";

/** Screens that are one step from the feed; all others are in `roomScreens.ts`. */
export const StudioScreen = lazyScreen(async () => (await import("../studio/StudioScreen.tsx")).StudioScreen);
export const ProfileScreen = lazyScreen(async () => (await import("../profile/ProfileScreen.tsx")).ProfileScreen);
export const ProfilePlayerScreen = lazyScreen(async () => (await import("../profile/ProfilePlayerScreen.tsx")).ProfilePlayerScreen);
export const VideoScreen = lazyScreen(async () => (await import("../profile/VideoScreen.tsx")).VideoScreen);
export const SignUpScreen = lazyScreen(async () => (await import("../account/SignUpScreen.tsx")).SignUpScreen);
export const LogInScreen = lazyScreen(async () => (await import("../account/LogInScreen.tsx")).LogInScreen);
export const SettingsScreen = lazyScreen(async () => (await import("../account/SettingsScreen.tsx")).SettingsScreen);
export const InboxScreen = lazyScreen(async () => (await import("../inbox/InboxScreen.tsx")).InboxScreen);
export const ExploreScreen = lazyScreen(async () => (await import("../explore/ExploreScreen.tsx")).ExploreScreen);
export const ExplorePlayerScreen = lazyScreen(async () => (await import("../explore/ExplorePlayerScreen.tsx")).ExplorePlayerScreen);
export const MessagesScreen = lazyScreen(async () => (await import("../messages/MessagesScreen.tsx")).MessagesScreen);
export const PeopleRoom = lazyScreen(async () => (await import("../people/PeopleRoom.tsx")).PeopleRoom);
export const OwnVideoSheet = lazyScreen(async () => (await import("../own/OwnVideoSheet.tsx")).OwnVideoSheet);
export const ReportSheet = lazyScreen(async () => (await import("../reports/ReportSheet.tsx")).ReportSheet);
export const ReminderSheet = lazyScreen(async () => (await import("../age/ReminderSheet.tsx")).ReminderSheet);
export const ChildAccountScreen = lazyScreen(async () => (await import("../age/ChildAccountScreen.tsx")).ChildAccountScreen);

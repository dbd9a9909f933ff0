import { lazyScreen } from "./lazyScreen.tsx";

export const StudioScreen = lazyScreen(async () => (await import("../studio/StudioScreen.tsx")).StudioScreen);
export const ProfileScreen = lazyScreen(async () => (await import("../profile/ProfileScreen.tsx")).ProfileScreen);
export const EditProfileScreen = lazyScreen(async () => (await import("../profile/EditProfileScreen.tsx")).EditProfileScreen);
export const ProfilePlayerScreen = lazyScreen(async () => (await import("../profile/ProfilePlayerScreen.tsx")).ProfilePlayerScreen);
export const VideoScreen = lazyScreen(async () => (await import("../profile/VideoScreen.tsx")).VideoScreen);
export const SignUpScreen = lazyScreen(async () => (await import("../account/SignUpScreen.tsx")).SignUpScreen);
export const LogInScreen = lazyScreen(async () => (await import("../account/LogInScreen.tsx")).LogInScreen);
export const InterestsScreen = lazyScreen(async () => (await import("../account/InterestsScreen.tsx")).InterestsScreen);
export const SettingsScreen = lazyScreen(async () => (await import("../account/SettingsScreen.tsx")).SettingsScreen);
export const InboxScreen = lazyScreen(async () => (await import("../inbox/InboxScreen.tsx")).InboxScreen);
export const ExploreScreen = lazyScreen(async () => (await import("../explore/ExploreScreen.tsx")).ExploreScreen);
export const OpsScreen = lazyScreen(async () => (await import("../ops/OpsScreen.tsx")).OpsScreen);
export const PreferencesScreen = lazyScreen(async () => (await import("../preferences/PreferencesScreen.tsx")).PreferencesScreen);
export const SavedPlayerScreen = lazyScreen(async () => (await import("../profile/SavedPlayerScreen.tsx")).SavedPlayerScreen);
export const ExplorePlayerScreen = lazyScreen(async () => (await import("../explore/ExplorePlayerScreen.tsx")).ExplorePlayerScreen);

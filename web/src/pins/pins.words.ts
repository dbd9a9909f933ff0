import { message } from "../language/message.ts";

export const takeOff = message({
	en: "Take off the top of your profile",
	de: "Oben im Profil lösen",
	es: "Quitar de lo alto de tu perfil",
	ar: "إزالة من أعلى ملفك",
	ja: "プロフィール上部から外す",
});

export const pin = message({
	en: "Pin to your profile",
	de: "Im Profil anpinnen",
	es: "Fijar en tu perfil",
	ar: "تثبيت في ملفك",
	ja: "プロフィールに固定",
});

export const atTop = message({
	en: "At the top of your profile",
	de: "Oben in deinem Profil",
	es: "En lo alto de tu perfil",
	ar: "في أعلى ملفك",
	ja: "プロフィール上部に固定しました",
});

export const notAtTop = message({
	en: "No longer at the top of your profile",
	de: "Nicht mehr oben in deinem Profil",
	es: "Ya no está en lo alto de tu perfil",
	ar: "لم يعد في أعلى ملفك",
	ja: "プロフィール上部から外しました",
});

import { message } from "../language/message.ts";

export const title = message({
	en: "Your account is closed",
	de: "Dein Konto ist geschlossen",
	es: "Tu cuenta está cerrada",
	ar: "حسابك مغلق",
	ja: "アカウントは閉じられています",
});

export const lead = message({
	en: "We believe you are younger than {years}. Reelay is for people of {years} and older, so nobody sees your account or your videos any more.",
	de: "Wir glauben, dass du jünger als {years} bist. Reelay ist ab {years}, deshalb sieht niemand mehr dein Konto und deine Videos.",
	es: "Creemos que tienes menos de {years} años. Reelay es a partir de {years}, así que nadie ve ya tu cuenta ni tus vídeos.",
	ar: "نعتقد أنك أصغر من {years} عامًا. ريلاي لمن هم في {years} فأكثر، لذلك لم يعد أحد يرى حسابك أو فيديوهاتك.",
	ja: "{years}歳未満と判断しました。Reelayは{years}歳以上の方が対象のため、アカウントと動画は誰にも表示されません。",
});

export const erasedOn = message({
	en: "On {day} everything is erased, unless you appeal before.",
	de: "Am {day} wird alles gelöscht, wenn du vorher keinen Widerspruch einlegst.",
	es: "El {day} se borrará todo, a menos que recurras antes.",
	ar: "في {day} يُمحى كل شيء ما لم تعترض قبل ذلك.",
	ja: "{day}までに異議申し立てがなければ、すべて消去されます。",
});

export const erasedOnAfterAppeal = message({
	en: "Your appeal was turned down. On {day} everything is erased.",
	de: "Dein Widerspruch wurde abgelehnt. Am {day} wird alles gelöscht.",
	es: "Tu recurso fue rechazado. El {day} se borrará todo.",
	ar: "رُفض اعتراضك. في {day} يُمحى كل شيء.",
	ja: "異議申し立ては認められませんでした。{day}にすべて消去されます。",
});

export const waits = message({
	en: "You appealed. Nothing is erased until somebody else has looked at it.",
	de: "Du hast Widerspruch eingelegt. Es wird nichts gelöscht, bis jemand anderes es geprüft hat.",
	es: "Has recurrido. No se borra nada hasta que otra persona lo revise.",
	ar: "لقد اعترضت. لن يُمحى شيء حتى يراجعه شخص آخر.",
	ja: "異議申し立てを受け付けました。別の担当者が確認するまで何も消去されません。",
});

export const takeAlong = message({
	en: "Download your data",
	de: "Daten herunterladen",
	es: "Descargar tus datos",
	ar: "نزّل بياناتك",
	ja: "データをダウンロード",
});

export const eraseNow = message({
	en: "Delete it now",
	de: "Jetzt löschen",
	es: "Eliminarla ahora",
	ar: "احذفه الآن",
	ja: "今すぐ削除",
});

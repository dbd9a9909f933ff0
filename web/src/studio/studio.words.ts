import { message } from "../language/message.ts";

export const fewSecondsLeft = message({
	en: "a few seconds left",
	de: "noch ein paar Sekunden",
	es: "quedan unos segundos",
	ar: "بقيت بضع ثوانٍ",
	ja: "残り数秒",
});

export const secondsLeft = message({
	en: { one: "about {count} second left", other: "about {count} seconds left" },
	de: { one: "noch etwa {count} Sekunde", other: "noch etwa {count} Sekunden" },
	es: { one: "queda {count} segundo", other: "quedan unos {count} segundos" },
	ar: {
		zero: "بقيت ثوانٍ",
		one: "بقيت ثانية تقريبًا",
		two: "بقيت ثانيتان تقريبًا",
		few: "بقيت {count} ثوانٍ تقريبًا",
		many: "بقيت {count} ثانية تقريبًا",
		other: "بقيت {count} ثانية تقريبًا",
	},
	ja: { other: "残り約{count}秒" },
});

export const minutesLeft = message({
	en: { one: "about a minute left", other: "about {count} minutes left" },
	de: { one: "noch etwa eine Minute", other: "noch etwa {count} Minuten" },
	es: { one: "queda un minuto aproximadamente", other: "quedan unos {count} minutos" },
	ar: {
		zero: "بقي أقل من دقيقة",
		one: "بقيت دقيقة تقريبًا",
		two: "بقيت دقيقتان تقريبًا",
		few: "بقيت {count} دقائق تقريبًا",
		many: "بقيت {count} دقيقة تقريبًا",
		other: "بقيت {count} دقيقة تقريبًا",
	},
	ja: { other: "残り約{count}分" },
});

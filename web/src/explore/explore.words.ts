import { message } from "../language/message.ts";

export const risingNow = message({
	en: "Rising now",
	de: "Gerade im Kommen",
	es: "En auge ahora",
	ar: "رائج الآن",
	ja: "いま急上昇",
});

export const where = message({
	en: "Where it rises",
	de: "Wo es im Kommen ist",
	es: "Dónde está en auge",
	ar: "مكان الرواج",
	ja: "急上昇の地域",
});

export const everywhere = message({
	en: "Everywhere",
	de: "Überall",
	es: "En todas partes",
	ar: "في كل مكان",
	ja: "すべての地域",
});

export const hashtags = message({
	en: "Hashtags",
	de: "Hashtags",
	es: "Hashtags",
	ar: "الوسوم",
	ja: "ハッシュタグ",
});

export const allSounds = message({
	en: "All sounds",
	de: "Alle Sounds",
	es: "Todos los sonidos",
	ar: "كل الأصوات",
	ja: "すべてのサウンド",
});

export const peopleToFollow = message({
	en: "People to follow",
	de: "Leute zum Folgen",
	es: "Personas a las que seguir",
	ar: "أشخاص تتابعهم",
	ja: "おすすめのユーザー",
});

export const popular = message({
	en: "Popular",
	de: "Beliebt",
	es: "Popular",
	ar: "شائع",
	ja: "人気の動画",
});

export const newVideos = message({
	en: {
		one: "{count} new video in an hour",
		other: "{count} new videos in an hour",
	},
	de: {
		one: "{count} neues Video in einer Stunde",
		other: "{count} neue Videos in einer Stunde",
	},
	es: {
		one: "{count} vídeo nuevo en una hora",
		other: "{count} vídeos nuevos en una hora",
	},
	ar: {
		zero: "لا فيديوهات جديدة خلال ساعة",
		one: "فيديو جديد واحد خلال ساعة",
		two: "فيديوهان جديدان خلال ساعة",
		few: "{count} فيديوهات جديدة خلال ساعة",
		many: "{count} فيديو جديدًا خلال ساعة",
		other: "{count} فيديو جديد خلال ساعة",
	},
	ja: {
		other: "1時間に新着{count}本",
	},
});

export const watching = message({
	en: {
		one: "{count} person watched in an hour",
		other: "{count} people watched in an hour",
	},
	de: {
		one: "{count} Person hat in einer Stunde zugesehen",
		other: "{count} Leute haben in einer Stunde zugesehen",
	},
	es: {
		one: "{count} persona lo vio en una hora",
		other: "{count} personas lo vieron en una hora",
	},
	ar: {
		zero: "لم يشاهده أحد خلال ساعة",
		one: "شاهده شخص واحد خلال ساعة",
		two: "شاهده شخصان خلال ساعة",
		few: "شاهده {count} أشخاص خلال ساعة",
		many: "شاهده {count} شخصًا خلال ساعة",
		other: "شاهده {count} شخص خلال ساعة",
	},
	ja: {
		other: "1時間に{count}人が視聴",
	},
});

export const topicWith = message({
	en: "Also {tags}",
	de: "Auch {tags}",
	es: "También {tags}",
	ar: "وأيضًا {tags}",
	ja: "{tags}も",
});

export const quiet = message({
	en: "Quiet here",
	de: "Ganz still hier",
	es: "Todo tranquilo por aquí",
	ar: "الهدوء يعم المكان",
	ja: "まだ静かです",
});

export const nobodyPosted = message({
	en: "Nobody has posted anything yet. The first video could be yours.",
	de: "Noch hat niemand etwas gepostet. Das erste Video könnte deins sein.",
	es: "Nadie ha publicado nada todavía. El primer vídeo podría ser el tuyo.",
	ar: "لم ينشر أحد شيئًا بعد. قد يكون أول فيديو لك.",
	ja: "まだ投稿がありません。最初の動画を投稿してみましょう。",
});

export const loadingVideos = message({
	en: "Loading videos",
	de: "Videos werden geladen",
	es: "Cargando vídeos",
	ar: "جارٍ تحميل الفيديوهات",
	ja: "動画を読み込んでいます",
});

export const backToExplore = message({
	en: "Back to Explore",
	de: "Zurück zu Entdecken",
	es: "Volver a Explorar",
	ar: "العودة إلى الاستكشاف",
	ja: "「発見」に戻る",
});

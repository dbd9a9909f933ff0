import { message } from "../language/message.ts";

export const truncated = message({
	en: "This video is incomplete: its end is missing. Upload the original file again.",
	de: "Dieses Video ist unvollständig: Das Ende fehlt. Lade die Originaldatei noch einmal hoch.",
	es: "Este vídeo está incompleto: falta el final. Vuelve a subir el archivo original.",
	ar: "هذا الفيديو غير مكتمل: نهايته مفقودة. ارفع الملف الأصلي من جديد.",
	ja: "この動画は途中で切れています。元のファイルをもう一度アップロードしてください。",
});

export const tooShort = message({
	en: "This video is shorter than one second. Choose a longer one.",
	de: "Dieses Video ist kürzer als eine Sekunde. Wähl ein längeres.",
	es: "Este vídeo dura menos de un segundo. Elige uno más largo.",
	ar: "هذا الفيديو أقصر من ثانية. اختر فيديو أطول.",
	ja: "この動画は1秒より短いです。もっと長い動画を選んでください。",
});

export const tooLong = message({
	en: "This video is longer than ten minutes. Cut it and upload the part you want.",
	de: "Dieses Video ist länger als zehn Minuten. Kürz es und lade den Teil hoch, den du willst.",
	es: "Este vídeo dura más de diez minutos. Córtalo y sube la parte que quieras.",
	ar: "هذا الفيديو أطول من عشر دقائق. اقتطع الجزء الذي تريده وارفعه.",
	ja: "この動画は10分を超えています。必要な部分を切り出してアップロードしてください。",
});

export const tooManyFrames = message({
	en: "This video has too many pictures. Make it shorter or export it with fewer pictures a second.",
	de: "Dieses Video hat zu viele Bilder. Kürz es oder exportier es mit weniger Bildern pro Sekunde.",
	es: "Este vídeo tiene demasiados fotogramas. Acórtalo o expórtalo con menos fotogramas por segundo.",
	ar: "في هذا الفيديو إطارات كثيرة جدًا. قصّره أو صدّره بعدد إطارات أقل في الثانية.",
	ja: "コマ数が多すぎます。短くするか、フレームレートを下げて書き出してください。",
});

export const noPicture = message({
	en: "There is no moving picture in this file that can be read. Choose a video, or export it again as MP4.",
	de: "In dieser Datei ist kein lesbares bewegtes Bild. Wähl ein Video oder exportier es noch einmal als MP4.",
	es: "Este archivo no tiene imagen en movimiento que se pueda leer. Elige un vídeo o expórtalo de nuevo como MP4.",
	ar: "لا توجد صورة متحركة مقروءة في هذا الملف. اختر فيديو، أو صدّره من جديد بصيغة MP4.",
	ja: "読み取れる映像がありません。動画を選ぶか、MP4で書き出し直してください。",
});

export const unsupportedCodec = message({
	en: "This kind of video can't be read here. Export it as MP4 (H.264) and upload that.",
	de: "Diese Art Video lässt sich hier nicht lesen. Exportier es als MP4 (H.264) und lade das hoch.",
	es: "Este tipo de vídeo no se puede leer aquí. Expórtalo como MP4 (H.264) y súbelo.",
	ar: "لا يمكن قراءة هذا النوع من الفيديو هنا. صدّره بصيغة MP4 (H.264) وارفعه.",
	ja: "この形式の動画は読み取れません。MP4（H.264）で書き出してアップロードしてください。",
});

export const tooManyPixels = message({
	en: "This video's picture is too large. Export it in 4K or smaller.",
	de: "Das Bild dieses Videos ist zu groß. Exportier es in 4K oder kleiner.",
	es: "La imagen de este vídeo es demasiado grande. Expórtalo en 4K o menos.",
	ar: "صورة هذا الفيديو كبيرة جدًا. صدّره بدقة 4K أو أقل.",
	ja: "映像が大きすぎます。4K以下で書き出してください。",
});

export const notAVideo = message({
	en: "This file isn't a video we can read. Choose an MP4, MOV or WebM video.",
	de: "Diese Datei ist kein Video, das wir lesen können. Wähl ein Video in MP4, MOV oder WebM.",
	es: "Este archivo no es un vídeo que podamos leer. Elige uno en MP4, MOV o WebM.",
	ar: "هذا الملف ليس فيديو يمكننا قراءته. اختر فيديو MP4 أو MOV أو WebM.",
	ja: "読み取れる動画ではありません。MP4、MOV、WebMの動画を選んでください。",
});

export const tooManyStreams = message({
	en: "This file holds too many pictures and sounds at once. Export it with one of each.",
	de: "Diese Datei enthält zu viele Bild- und Tonspuren. Exportier sie mit je einer.",
	es: "Este archivo tiene demasiadas pistas de imagen y sonido. Expórtalo con una de cada.",
	ar: "في هذا الملف مسارات صورة وصوت كثيرة جدًا. صدّره بمسار واحد من كلٍّ منهما.",
	ja: "映像や音声のトラックが多すぎます。1つずつにして書き出してください。",
});

export const unprocessable = message({
	en: "This video can't be processed. Export it again from your camera or editor as MP4 (H.264) and upload that.",
	de: "Dieses Video lässt sich nicht verarbeiten. Exportier es noch einmal aus Kamera oder Schnittprogramm als MP4 (H.264) und lade das hoch.",
	es: "Este vídeo no se puede procesar. Expórtalo de nuevo desde tu cámara o editor como MP4 (H.264) y súbelo.",
	ar: "لا يمكن معالجة هذا الفيديو. صدّره من جديد من الكاميرا أو المحرر بصيغة MP4 (H.264) وارفعه.",
	ja: "この動画は処理できません。カメラや編集アプリからMP4（H.264）で書き出し直してください。",
});

export const originalChanged = message({
	en: "The file changed after it was uploaded. Upload it again.",
	de: "Die Datei hat sich nach dem Hochladen geändert. Lade sie noch einmal hoch.",
	es: "El archivo cambió después de subirlo. Vuelve a subirlo.",
	ar: "تغيّر الملف بعد رفعه. ارفعه من جديد.",
	ja: "アップロード後にファイルが変わりました。もう一度アップロードしてください。",
});

export const sizeMismatch = message({
	en: "The file that arrived isn't as long as the one that was announced. Upload it again.",
	de: "Die Datei kam nicht in der angekündigten Länge an. Lade sie noch einmal hoch.",
	es: "El archivo recibido no mide lo anunciado. Vuelve a subirlo.",
	ar: "وصل الملف بطول غير المعلن. ارفعه من جديد.",
	ja: "届いたファイルの長さが合いません。もう一度アップロードしてください。",
});

export const damaged = message({
	en: "Part of this video is missing or damaged. Upload the original file again.",
	de: "Ein Teil dieses Videos fehlt oder ist beschädigt. Lade die Originaldatei noch einmal hoch.",
	es: "Falta o está dañada una parte de este vídeo. Vuelve a subir el archivo original.",
	ar: "جزء من هذا الفيديو مفقود أو تالف. ارفع الملف الأصلي من جديد.",
	ja: "動画の一部が欠けているか壊れています。元のファイルをもう一度アップロードしてください。",
});

export const ourFault = message({
	en: "Something went wrong on our side. Try again: the file is kept.",
	de: "Bei uns ist etwas schiefgegangen. Versuch es noch einmal: Die Datei ist noch da.",
	es: "Algo ha fallado por nuestra parte. Inténtalo de nuevo: guardamos el archivo.",
	ar: "حدث خطأ من جانبنا. حاول مجددًا: الملف محفوظ.",
	ja: "こちらで問題が起きました。ファイルは残っています。もう一度お試しください。",
});

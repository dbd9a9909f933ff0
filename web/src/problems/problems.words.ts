import { message } from "../language/message.ts";

export const invalidRequest = message({
	en: "The request can't be read. Reload the page and try again.",
	de: "Die Anfrage ist nicht lesbar. Lade die Seite neu und versuch es noch einmal.",
	es: "No se puede leer la solicitud. Recarga la página e inténtalo de nuevo.",
	ar: "تعذّرت قراءة الطلب. أعد تحميل الصفحة وحاول مجددًا.",
	ja: "リクエストを読み取れません。ページを再読み込みしてもう一度お試しください。",
});

export const unauthenticated = message({
	en: "Sign in to do this, or make an account: it takes a minute.",
	de: "Melde dich dafür an oder erstell ein Konto: Es dauert eine Minute.",
	es: "Inicia sesión para hacerlo o crea una cuenta: es un minuto.",
	ar: "سجّل الدخول لذلك أو أنشئ حسابًا: لن يستغرق سوى دقيقة.",
	ja: "ログインするか、アカウントを作成してください。1分で完了します。",
});

export const notPublic = message({
	en: "Not everyone may see this. Send people the link instead.",
	de: "Das dürfen nicht alle sehen. Schick stattdessen den Link.",
	es: "No todo el mundo puede ver esto. Envía el enlace.",
	ar: "لا يُسمح للجميع برؤية هذا. أرسل الرابط بدلًا من ذلك.",
	ja: "全員に公開されていません。代わりにリンクを送ってください。",
});

export const badCredentials = message({
	en: "The user name or the password is wrong. Check both and try again.",
	de: "Nutzername oder Passwort ist falsch. Prüf beides und versuch es noch einmal.",
	es: "El usuario o la contraseña no son correctos. Revísalos e inténtalo de nuevo.",
	ar: "اسم المستخدم أو كلمة المرور غير صحيحة. تحقق منهما وحاول مجددًا.",
	ja: "ユーザー名またはパスワードが違います。確認してもう一度お試しください。",
});

export const forbidden = message({
	en: "This isn't allowed.",
	de: "Das ist nicht erlaubt.",
	es: "Esto no está permitido.",
	ar: "هذا غير مسموح.",
	ja: "この操作は許可されていません。",
});

export const notAllowed = message({
	en: "This isn't yours to do here.",
	de: "Das darfst du hier nicht.",
	es: "Aquí no puedes hacer esto.",
	ar: "لا يمكنك فعل هذا هنا.",
	ja: "ここではこの操作はできません。",
});

export const wrongPassword = message({
	en: "This isn't your password. Check it and try again.",
	de: "Das ist nicht dein Passwort. Prüf es und versuch es noch einmal.",
	es: "Esa no es tu contraseña. Revísala e inténtalo de nuevo.",
	ar: "هذه ليست كلمة مرورك. تحقق منها وحاول مجددًا.",
	ja: "パスワードが違います。確認してもう一度お試しください。",
});

export const csrfRejected = message({
	en: "This request came from another site and was refused. Open Reelay itself and try again.",
	de: "Diese Anfrage kam von einer anderen Seite und wurde abgelehnt. Öffne Reelay selbst und versuch es noch einmal.",
	es: "La solicitud venía de otro sitio y se ha rechazado. Abre Reelay e inténtalo de nuevo.",
	ar: "جاء الطلب من موقع آخر ورُفض. افتح Reelay نفسه وحاول مجددًا.",
	ja: "他のサイトからのリクエストのため拒否されました。Reelayを開いてもう一度お試しください。",
});

export const ageRestricted = message({
	en: "This account is closed because of age. Open it to appeal, to take your data along, or to delete it.",
	de: "Dieses Konto ist wegen des Alters geschlossen. Öffne es, um Widerspruch einzulegen, deine Daten mitzunehmen oder es zu löschen.",
	es: "Esta cuenta está cerrada por edad. Ábrela para recurrir, llevarte tus datos o eliminarla.",
	ar: "هذا الحساب مغلق بسبب العمر. افتحه لتعترض أو تأخذ بياناتك أو تحذفه.",
	ja: "年齢のためこのアカウントは閉じられています。開くと異議申し立て、データの取得、削除ができます。",
});

export const accountSuspended = message({
	en: "This account is suspended. Log in on the site to read why, and to appeal.",
	de: "Dieses Konto ist gesperrt. Melde dich auf der Website an: Dort steht, warum, und du kannst Widerspruch einlegen.",
	es: "Esta cuenta está suspendida. Inicia sesión en el sitio para leer por qué y recurrir.",
	ar: "هذا الحساب موقوف. سجّل الدخول في الموقع لتقرأ السبب وتعترض.",
	ja: "このアカウントは停止されています。サイトでログインすると、理由の確認と異議申し立てができます。",
});

export const accountPrivate = message({
	en: "This account is private. Ask to follow it; once you are accepted, you see all there is.",
	de: "Dieses Konto ist privat. Frag an, ob du folgen darfst; nach dem Ja siehst du alles.",
	es: "Esta cuenta es privada. Pide seguirla; cuando te acepten, lo verás todo.",
	ar: "هذا الحساب خاص. اطلب متابعته، وبعد القبول سترى كل شيء.",
	ja: "このアカウントは非公開です。フォローをリクエストし、承認されると見られます。",
});

export const downloadNotAllowed = message({
	en: "This video isn't to be downloaded. Save it to a collection, or send people its link.",
	de: "Dieses Video darf nicht heruntergeladen werden. Sichere es in einer Sammlung oder schick den Link.",
	es: "Este vídeo no se puede descargar. Guárdalo en una colección o envía su enlace.",
	ar: "لا يُسمح بتنزيل هذا الفيديو. احفظه في مجموعة أو أرسل رابطه.",
	ja: "この動画はダウンロードできません。コレクションに保存するか、リンクを送ってください。",
});

export const commentsClosed = message({
	en: "You can't comment on this video.",
	de: "Dieses Video kannst du nicht kommentieren.",
	es: "No puedes comentar este vídeo.",
	ar: "لا يمكنك التعليق على هذا الفيديو.",
	ja: "この動画にはコメントできません。",
});

export const underAge = message({
	en: "You aren't old enough for Reelay yet. Come back when you are.",
	de: "Für Reelay bist du noch nicht alt genug. Komm wieder, wenn du es bist.",
	es: "Aún no tienes edad para Reelay. Vuelve cuando la tengas.",
	ar: "لم تبلغ السن المطلوبة لـ Reelay بعد. عُد عندما تبلغها.",
	ja: "Reelayを利用できる年齢に達していません。その年齢になったらまたお越しください。",
});

export const notFound = message({
	en: "This isn't here any more, or isn't yours to see.",
	de: "Das gibt es nicht mehr, oder du darfst es nicht sehen.",
	es: "Esto ya no está o no puedes verlo.",
	ar: "لم يعد هذا موجودًا أو لا يحق لك رؤيته.",
	ja: "すでにないか、表示できません。",
});

export const videoNotFound = message({
	en: "This video doesn't exist, or is no longer available to you.",
	de: "Dieses Video gibt es nicht, oder du kannst es nicht mehr sehen.",
	es: "Este vídeo no existe o ya no está disponible para ti.",
	ar: "هذا الفيديو غير موجود أو لم يعد متاحًا لك.",
	ja: "この動画は存在しないか、表示できなくなりました。",
});

export const userNotFound = message({
	en: "There is no such user. The name may have a typo.",
	de: "Diesen Nutzer gibt es nicht. Vielleicht ist der Name vertippt.",
	es: "No existe ese usuario. Puede que el nombre esté mal escrito.",
	ar: "لا يوجد مستخدم كهذا. ربما كُتب الاسم خطأً.",
	ja: "そのユーザーはいません。名前をご確認ください。",
});

export const conversationNotFound = message({
	en: "There is no such conversation, or you are not in it any more.",
	de: "Diese Unterhaltung gibt es nicht, oder du bist nicht mehr dabei.",
	es: "No existe esa conversación o ya no estás en ella.",
	ar: "لا توجد محادثة كهذه أو لم تعد فيها.",
	ja: "その会話は存在しないか、参加していません。",
});

export const messageNotFound = message({
	en: "There is no such message that you can do this to. It may have been taken back.",
	de: "Diese Nachricht gibt es nicht mehr. Vielleicht wurde sie zurückgenommen.",
	es: "Ese mensaje ya no está. Puede que se haya retirado.",
	ar: "لا توجد رسالة كهذه. ربما سُحبت.",
	ja: "そのメッセージはありません。取り消された可能性があります。",
});

export const collectionNotFound = message({
	en: "This collection doesn't exist, or is no longer shared.",
	de: "Diese Sammlung gibt es nicht, oder sie wird nicht mehr geteilt.",
	es: "Esta colección no existe o ya no se comparte.",
	ar: "هذه المجموعة غير موجودة أو لم تعد مشتركة.",
	ja: "このコレクションは存在しないか、共有が終了しました。",
});

export const uploadNotFound = message({
	en: "There is no such upload of yours. Begin a new one.",
	de: "Diesen Upload von dir gibt es nicht. Beginn einen neuen.",
	es: "No existe esa subida tuya. Empieza una nueva.",
	ar: "لا يوجد رفع كهذا لك. ابدأ رفعًا جديدًا.",
	ja: "そのアップロードはありません。新しく始めてください。",
});

export const usernameTaken = message({
	en: "This user name is taken. Try another one.",
	de: "Dieser Nutzername ist vergeben. Versuch einen anderen.",
	es: "Ese usuario ya está cogido. Prueba con otro.",
	ar: "اسم المستخدم هذا محجوز. جرّب غيره.",
	ja: "このユーザー名は使われています。別の名前をお試しください。",
});

export const usernameChangesUsed = message({
	en: "You changed your name too often lately. Try again in a few weeks.",
	de: "Du hast deinen Namen zuletzt zu oft geändert. Versuch es in ein paar Wochen wieder.",
	es: "Has cambiado tu nombre demasiadas veces. Inténtalo en unas semanas.",
	ar: "غيّرت اسمك مرات كثيرة مؤخرًا. حاول بعد بضعة أسابيع.",
	ja: "名前の変更回数の上限に達しました。数週間後にお試しください。",
});

export const emailTaken = message({
	en: "There is an account with this e-mail address. Use another one.",
	de: "Es gibt schon ein Konto mit dieser E-Mail-Adresse. Nimm eine andere.",
	es: "Ya hay una cuenta con este correo. Usa otro.",
	ar: "يوجد حساب بهذا البريد. استخدم غيره.",
	ja: "このメールアドレスのアカウントがあります。別のアドレスを使ってください。",
});

export const accountLeaving = message({
	en: "You deleted this account. For some days you can come back, and everything is as it was.",
	de: "Du hast dieses Konto gelöscht. Einige Tage lang kannst du zurückkommen, und alles ist wie vorher.",
	es: "Eliminaste esta cuenta. Durante unos días puedes volver y todo estará como antes.",
	ar: "حذفت هذا الحساب. يمكنك العودة خلال أيام وسيعود كل شيء كما كان.",
	ja: "このアカウントは削除されました。しばらくの間は復帰でき、すべて元どおりになります。",
});

export const uploadConflict = message({
	en: "This upload was begun with another file. Begin a new one for this file.",
	de: "Dieser Upload wurde mit einer anderen Datei begonnen. Beginn für diese einen neuen.",
	es: "Esta subida empezó con otro archivo. Empieza una nueva para este.",
	ar: "بدأ هذا الرفع بملف آخر. ابدأ رفعًا جديدًا لهذا الملف.",
	ja: "別のファイルで始めたアップロードです。このファイル用に新しく始めてください。",
});

export const uploadIncomplete = message({
	en: "Parts have not arrived yet. Send what is missing, then try again.",
	de: "Teile sind noch nicht angekommen. Sende, was fehlt, und versuch es noch einmal.",
	es: "Aún faltan partes. Envía lo que falta e inténtalo de nuevo.",
	ar: "لم تصل بعض الأجزاء بعد. أرسل الناقص ثم حاول مجددًا.",
	ja: "まだ届いていない部分があります。送信してからもう一度お試しください。",
});

export const uploadClosed = message({
	en: "This upload is over. Begin a new one.",
	de: "Dieser Upload ist vorbei. Beginn einen neuen.",
	es: "Esta subida ha terminado. Empieza una nueva.",
	ar: "انتهى هذا الرفع. ابدأ رفعًا جديدًا.",
	ja: "このアップロードは終了しました。新しく始めてください。",
});

export const pinsFull = message({
	en: "You have as many pinned videos as there can be. Take one of them off first.",
	de: "Mehr angepinnte Videos gehen nicht. Lös erst eins.",
	es: "No caben más vídeos fijados. Quita uno antes.",
	ar: "لا يمكن تثبيت المزيد. أزل واحدًا أولًا.",
	ja: "固定できる動画の上限です。1つ外してください。",
});

export const conversationClosed = message({
	en: "Nothing can be written here any more.",
	de: "Hier kann nichts mehr geschrieben werden.",
	es: "Aquí ya no se puede escribir.",
	ar: "لم يعد بالإمكان الكتابة هنا.",
	ja: "ここにはもう書き込めません。",
});

export const notAccepted = message({
	en: "Until they accept your request you can send a few text messages, without links. Wait for their answer.",
	de: "Bis deine Anfrage angenommen ist, gehen nur ein paar Textnachrichten ohne Links. Wart auf die Antwort.",
	es: "Hasta que acepte tu solicitud puedes enviar unos pocos mensajes de texto, sin enlaces. Espera su respuesta.",
	ar: "حتى يُقبل طلبك يمكنك إرسال بضع رسائل نصية بلا روابط. انتظر الرد.",
	ja: "リクエストが承認されるまでは、リンクなしのテキストを数件だけ送れます。返事をお待ちください。",
});

export const groupFull = message({
	en: "This group has no place left. Begin another group.",
	de: "In dieser Gruppe ist kein Platz mehr. Gründe eine andere.",
	es: "En este grupo no queda sitio. Crea otro.",
	ar: "لا مكان في هذه المجموعة. أنشئ مجموعة أخرى.",
	ja: "このグループは満員です。別のグループを作ってください。",
});

export const voiceRefused = message({
	en: "This isn't a voice note we can take. Record it once more.",
	de: "Diese Sprachnachricht können wir nicht annehmen. Nimm sie noch einmal auf.",
	es: "No podemos aceptar esta nota de voz. Grábala otra vez.",
	ar: "لا يمكننا قبول هذه الرسالة الصوتية. سجّلها مجددًا.",
	ja: "このボイスメッセージは送れません。もう一度録音してください。",
});

export const mediaNotReady = message({
	en: "The file is not there, or was sent already. Choose or record it once more.",
	de: "Die Datei ist nicht da oder schon gesendet. Wähl sie oder nimm sie noch einmal auf.",
	es: "El archivo no está o ya se envió. Elígelo o grábalo otra vez.",
	ar: "الملف غير موجود أو أُرسل بالفعل. اختره أو سجّله مجددًا.",
	ja: "ファイルがないか、送信済みです。もう一度選ぶか録音してください。",
});

export const requestsFull = message({
	en: "Too many people wait for this person's answer already. Try again another day.",
	de: "Auf diese Antwort warten schon zu viele. Versuch es an einem anderen Tag.",
	es: "Ya esperan demasiadas personas su respuesta. Inténtalo otro día.",
	ar: "ينتظر كثيرون رد هذا الشخص. حاول في يوم آخر.",
	ja: "返事待ちの人が多すぎます。別の日にお試しください。",
});

export const hashtagsFull = message({
	en: "You follow as many hashtags as there can be. Remove one first.",
	de: "Mehr Hashtags gehen nicht. Entfern erst einen.",
	es: "No puedes seguir más hashtags. Quita uno antes.",
	ar: "لا يمكنك متابعة المزيد من الوسوم. أزل واحدًا أولًا.",
	ja: "フォローできるハッシュタグの上限です。1つ外してください。",
});

export const mutesFull = message({
	en: "You muted as many people as there can be. Take somebody off the list first.",
	de: "Mehr Leute kannst du nicht stummschalten. Nimm erst jemanden von der Liste.",
	es: "No puedes silenciar a más gente. Quita a alguien de la lista antes.",
	ar: "لا يمكنك كتم المزيد. أزل أحدًا من القائمة أولًا.",
	ja: "ミュートの上限です。誰かを解除してください。",
});

export const collectionsFull = message({
	en: "There is no room for more. Remove something first.",
	de: "Hier ist kein Platz mehr. Entfern erst etwas.",
	es: "No queda sitio. Quita algo antes.",
	ar: "لا مكان للمزيد. أزل شيئًا أولًا.",
	ja: "上限に達しました。何か削除してください。",
});

export const preferencesFull = message({
	en: "You have set as much as there can be. Remove something first.",
	de: "Mehr lässt sich nicht einstellen. Entfern erst etwas.",
	es: "No se puede ajustar más. Quita algo antes.",
	ar: "بلغت الحد الأقصى. أزل شيئًا أولًا.",
	ja: "設定の上限に達しました。何か削除してください。",
});

export const feedNotPersonal = message({
	en: "Your feed doesn't learn what you like. Turn that on in the settings of your feed, then choose this.",
	de: "Dein Feed lernt nicht, was dir gefällt. Schalte das in den Feed-Einstellungen ein und wähle dann dies.",
	es: "Tu feed no aprende lo que te gusta. Actívalo en los ajustes del feed y luego elige esto.",
	ar: "صفحتك لا تتعلّم ما يعجبك. فعّل ذلك في إعدادات صفحتك ثم اختر هذا.",
	ja: "フィードは好みを学習していません。フィードの設定でオンにしてから選んでください。",
});

export const notReprocessable = message({
	en: "Trying again would end the same way. Upload it anew, exported as MP4.",
	de: "Ein neuer Versuch würde genauso enden. Exportier es als MP4 und lade es neu hoch.",
	es: "Volver a intentarlo acabaría igual. Súbelo de nuevo, exportado como MP4.",
	ar: "لن تغيّر المحاولة شيئًا. صدّره بصيغة MP4 وارفعه من جديد.",
	ja: "再試行しても同じ結果になります。MP4で書き出してアップロードし直してください。",
});

export const editExpired = message({
	en: "It is too late to change this. Remove it, and send a new one.",
	de: "Zum Ändern ist es zu spät. Entfern es und sende etwas Neues.",
	es: "Es tarde para cambiarlo. Quítalo y envía otro.",
	ar: "فات أوان التعديل. احذفه وأرسل غيره.",
	ja: "編集できる時間を過ぎました。削除して新しく送ってください。",
});

export const linkExpired = message({
	en: "This link was used before, or is too old. Ask for a new one.",
	de: "Dieser Link wurde schon benutzt oder ist zu alt. Fordere einen neuen an.",
	es: "Este enlace ya se usó o es demasiado antiguo. Pide uno nuevo.",
	ar: "استُخدم هذا الرابط من قبل أو انتهت صلاحيته. اطلب رابطًا جديدًا.",
	ja: "このリンクは使用済みか、期限切れです。新しいリンクを請求してください。",
});

export const notReady = message({
	en: "This works once the video is up.",
	de: "Das geht, sobald das Video da ist.",
	es: "Se podrá cuando el vídeo esté publicado.",
	ar: "يمكن ذلك بعد نشر الفيديو.",
	ja: "動画が公開されるとできるようになります。",
});

export const undoExpired = message({
	en: "This is gone for good: a deletion can be undone for a few seconds only.",
	de: "Das ist endgültig weg: Löschen lässt sich nur ein paar Sekunden lang rückgängig machen.",
	es: "Ya no se puede recuperar: solo se puede deshacer durante unos segundos.",
	ar: "ذهب نهائيًا: لا يمكن التراجع إلا خلال ثوانٍ.",
	ja: "元に戻せるのは数秒間だけです。完全に削除されました。",
});

export const uploadExpired = message({
	en: "This upload was begun more than a day ago and has expired. Begin a new one.",
	de: "Dieser Upload ist über einen Tag alt und abgelaufen. Beginn einen neuen.",
	es: "Esta subida empezó hace más de un día y ha caducado. Empieza una nueva.",
	ar: "بدأ هذا الرفع قبل أكثر من يوم وانتهت صلاحيته. ابدأ رفعًا جديدًا.",
	ja: "1日以上前のアップロードのため期限切れです。新しく始めてください。",
});

export const bodyTooLarge = message({
	en: "This is too much at once. Send less.",
	de: "Das ist zu viel auf einmal. Sende weniger.",
	es: "Es demasiado de una vez. Envía menos.",
	ar: "هذا كثير دفعة واحدة. أرسل أقل.",
	ja: "一度に送る量が多すぎます。減らしてください。",
});

export const fileTooLarge = message({
	en: "The file is too large. Choose a shorter or smaller one.",
	de: "Die Datei ist zu groß. Wähl eine kürzere oder kleinere.",
	es: "El archivo es demasiado grande. Elige uno más corto o más pequeño.",
	ar: "الملف كبير جدًا. اختر أقصر أو أصغر منه.",
	ja: "ファイルが大きすぎます。短いか小さいものを選んでください。",
});

export const unsupportedType = message({
	en: "This isn't a video we can read. Choose another file.",
	de: "Das ist kein Video, das wir lesen können. Wähl eine andere Datei.",
	es: "No es un vídeo que podamos leer. Elige otro archivo.",
	ar: "هذا ليس فيديو نستطيع قراءته. اختر ملفًا آخر.",
	ja: "読み取れる動画ではありません。別のファイルを選んでください。",
});

export const invalidFields = message({
	en: "Some fields need another look. Check what you entered and try again.",
	de: "Manche Felder brauchen noch einen Blick. Prüf deine Angaben und versuch es noch einmal.",
	es: "Algunos campos necesitan otra mirada. Revisa lo que has escrito e inténtalo de nuevo.",
	ar: "بعض الحقول تحتاج إلى مراجعة. تحقق مما أدخلته وحاول مجددًا.",
	ja: "入力内容を確認して、もう一度お試しください。",
});

export const pictureRefused = message({
	en: "This isn't a picture we can use. Choose another one.",
	de: "Dieses Bild können wir nicht verwenden. Wähl ein anderes.",
	es: "No podemos usar esta imagen. Elige otra.",
	ar: "لا يمكننا استخدام هذه الصورة. اختر غيرها.",
	ja: "この画像は使えません。別の画像を選んでください。",
});

export const durationOutOfRange = message({
	en: "The video is too short or too long. Trim it, or choose another one.",
	de: "Das Video ist zu kurz oder zu lang. Kürz es oder wähl ein anderes.",
	es: "El vídeo es demasiado corto o largo. Recórtalo o elige otro.",
	ar: "الفيديو قصير أو طويل جدًا. قصّه أو اختر غيره.",
	ja: "動画が短すぎるか長すぎます。調整するか別の動画を選んでください。",
});

export const sizeMismatch = message({
	en: "The file changed while it was sent. Begin the upload again.",
	de: "Die Datei hat sich beim Senden verändert. Beginn den Upload noch einmal.",
	es: "El archivo cambió mientras se enviaba. Empieza la subida otra vez.",
	ar: "تغيّر الملف أثناء الإرسال. ابدأ الرفع من جديد.",
	ja: "送信中にファイルが変わりました。アップロードをやり直してください。",
});

export const partMismatch = message({
	en: "A part of the file didn't arrive as it was. Try again.",
	de: "Ein Teil der Datei kam nicht richtig an. Versuch es noch einmal.",
	es: "Una parte del archivo no llegó bien. Inténtalo de nuevo.",
	ar: "لم يصل جزء من الملف كما هو. حاول مجددًا.",
	ja: "ファイルの一部が正しく届きませんでした。もう一度お試しください。",
});

export const dailyLimit = message({
	en: "That's the most for one day.",
	de: "Mehr geht an einem Tag nicht.",
	es: "Es el máximo para un día.",
	ar: "هذا هو الحد اليومي.",
	ja: "1日の上限に達しました。",
});

export const rateLimited = message({
	en: "That was a lot in a short time. Wait a moment, then go on.",
	de: "Das war viel in kurzer Zeit. Wart einen Moment und mach dann weiter.",
	es: "Ha sido mucho en poco tiempo. Espera un momento y sigue.",
	ar: "كان هذا كثيرًا في وقت قصير. انتظر قليلًا ثم أكمل.",
	ja: "短時間に操作が集中しました。少し待ってから続けてください。",
});

export const internal = message({
	en: "Something went wrong on our side. Try again in a moment.",
	de: "Bei uns ist etwas schiefgelaufen. Versuch es gleich noch einmal.",
	es: "Algo ha fallado por nuestra parte. Inténtalo en un momento.",
	ar: "حدث خطأ من جانبنا. حاول مجددًا بعد قليل.",
	ja: "こちらで問題が発生しました。しばらくしてからもう一度お試しください。",
});

export const pushUnavailable = message({
	en: "Nothing can be pushed from here yet. Ask whoever runs this place.",
	de: "Von hier lässt sich noch nichts pushen. Frag, wer das hier betreibt.",
	es: "Desde aquí aún no se puede enviar push. Pregunta a quien gestiona este sitio.",
	ar: "لا يمكن إرسال إشعارات فورية من هنا بعد. اسأل من يدير هذا المكان.",
	ja: "プッシュ通知はまだ使えません。運営者にお問い合わせください。",
});

export const mailUnavailable = message({
	en: "No mail can be sent from here yet, and this needs one. Ask whoever runs this place.",
	de: "Von hier lässt sich noch keine Mail senden, und das braucht eine. Frag, wer das hier betreibt.",
	es: "Desde aquí aún no se puede enviar correo, y hace falta. Pregunta a quien gestiona este sitio.",
	ar: "لا يمكن إرسال بريد من هنا بعد، وهذا يتطلبه. اسأل من يدير هذا المكان.",
	ja: "メールを送信できないため利用できません。運営者にお問い合わせください。",
});

export const unavailable = message({
	en: "This can't be done for a moment. Try again shortly.",
	de: "Das geht gerade nicht. Versuch es gleich noch einmal.",
	es: "No se puede hacer ahora. Inténtalo en un momento.",
	ar: "لا يمكن ذلك الآن. حاول بعد قليل.",
	ja: "現在利用できません。しばらくしてからもう一度お試しください。",
});

export const soundNotFound = message({
	en: "This sound isn't here any more.",
	de: "Diesen Sound gibt es hier nicht mehr.",
	es: "Este sonido ya no está aquí.",
	ar: "لم يعد هذا الصوت موجودًا.",
	ja: "この楽曲はもうありません。",
});

export const copyrightUnfit = message({
	en: "This can't be done with this video now. Look at it again in a moment.",
	de: "Das geht mit diesem Video gerade nicht. Sieh gleich noch einmal nach.",
	es: "Esto no se puede hacer ahora con este vídeo. Míralo de nuevo en un momento.",
	ar: "لا يمكن فعل هذا بهذا الفيديو الآن. انظر إليه مجددًا بعد لحظات.",
	ja: "この動画では今この操作はできません。少し待ってからもう一度ご確認ください。",
});
export const soundNotAvailable = message({
	en: "This sound can't be used here. Choose another one.",
	de: "Diesen Sound kannst du hier nicht verwenden. Wähl einen anderen.",
	es: "Este sonido no se puede usar aquí. Elige otro.",
	ar: "لا يمكن استخدام هذا الصوت هنا. اختر غيره.",
	ja: "この楽曲はここでは使えません。別の楽曲を選んでください。",
});

export const reportNotFound = message({
	en: "There is no such report of yours. Open the list of your reports again.",
	de: "Diese Meldung von dir gibt es nicht. Öffne die Liste deiner Meldungen noch einmal.",
	es: "No hay tal denuncia tuya. Abre de nuevo la lista de tus denuncias.",
	ar: "لا يوجد بلاغ كهذا لك. افتح قائمة بلاغاتك مجددًا.",
	ja: "その報告は見つかりません。「あなたの報告」を開き直してください。",
});

export const decisionNotFound = message({
	en: "There is no such decision about something of yours. Open your account standing again.",
	de: "Eine solche Entscheidung über etwas von dir gibt es nicht. Öffne den Stand deines Kontos noch einmal.",
	es: "No hay tal decisión sobre algo tuyo. Abre de nuevo el estado de tu cuenta.",
	ar: "لا يوجد قرار كهذا بشأن شيء لك. افتح حالة حسابك مجددًا.",
	ja: "その決定は見つかりません。アカウントの状態を開き直してください。",
});

export const appealNotOpen = message({
	en: "There is nothing to appeal against here: it was not decided yet, or holds no longer.",
	de: "Hier gibt es nichts, wogegen du Widerspruch einlegen kannst: Es ist noch nicht entschieden oder gilt nicht mehr.",
	es: "Aquí no hay nada que recurrir: aún no se ha decidido o ya no vale.",
	ar: "لا شيء هنا للاعتراض عليه: لم يُقرر بعد أو لم يعد ساريًا.",
	ja: "異議を申し立てる対象がありません。まだ決定されていないか、すでに無効です。",
});

export const appealExpired = message({
	en: "The time to appeal is over.",
	de: "Die Frist für einen Widerspruch ist vorbei.",
	es: "El plazo para recurrir ha terminado.",
	ar: "انتهت مدة الاعتراض.",
	ja: "異議申し立ての期限は過ぎました。",
});

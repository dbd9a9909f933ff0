import { message } from "../language/message.ts";
export const you = message({
	en: "You",
	de: "Du",
	es: "Tú",
	ar: "أنت",
	ja: "あなた",
});

export const actions = message({
	en: "Message actions",
	de: "Aktionen",
	es: "Acciones del mensaje",
	ar: "إجراءات الرسالة",
	ja: "メッセージの操作",
});

export const reactions = message({
	en: "Reactions",
	de: "Reaktionen",
	es: "Reacciones",
	ar: "التفاعلات",
	ja: "リアクション",
});

export const notPicture = message({
	en: '"{name}" isn\'t a picture. Choose a photo.',
	de: "„{name}“ ist kein Bild. Wähl ein Foto.",
	es: "«{name}» no es una imagen. Elige una foto.",
	ar: "«{name}» ليس صورة. اختر صورة.",
	ja: "「{name}」は画像ではありません。写真を選んでください。",
});

export const editMessage = message({
	en: "Edit message",
	de: "Nachricht bearbeiten",
	es: "Editar mensaje",
	ar: "تعديل الرسالة",
	ja: "メッセージを編集",
});

export const cancelEditing = message({
	en: "Cancel editing",
	de: "Bearbeiten abbrechen",
	es: "Cancelar la edición",
	ar: "إلغاء التعديل",
	ja: "編集をキャンセル",
});

export const cancelReply = message({
	en: "Cancel reply",
	de: "Antwort abbrechen",
	es: "Cancelar la respuesta",
	ar: "إلغاء الرد",
	ja: "返信をキャンセル",
});

export const sendAPhoto = message({
	en: "Send a photo",
	de: "Foto senden",
	es: "Enviar una foto",
	ar: "إرسال صورة",
	ja: "写真を送る",
});

export const photo = message({
	en: "Photo",
	de: "Foto",
	es: "Foto",
	ar: "صورة",
	ja: "写真",
});

export const messageDots = message({
	en: "Message…",
	de: "Nachricht …",
	es: "Mensaje…",
	ar: "رسالة…",
	ja: "メッセージ…",
});

export const messageField = message({
	en: "Message",
	de: "Nachricht",
	es: "Mensaje",
	ar: "رسالة",
	ja: "メッセージ",
});

export const recordVoice = message({
	en: "Record a voice note",
	de: "Sprachnachricht aufnehmen",
	es: "Grabar una nota de voz",
	ar: "تسجيل رسالة صوتية",
	ja: "ボイスメッセージを録音",
});

export const closed = message({
	en: "Nothing can be written here any more.",
	de: "Hier kann nichts mehr geschrieben werden.",
	es: "Aquí ya no se puede escribir.",
	ar: "لم يعد بالإمكان الكتابة هنا.",
	ja: "ここにはもう書き込めません。",
});

export const lockedForYou = message({
	en: "Only the group's owner and admins can write at the moment.",
	de: "Nur wer die Gruppe besitzt oder verwaltet, kann gerade schreiben.",
	es: "Ahora solo pueden escribir quien creó el grupo y los administradores.",
	ar: "لا يكتب الآن سوى مالك المجموعة ومشرفيها.",
	ja: "現在はグループのオーナーと管理者だけが書き込めます。",
});

export const settings = message({
	en: "Message settings",
	de: "Nachrichten-Einstellungen",
	es: "Ajustes de mensajes",
	ar: "إعدادات الرسائل",
	ja: "メッセージの設定",
});

export const newMessage = message({
	en: "New message",
	de: "Neue Nachricht",
	es: "Nuevo mensaje",
	ar: "رسالة جديدة",
	ja: "新規メッセージ",
});

export const requests = message({
	en: "Requests",
	de: "Anfragen",
	es: "Solicitudes",
	ar: "الطلبات",
	ja: "リクエスト",
});

export const requestsNote = message({
	en: "They don't see that you read this until you accept.",
	de: "Dass du das liest, sieht niemand, bis du annimmst.",
	es: "Nadie ve que has leído esto hasta que aceptes.",
	ar: "لا يعلمون أنك قرأت هذا حتى تقبل.",
	ja: "承認するまで、読んだことは相手に表示されません。",
});

export const searchChats = message({
	en: "Search conversations",
	de: "Unterhaltungen durchsuchen",
	es: "Buscar conversaciones",
	ar: "البحث في المحادثات",
	ja: "会話を検索",
});

export const search = message({
	en: "Search",
	de: "Suchen",
	es: "Buscar",
	ar: "بحث",
	ja: "検索",
});

export const clear = message({
	en: "Clear",
	de: "Leeren",
	es: "Borrar",
	ar: "مسح",
	ja: "消去",
});

export const noRequests = message({
	en: "No requests",
	de: "Keine Anfragen",
	es: "Sin solicitudes",
	ar: "لا طلبات",
	ja: "リクエストはありません",
});

export const noRequestsNote = message({
	en: "When somebody you don't follow writes to you, it waits here until you answer.",
	de: "Schreibt dir jemand, dem du nicht folgst, wartet es hier, bis du antwortest.",
	es: "Cuando te escriba alguien a quien no sigues, esperará aquí tu respuesta.",
	ar: "عندما يراسلك من لا تتابعه، تنتظر رسالته هنا حتى ترد.",
	ja: "フォローしていない人からのメッセージは、返事をするまでここで待ちます。",
});

export const noMessages = message({
	en: "No messages yet",
	de: "Noch keine Nachrichten",
	es: "Aún no hay mensajes",
	ar: "لا رسائل بعد",
	ja: "まだメッセージはありません",
});

export const noMessagesNote = message({
	en: "Write to somebody, or send them a clip they'd love.",
	de: "Schreib jemandem oder schick ein Video, das gefallen wird.",
	es: "Escribe a alguien o envíale un vídeo que le encante.",
	ar: "راسل أحدًا أو أرسل إليه فيديو يعجبه.",
	ja: "誰かにメッセージや、喜びそうな動画を送りましょう。",
});

export const chats = message({
	en: "Conversations",
	de: "Unterhaltungen",
	es: "Conversaciones",
	ar: "المحادثات",
	ja: "会話",
});

export const noChat = message({
	en: 'No conversation by that name. "New message" finds people.',
	de: "Keine Unterhaltung mit diesem Namen. Über „Neue Nachricht“ findest du Leute.",
	es: "No hay conversación con ese nombre. «Nuevo mensaje» encuentra gente.",
	ar: "لا محادثة بهذا الاسم. «رسالة جديدة» تعثر على الأشخاص.",
	ja: "その名前の会話はありません。「新規メッセージ」で人を探せます。",
});

export const loadingChats = message({
	en: "Loading conversations",
	de: "Unterhaltungen werden geladen",
	es: "Cargando conversaciones",
	ar: "جارٍ تحميل المحادثات",
	ja: "会話を読み込み中",
});

export const muted = message({
	en: "Muted",
	de: "Stumm",
	es: "Silenciada",
	ar: "مكتومة",
	ja: "ミュート中",
});

export const unread = message({
	en: "unread",
	de: "ungelesen",
	es: "sin leer",
	ar: "غير مقروءة",
	ja: "件の未読",
});

export const searchHere = message({
	en: "Search in this conversation",
	de: "In dieser Unterhaltung suchen",
	es: "Buscar en esta conversación",
	ar: "البحث في هذه المحادثة",
	ja: "この会話を検索",
});

export const details = message({
	en: "Details",
	de: "Details",
	es: "Detalles",
	ar: "التفاصيل",
	ja: "詳細",
});

export const offlineNote = message({
	en: "You're offline. What you write is sent once you're back.",
	de: "Du bist offline. Was du schreibst, wird gesendet, sobald du zurück bist.",
	es: "No tienes conexión. Lo que escribas se enviará cuando vuelvas.",
	ar: "أنت غير متصل. سيُرسل ما تكتبه عند عودتك.",
	ja: "オフラインです。書いた内容は接続が戻ると送信されます。",
});

export const toMessages = message({
	en: "To your messages",
	de: "Zu deinen Nachrichten",
	es: "A tus mensajes",
	ar: "إلى رسائلك",
	ja: "メッセージへ",
});

export const chatNotHere = message({
	en: "This conversation isn't here",
	de: "Diese Unterhaltung ist nicht hier",
	es: "Esta conversación no está aquí",
	ar: "هذه المحادثة ليست هنا",
	ja: "この会話はありません",
});

export const chatNotHereNote = message({
	en: "You're not in it any more, or there is nobody to write to.",
	de: "Du bist nicht mehr dabei, oder es gibt niemanden zum Schreiben.",
	es: "Ya no estás en ella o no hay a quién escribir.",
	ar: "لم تعد فيها، أو لا أحد تراسله.",
	ja: "参加していないか、相手がいません。",
});

export const forAnHour = message({
	en: "For an hour",
	de: "Für eine Stunde",
	es: "Durante una hora",
	ar: "لمدة ساعة",
	ja: "1時間",
});

export const for8Hours = message({
	en: "For 8 hours",
	de: "Für 8 Stunden",
	es: "Durante 8 horas",
	ar: "لمدة ٨ ساعات",
	ja: "8時間",
});

export const forAWeek = message({
	en: "For a week",
	de: "Für eine Woche",
	es: "Durante una semana",
	ar: "لمدة أسبوع",
	ja: "1週間",
});

export const untilTurnedOn = message({
	en: "Until I turn it on again",
	de: "Bis ich sie wieder einschalte",
	es: "Hasta que lo vuelva a activar",
	ar: "حتى أعيد تشغيلها",
	ja: "自分で戻すまで",
});

export const muteMessages = message({
	en: "Mute messages",
	de: "Nachrichten stummschalten",
	es: "Silenciar mensajes",
	ar: "كتم الرسائل",
	ja: "メッセージをミュート",
});

export const leaveName = message({
	en: "Leave {name}?",
	de: "{name} verlassen?",
	es: "¿Salir de {name}?",
	ar: "مغادرة {name}؟",
	ja: "{name}を退会しますか?",
});

export const deleteChatAsk = message({
	en: "Delete this conversation?",
	de: "Diese Unterhaltung löschen?",
	es: "¿Eliminar esta conversación?",
	ar: "حذف هذه المحادثة؟",
	ja: "この会話を削除しますか?",
});

export const leaveNoMore = message({
	en: "You get no more of its messages.",
	de: "Du bekommst keine Nachrichten mehr daraus.",
	es: "Ya no recibirás sus mensajes.",
	ar: "لن تصلك رسائلها بعد الآن.",
	ja: "メッセージは届かなくなります。",
});

export const leaveSeen = message({
	en: "The others see that you left.",
	de: "Die anderen sehen, dass du gegangen bist.",
	es: "Los demás verán que has salido.",
	ar: "سيرى الآخرون أنك غادرت.",
	ja: "退会したことは他の人に表示されます。",
});

export const leaveBack = message({
	en: "You come back only when somebody asks you in, or by its link.",
	de: "Zurück kommst du nur, wenn dich jemand einlädt, oder über den Link.",
	es: "Solo volverás si alguien te invita o con el enlace.",
	ar: "لا تعود إلا بدعوة من أحدهم أو عبر الرابط.",
	ja: "戻るには、誰かの招待かリンクが必要です。",
});

export const deleteList = message({
	en: "It goes from your list, with all that was written until now.",
	de: "Sie verschwindet aus deiner Liste, mit allem, was bis jetzt geschrieben wurde.",
	es: "Desaparece de tu lista, con todo lo escrito hasta ahora.",
	ar: "تختفي من قائمتك مع كل ما كُتب حتى الآن.",
	ja: "これまでの内容とともに一覧から消えます。",
});

export const deleteOther = message({
	en: "{name} keeps what they have, and can write to you again.",
	de: "{name} behält alles und kann dir wieder schreiben.",
	es: "{name} conserva lo suyo y puede volver a escribirte.",
	ar: "يحتفظ {name} بما لديه، ويمكنه مراسلتك مجددًا.",
	ja: "{name}さんの側には残り、また送ることもできます。",
});

export const leave = message({
	en: "Leave",
	de: "Verlassen",
	es: "Salir",
	ar: "مغادرة",
	ja: "退会",
});

export const blockNote = message({
	en: "They can't write to you, nor see your videos, and you don't see theirs.",
	de: "Dir kann nicht mehr geschrieben werden, und ihr seht gegenseitig keine Videos.",
	es: "No podrá escribirte ni ver tus vídeos, y tú no verás los suyos.",
	ar: "لن يستطيع مراسلتك أو رؤية فيديوهاتك، ولن ترى فيديوهاته.",
	ja: "相手はメッセージを送れず、お互いの動画も表示されません。",
});

export const blockFollow = message({
	en: "You stop following each other.",
	de: "Ihr folgt euch nicht mehr.",
	es: "Dejáis de seguiros.",
	ar: "تتوقف المتابعة بينكما.",
	ja: "お互いのフォローが解除されます。",
});

export const profile = message({
	en: "Profile",
	de: "Profil",
	es: "Perfil",
	ar: "الملف الشخصي",
	ja: "プロフィール",
});

export const renameGroup = message({
	en: "Rename group",
	de: "Gruppe umbenennen",
	es: "Cambiar nombre del grupo",
	ar: "إعادة تسمية المجموعة",
	ja: "グループ名を変更",
});

export const addPeople = message({
	en: "Add people",
	de: "Leute hinzufügen",
	es: "Añadir personas",
	ar: "إضافة أشخاص",
	ja: "メンバーを追加",
});

export const addPeopleNote = message({
	en: "They join when they accept",
	de: "Sie sind dabei, sobald sie annehmen",
	es: "Entran cuando aceptan",
	ar: "ينضمون عند القبول",
	ja: "承認すると参加します",
});

export const unlockGroup = message({
	en: "Unlock group",
	de: "Gruppe entsperren",
	es: "Desbloquear grupo",
	ar: "فتح المجموعة",
	ja: "グループのロックを解除",
});

export const lockGroup = message({
	en: "Lock group",
	de: "Gruppe sperren",
	es: "Bloquear grupo",
	ar: "قفل المجموعة",
	ja: "グループをロック",
});

export const unlockNote = message({
	en: "Everyone can write again",
	de: "Alle können wieder schreiben",
	es: "Todos pueden volver a escribir",
	ar: "يستطيع الجميع الكتابة مجددًا",
	ja: "全員が再び書き込めます",
});

export const lockNote = message({
	en: "Only its owner and admins write",
	de: "Nur Besitz und Verwaltung schreiben",
	es: "Solo escriben quien lo creó y los administradores",
	ar: "لا يكتب سوى المالك والمشرفين",
	ja: "オーナーと管理者だけが書き込めます",
});

export const report = message({
	en: "Report",
	de: "Melden",
	es: "Denunciar",
	ar: "إبلاغ",
	ja: "報告",
});

export const leaveGroup = message({
	en: "Leave group",
	de: "Gruppe verlassen",
	es: "Salir del grupo",
	ar: "مغادرة المجموعة",
	ja: "グループを退会",
});

export const deleteChat = message({
	en: "Delete conversation",
	de: "Unterhaltung löschen",
	es: "Eliminar conversación",
	ar: "حذف المحادثة",
	ja: "会話を削除",
});

export const groupName = message({
	en: "Group name",
	de: "Name der Gruppe",
	es: "Nombre del grupo",
	ar: "اسم المجموعة",
	ja: "グループ名",
});

export const askThemIn = message({
	en: "Ask them in",
	de: "Einladen",
	es: "Invitar",
	ar: "ادعُهم",
	ja: "招待する",
});

export const activity = message({
	en: "Activity",
	de: "Aktivität",
	es: "Actividad",
	ar: "النشاط",
	ja: "アクティビティ",
});

export const joinLink = message({
	en: "Join link",
	de: "Beitrittslink",
	es: "Enlace para unirse",
	ar: "رابط الانضمام",
	ja: "参加リンク",
});

export const joinLinkNote = message({
	en: "Whoever has the link can ask to join, until you take it back.",
	de: "Wer den Link hat, kann um Aufnahme bitten, bis du ihn zurücknimmst.",
	es: "Quien tenga el enlace puede pedir entrar, hasta que lo retires.",
	ar: "من لديه الرابط يمكنه طلب الانضمام حتى تلغيه.",
	ja: "リンクを知っている人は、取り消すまで参加をリクエストできます。",
});

export const makeLink = message({
	en: "Make a link",
	de: "Link erstellen",
	es: "Crear enlace",
	ar: "إنشاء رابط",
	ja: "リンクを作成",
});

export const letEachIn = message({
	en: "You let each person in",
	de: "Du lässt jede Person einzeln herein",
	es: "Tú dejas entrar a cada persona",
	ar: "تقبل كل شخص بنفسك",
	ja: "1人ずつ承認する",
});

export const group = message({
	en: "Group",
	de: "Gruppe",
	es: "Grupo",
	ar: "مجموعة",
	ja: "グループ",
});

export const qrCode = message({
	en: "QR code",
	de: "QR-Code",
	es: "Código QR",
	ar: "رمز QR",
	ja: "QRコード",
});

export const revoke = message({
	en: "Revoke",
	de: "Zurücknehmen",
	es: "Retirar",
	ar: "إلغاء",
	ja: "取り消す",
});

export const codeOfLink = message({
	en: "Code of the link to join",
	de: "Code des Beitrittslinks",
	es: "Código del enlace para unirse",
	ar: "رمز رابط الانضمام",
	ja: "参加リンクのコード",
});

export const waitingToJoin = message({
	en: "Waiting to join",
	de: "Warten auf Aufnahme",
	es: "Esperan entrar",
	ar: "بانتظار الانضمام",
	ja: "参加待ち",
});

export const declineName = message({
	en: "Decline {displayName}",
	de: "{displayName} ablehnen",
	es: "Rechazar a {displayName}",
	ar: "رفض {displayName}",
	ja: "{displayName}さんを拒否",
});

export const decline = message({
	en: "Decline",
	de: "Ablehnen",
	es: "Rechazar",
	ar: "رفض",
	ja: "拒否",
});

export const letInName = message({
	en: "Let {displayName} in",
	de: "{displayName} hereinlassen",
	es: "Dejar entrar a {displayName}",
	ar: "قبول {displayName}",
	ja: "{displayName}さんを承認",
});

export const letIn = message({
	en: "Let in",
	de: "Hereinlassen",
	es: "Dejar entrar",
	ar: "قبول",
	ja: "承認",
});

export const joinGroup = message({
	en: "Join a group",
	de: "Gruppe beitreten",
	es: "Unirse a un grupo",
	ar: "الانضمام إلى مجموعة",
	ja: "グループに参加",
});

export const askedIn = message({
	en: "You're asked into a group",
	de: "Du bist in eine Gruppe eingeladen",
	es: "Te invitan a un grupo",
	ar: "أنت مدعو إلى مجموعة",
	ja: "グループに招待されました",
});

export const logInToJoin = message({
	en: "Log in to join",
	de: "Zum Beitreten anmelden",
	es: "Inicia sesión para unirte",
	ar: "سجّل الدخول للانضمام",
	ja: "ログインして参加",
});

export const groupsForAccounts = message({
	en: "Groups are for people with an account.",
	de: "Gruppen sind für Leute mit Konto.",
	es: "Los grupos son para quienes tienen cuenta.",
	ar: "المجموعات لأصحاب الحسابات.",
	ja: "グループはアカウントが必要です。",
});

export const linkNowhere = message({
	en: "This link leads nowhere",
	de: "Dieser Link führt ins Leere",
	es: "Este enlace no lleva a ninguna parte",
	ar: "هذا الرابط لا يقود إلى شيء",
	ja: "このリンクは無効です",
});

export const loadingGroup = message({
	en: "Loading the group",
	de: "Gruppe wird geladen",
	es: "Cargando el grupo",
	ar: "جارٍ تحميل المجموعة",
	ja: "グループを読み込み中",
});

export const openGroup = message({
	en: "Open the group",
	de: "Gruppe öffnen",
	es: "Abrir el grupo",
	ar: "فتح المجموعة",
	ja: "グループを開く",
});

export const seeRequest = message({
	en: "See the request",
	de: "Anfrage ansehen",
	es: "Ver la solicitud",
	ar: "عرض الطلب",
	ja: "リクエストを見る",
});

export const askToJoin = message({
	en: "Ask to join",
	de: "Um Aufnahme bitten",
	es: "Pedir entrar",
	ar: "طلب الانضمام",
	ja: "参加をリクエスト",
});

export const join = message({
	en: "Join",
	de: "Beitreten",
	es: "Unirse",
	ar: "انضمام",
	ja: "参加する",
});

export const joinApproval = message({
	en: "Its owner or an admin lets people in.",
	de: "Besitz oder Verwaltung lässt Leute herein.",
	es: "El creador o un administrador deja entrar a la gente.",
	ar: "المالك أو المشرف يقبل الأعضاء.",
	ja: "オーナーか管理者が承認します。",
});

export const joinFromNow = message({
	en: "You'll see what is written from now on.",
	de: "Du siehst, was ab jetzt geschrieben wird.",
	es: "Verás lo que se escriba a partir de ahora.",
	ar: "سترى ما يُكتب من الآن فصاعدًا.",
	ja: "これから書かれる内容が表示されます。",
});

export const joinWaiting = message({
	en: "You asked to join. You'll find the group in your messages once somebody lets you in.",
	de: "Du hast um Aufnahme gebeten. Die Gruppe steht in deinen Nachrichten, sobald dich jemand hereinlässt.",
	es: "Has pedido entrar. Verás el grupo en tus mensajes cuando alguien te deje pasar.",
	ar: "طلبت الانضمام. ستجد المجموعة في رسائلك بعد قبولك.",
	ja: "参加をリクエストしました。承認されるとメッセージにグループが表示されます。",
});

export const joinAsked = message({
	en: "Somebody of the group asked you in already.",
	de: "Jemand aus der Gruppe hat dich schon eingeladen.",
	es: "Alguien del grupo ya te ha invitado.",
	ar: "دعاك أحد أعضاء المجموعة بالفعل.",
	ja: "すでにグループの誰かから招待されています。",
});

export const joinMember = message({
	en: "You're in it.",
	de: "Du bist dabei.",
	es: "Ya estás dentro.",
	ar: "أنت عضو فيها.",
	ja: "参加しています。",
});

export const owner = message({
	en: "Owner",
	de: "Besitz",
	es: "Creador",
	ar: "المالك",
	ja: "オーナー",
});

export const admin = message({
	en: "Admin",
	de: "Verwaltung",
	es: "Administrador",
	ar: "مشرف",
	ja: "管理者",
});

export const members = message({
	en: "Members",
	de: "Mitglieder",
	es: "Miembros",
	ar: "الأعضاء",
	ja: "メンバー",
});

export const youMark = message({
	en: "(you)",
	de: "(du)",
	es: "(tú)",
	ar: "(أنت)",
	ja: "(あなた)",
});

export const asked = message({
	en: "Asked",
	de: "Eingeladen",
	es: "Invitado",
	ar: "مدعو",
	ja: "招待済み",
});

export const whatAbout = message({
	en: "What to do about {person}",
	de: "Optionen für {person}",
	es: "Opciones para {person}",
	ar: "خيارات {person}",
	ja: "{person}さんの操作",
});

export const noLongerAdmin = message({
	en: "No longer admin",
	de: "Verwaltung entziehen",
	es: "Quitar como administrador",
	ar: "إلغاء الإشراف",
	ja: "管理者から外す",
});

export const makeAdmin = message({
	en: "Make admin",
	de: "Zur Verwaltung machen",
	es: "Hacer administrador",
	ar: "تعيين مشرفًا",
	ja: "管理者にする",
});

export const makeOwner = message({
	en: "Make owner",
	de: "Gruppe übergeben",
	es: "Ceder el grupo",
	ar: "تعيين مالكًا",
	ja: "オーナーにする",
});

export const takeBack = message({
	en: "Take the request back",
	de: "Einladung zurücknehmen",
	es: "Retirar la invitación",
	ar: "سحب الدعوة",
	ja: "招待を取り消す",
});

export const youUnsent = message({
	en: "You unsent a message",
	de: "Du hast eine Nachricht zurückgenommen",
	es: "Has retirado un mensaje",
	ar: "سحبت رسالة",
	ja: "メッセージの送信を取り消しました",
});

export const wasUnsent = message({
	en: "This message was unsent",
	de: "Diese Nachricht wurde zurückgenommen",
	es: "Este mensaje se ha retirado",
	ar: "سُحبت هذه الرسالة",
	ja: "このメッセージは取り消されました",
});

export const voiceNote = message({
	en: "Voice note",
	de: "Sprachnachricht",
	es: "Nota de voz",
	ar: "رسالة صوتية",
	ja: "ボイスメッセージ",
});

export const messageName = message({
	en: "Message {displayName}",
	de: "{displayName} schreiben",
	es: "Escribir a {displayName}",
	ar: "مراسلة {displayName}",
	ja: "{displayName}さんにメッセージ",
});

export const loadingOlder = message({
	en: "Loading older messages",
	de: "Ältere Nachrichten werden geladen",
	es: "Cargando mensajes anteriores",
	ar: "جارٍ تحميل الرسائل الأقدم",
	ja: "過去のメッセージを読み込み中",
});

export const newMessages = message({
	en: "New messages",
	de: "Neue Nachrichten",
	es: "Mensajes nuevos",
	ar: "رسائل جديدة",
	ja: "新しいメッセージ",
});

export const toNewest = message({
	en: "To the newest message",
	de: "Zur neuesten Nachricht",
	es: "Al mensaje más reciente",
	ar: "إلى أحدث رسالة",
	ja: "最新のメッセージへ",
});

export const loadingMessages = message({
	en: "Loading messages",
	de: "Nachrichten werden geladen",
	es: "Cargando mensajes",
	ar: "جارٍ تحميل الرسائل",
	ja: "メッセージを読み込み中",
});

export const everyoneNote = message({
	en: "Whom you don't follow comes as a request",
	de: "Wem du nicht folgst, kommt als Anfrage",
	es: "A quien no sigues te llega como solicitud",
	ar: "من لا تتابعه تصلك رسالته كطلب",
	ja: "フォローしていない人からはリクエストとして届きます",
});

export const peopleWhoFollow = message({
	en: "People who follow you",
	de: "Leute, die dir folgen",
	es: "Gente que te sigue",
	ar: "من يتابعونك",
	ja: "フォロワー",
});

export const mutuals = message({
	en: "People you follow who follow you back",
	de: "Leute, denen du folgst und die dir folgen",
	es: "Gente que sigues y que te sigue",
	ar: "من تتابعهم ويتابعونك",
	ja: "相互フォローの人",
});

export const noOne = message({
	en: "No one",
	de: "Niemand",
	es: "Nadie",
	ar: "لا أحد",
	ja: "受け取らない",
});

export const settingsOfAccount = message({
	en: "These settings belong to your account.",
	de: "Diese Einstellungen gehören zu deinem Konto.",
	es: "Estos ajustes son de tu cuenta.",
	ar: "هذه الإعدادات تخص حسابك.",
	ja: "この設定にはアカウントが必要です。",
});

export const loadingSettings = message({
	en: "Loading settings",
	de: "Einstellungen werden geladen",
	es: "Cargando ajustes",
	ar: "جارٍ تحميل الإعدادات",
	ja: "設定を読み込み中",
});

export const whoWrites = message({
	en: "Who can write to you",
	de: "Wer dir schreiben darf",
	es: "Quién puede escribirte",
	ar: "من يمكنه مراسلتك",
	ja: "メッセージを送れる人",
});

export const whoAsks = message({
	en: "Who can ask you into groups",
	de: "Wer dich in Gruppen einladen darf",
	es: "Quién puede invitarte a grupos",
	ar: "من يمكنه دعوتك إلى المجموعات",
	ja: "グループに招待できる人",
});

export const circlesNote = message({
	en: "Whom you follow reaches you straight, the others wait in your requests. Whom you blocked reaches you not at all.",
	de: "Wem du folgst, erreicht dich direkt, die anderen warten in deinen Anfragen. Wen du blockiert hast, erreicht dich gar nicht.",
	es: "A quien sigues te llega directo; los demás esperan en tus solicitudes. Quien has bloqueado no te llega.",
	ar: "من تتابعه يصلك مباشرة، وغيره ينتظر في طلباتك. ومن حظرته لا يصلك إطلاقًا.",
	ja: "フォロー中の人からは直接届き、それ以外はリクエストに入ります。ブロックした人からは届きません。",
});

export const messageCopied = message({
	en: "Message copied",
	de: "Nachricht kopiert",
	es: "Mensaje copiado",
	ar: "تم نسخ الرسالة",
	ja: "メッセージをコピーしました",
});

export const copyByHand = message({
	en: "Copying isn't allowed here. Mark the text and copy it by hand.",
	de: "Kopieren ist hier nicht erlaubt. Markier den Text und kopier ihn von Hand.",
	es: "Aquí no se puede copiar. Selecciona el texto y cópialo a mano.",
	ar: "النسخ غير مسموح هنا. حدّد النص وانسخه يدويًا.",
	ja: "ここではコピーできません。テキストを選択してコピーしてください。",
});

export const react = message({
	en: "React",
	de: "Reagieren",
	es: "Reaccionar",
	ar: "تفاعل",
	ja: "リアクション",
});

export const reactWith = message({
	en: "React {emoji}",
	de: "Mit {emoji} reagieren",
	es: "Reaccionar con {emoji}",
	ar: "تفاعل بـ {emoji}",
	ja: "{emoji}でリアクション",
});

export const anotherEmoji = message({
	en: "Another emoji",
	de: "Anderes Emoji",
	es: "Otro emoji",
	ar: "رمز آخر",
	ja: "別の絵文字",
});

export const emoji = message({
	en: "Emoji",
	de: "Emoji",
	es: "Emoji",
	ar: "رمز تعبيري",
	ja: "絵文字",
});

export const anyEmoji = message({
	en: "Any emoji of your keyboard",
	de: "Jedes Emoji deiner Tastatur",
	es: "Cualquier emoji de tu teclado",
	ar: "أي رمز من لوحة مفاتيحك",
	ja: "キーボードの絵文字",
});

export const copyText = message({
	en: "Copy text",
	de: "Text kopieren",
	es: "Copiar texto",
	ar: "نسخ النص",
	ja: "テキストをコピー",
});

export const unsend = message({
	en: "Unsend",
	de: "Zurücknehmen",
	es: "Retirar",
	ar: "سحب",
	ja: "送信取り消し",
});

export const unsendNote = message({
	en: "Take back for everyone",
	de: "Für alle zurücknehmen",
	es: "Retirar para todos",
	ar: "سحب من الجميع",
	ja: "全員から取り消します",
});

export const noneOpen = message({
	en: "No conversation is open",
	de: "Keine Unterhaltung ist offen",
	es: "No hay ninguna conversación abierta",
	ar: "لا محادثة مفتوحة",
	ja: "会話が開かれていません",
});

export const yourMessages = message({
	en: "Your messages",
	de: "Deine Nachrichten",
	es: "Tus mensajes",
	ar: "رسائلك",
	ja: "メッセージ",
});

export const chooseChat = message({
	en: "Choose a conversation, or write to somebody new.",
	de: "Wähl eine Unterhaltung oder schreib jemand Neuem.",
	es: "Elige una conversación o escribe a alguien nuevo.",
	ar: "اختر محادثة أو راسل شخصًا جديدًا.",
	ja: "会話を選ぶか、新しい人に送りましょう。",
});

export const yoursOnceJoined = message({
	en: "Yours once you join",
	de: "Deins, sobald du dabei bist",
	es: "Tuyo cuando te unas",
	ar: "لك بعد انضمامك",
	ja: "登録すると使えます",
});

export const signUpOrLogIn = message({
	en: "Sign up or log in",
	de: "Registrieren oder anmelden",
	es: "Regístrate o inicia sesión",
	ar: "إنشاء حساب أو تسجيل الدخول",
	ja: "登録またはログイン",
});

export const guestNote = message({
	en: "Write to friends, send them clips, make groups.",
	de: "Schreib Freunden, schick ihnen Videos, gründe Gruppen.",
	es: "Escribe a tus amigos, envíales vídeos, crea grupos.",
	ar: "راسل أصدقاءك وأرسل إليهم الفيديوهات وأنشئ مجموعات.",
	ja: "友達にメッセージや動画を送り、グループを作りましょう。",
});

export const writeTo = message({
	en: "Write",
	de: "Schreiben",
	es: "Escribir",
	ar: "مراسلة",
	ja: "メッセージを送る",
});

export const groupAsked = message({
	en: "Each is asked first and joins when they accept.",
	de: "Alle werden erst gefragt und sind dabei, sobald sie annehmen.",
	es: "A cada persona se le pregunta antes y entra cuando acepta.",
	ar: "يُسأل كل شخص أولًا وينضم عند القبول.",
	ja: "各メンバーは承認すると参加します。",
});

export const waitingConnection = message({
	en: "Waiting for a connection",
	de: "Wartet auf Verbindung",
	es: "Esperando conexión",
	ar: "بانتظار الاتصال",
	ja: "接続待ち",
});

export const sending = message({
	en: "Sending…",
	de: "Wird gesendet …",
	es: "Enviando…",
	ar: "جارٍ الإرسال…",
	ja: "送信中…",
});

export const youOnItsWay = message({
	en: "You, on its way",
	de: "Du, unterwegs",
	es: "Tú, en camino",
	ar: "أنت، قيد الإرسال",
	ja: "あなた、送信中",
});

export const sendingPhoto = message({
	en: "Sending photo",
	de: "Foto wird gesendet",
	es: "Enviando foto",
	ar: "جارٍ إرسال الصورة",
	ja: "写真を送信中",
});

export const sendingVoice = message({
	en: "Sending voice note",
	de: "Sprachnachricht wird gesendet",
	es: "Enviando nota de voz",
	ar: "جارٍ إرسال الرسالة الصوتية",
	ja: "ボイスメッセージを送信中",
});

export const findPeople = message({
	en: "Find people",
	de: "Leute finden",
	es: "Buscar gente",
	ar: "البحث عن أشخاص",
	ja: "人を探す",
});

export const nameOrUser = message({
	en: "Name or @user name",
	de: "Name oder @Nutzername",
	es: "Nombre o @usuario",
	ar: "الاسم أو @اسم_المستخدم",
	ja: "名前または@ユーザー名",
});

export const people = message({
	en: "People",
	de: "Leute",
	es: "Gente",
	ar: "الأشخاص",
	ja: "人",
});

export const nobodyWhole = message({
	en: "Nobody by that name. Type a whole user name to find anyone.",
	de: "Niemand mit diesem Namen. Gib einen ganzen Nutzernamen ein, um alle zu finden.",
	es: "Nadie con ese nombre. Escribe un usuario completo para encontrar a cualquiera.",
	ar: "لا أحد بهذا الاسم. اكتب اسم مستخدم كاملًا للعثور على أي شخص.",
	ja: "その名前の人はいません。ユーザー名をすべて入力すると探せます。",
});

export const typeUser = message({
	en: "Type a user name to find anyone.",
	de: "Gib einen Nutzernamen ein, um alle zu finden.",
	es: "Escribe un usuario para encontrar a cualquiera.",
	ar: "اكتب اسم مستخدم للعثور على أي شخص.",
	ja: "ユーザー名を入力すると探せます。",
});

export const peopleYouKnow = message({
	en: "People you know",
	de: "Leute, die du kennst",
	es: "Gente que conoces",
	ar: "أشخاص تعرفهم",
	ja: "知り合い",
});

export const writeToName = message({
	en: "Message {displayName}",
	de: "Nachricht an {displayName}",
	es: "Mensaje a {displayName}",
	ar: "رسالة إلى {displayName}",
	ja: "{displayName}さんにメッセージ",
});

export const photoNotLoaded = message({
	en: "Photo didn't load. Try again",
	de: "Foto hat nicht geladen. Nochmal versuchen",
	es: "La foto no se ha cargado. Reintentar",
	ar: "لم تُحمَّل الصورة. إعادة المحاولة",
	ja: "写真を読み込めませんでした。再試行",
});

export const tapToTry = message({
	en: "Tap to try again",
	de: "Tippen zum Wiederholen",
	es: "Toca para reintentar",
	ar: "انقر لإعادة المحاولة",
	ja: "タップして再試行",
});

export const photoTooLarge = message({
	en: "A photo has at most {photoMaxBytes}; this one has {size}. Choose a smaller one.",
	de: "Ein Foto hat höchstens {photoMaxBytes}; dieses hat {size}. Nimm ein kleineres.",
	es: "Una foto tiene {photoMaxBytes} como máximo; esta tiene {size}. Elige una más pequeña.",
	ar: "أقصى حجم للصورة {photoMaxBytes}، وهذه {size}. اختر أصغر منها.",
	ja: "写真は{photoMaxBytes}までです(この写真は{size})。小さい写真を選んでください。",
});

export const sendPhoto = message({
	en: "Send photo",
	de: "Foto senden",
	es: "Enviar foto",
	ar: "إرسال الصورة",
	ja: "写真を送信",
});

export const asSent = message({
	en: "As it will be sent",
	de: "Wie es gesendet wird",
	es: "Como se enviará",
	ar: "كما ستُرسل",
	ja: "送信される写真",
});

export const cannotReadPicture = message({
	en: '"{name}" isn\'t a picture this browser can read. Choose another one.',
	de: "„{name}“ kann dieser Browser nicht als Bild lesen. Nimm ein anderes.",
	es: "Este navegador no puede leer «{name}» como imagen. Elige otra.",
	ar: "لا يستطيع هذا المتصفح قراءة «{name}» كصورة. اختر غيرها.",
	ja: "このブラウザでは「{name}」を読み込めません。別の画像を選んでください。",
});

export const altText = message({
	en: "Alt text",
	de: "Alternativtext",
	es: "Texto alternativo",
	ar: "نص بديل",
	ja: "代替テキスト",
});

export const altTextNote = message({
	en: "Says what is in it to people who can't see it.",
	de: "Sagt Leuten, die es nicht sehen können, was darauf ist.",
	es: "Dice qué hay en ella a quien no puede verla.",
	ar: "يصف محتواها لمن لا يستطيع رؤيتها.",
	ja: "見えない人に内容を伝えます。",
});

export const savePhoto = message({
	en: "Save photo",
	de: "Foto speichern",
	es: "Guardar foto",
	ar: "حفظ الصورة",
	ja: "写真を保存",
});

export const sent = message({
	en: "Sent",
	de: "Gesendet",
	es: "Enviado",
	ar: "تم الإرسال",
	ja: "送信済み",
});

export const seen = message({
	en: "Seen",
	de: "Gesehen",
	es: "Visto",
	ar: "تمت المشاهدة",
	ja: "既読",
});

export const delivered = message({
	en: "Delivered",
	de: "Zugestellt",
	es: "Entregado",
	ar: "تم التسليم",
	ja: "配信済み",
});

export const request = message({
	en: "Request",
	de: "Anfrage",
	es: "Solicitud",
	ar: "طلب",
	ja: "リクエスト",
});

export const accept = message({
	en: "Accept",
	de: "Annehmen",
	es: "Aceptar",
	ar: "قبول",
	ja: "承認",
});

export const searchMessages = message({
	en: "Search messages",
	de: "Nachrichten durchsuchen",
	es: "Buscar mensajes",
	ar: "البحث في الرسائل",
	ja: "メッセージを検索",
});

export const wordsToFind = message({
	en: "Words to look for",
	de: "Wörter, nach denen gesucht wird",
	es: "Palabras que buscar",
	ar: "كلمات للبحث عنها",
	ja: "検索する言葉",
});

export const found = message({
	en: "Messages found",
	de: "Gefundene Nachrichten",
	es: "Mensajes encontrados",
	ar: "الرسائل التي عُثر عليها",
	ja: "見つかったメッセージ",
});

export const nothingFound = message({
	en: "Nothing with these words. Try fewer or shorter ones.",
	de: "Nichts mit diesen Wörtern. Versuch weniger oder kürzere.",
	es: "Nada con esas palabras. Prueba con menos o más cortas.",
	ar: "لا شيء بهذه الكلمات. جرّب أقل أو أقصر منها.",
	ja: "見つかりませんでした。言葉を減らすか短くしてみてください。",
});

export const showOlder = message({
	en: "Show older",
	de: "Ältere zeigen",
	es: "Mostrar anteriores",
	ar: "عرض الأقدم",
	ja: "過去を表示",
});

export const sendTo = message({
	en: "Send to",
	de: "Senden an",
	es: "Enviar a",
	ar: "إرسال إلى",
	ja: "送信先",
});

export const chatsAndPeople = message({
	en: "Conversations and people",
	de: "Unterhaltungen und Leute",
	es: "Conversaciones y personas",
	ar: "المحادثات والأشخاص",
	ja: "会話と人",
});

export const nobodyByName = message({
	en: "Nobody by that name.",
	de: "Niemand mit diesem Namen.",
	es: "Nadie con ese nombre.",
	ar: "لا أحد بهذا الاسم.",
	ja: "その名前の人はいません。",
});

export const followFew = message({
	en: "Follow a few people, or type a user name.",
	de: "Folg ein paar Leuten oder gib einen Nutzernamen ein.",
	es: "Sigue a algunas personas o escribe un usuario.",
	ar: "تابع بعض الأشخاص أو اكتب اسم مستخدم.",
	ja: "何人かフォローするか、ユーザー名を入力してください。",
});

export const addMessage = message({
	en: "Add a message",
	de: "Nachricht hinzufügen",
	es: "Añadir un mensaje",
	ar: "إضافة رسالة",
	ja: "メッセージを追加",
});

export const addMessageDots = message({
	en: "Add a message…",
	de: "Nachricht hinzufügen …",
	es: "Añade un mensaje…",
	ar: "أضف رسالة…",
	ja: "メッセージを追加…",
});

export const videoUnavailable = message({
	en: "This video isn't available.",
	de: "Dieses Video ist nicht verfügbar.",
	es: "Este vídeo no está disponible.",
	ar: "هذا الفيديو غير متاح.",
	ja: "この動画は表示できません。",
});

export const playVideo = message({
	en: "Play video",
	de: "Video abspielen",
	es: "Reproducir vídeo",
	ar: "تشغيل الفيديو",
	ja: "動画を再生",
});

export const voiceNotPlayed = message({
	en: "This voice note can't be played right now. Try again in a moment.",
	de: "Diese Sprachnachricht lässt sich gerade nicht abspielen. Versuch es gleich noch einmal.",
	es: "Esta nota de voz no se puede reproducir ahora. Inténtalo en un momento.",
	ar: "تعذّر تشغيل الرسالة الصوتية الآن. حاول بعد قليل.",
	ja: "ボイスメッセージを再生できません。しばらくしてお試しください。",
});

export const pauseVoice = message({
	en: "Pause voice note",
	de: "Sprachnachricht anhalten",
	es: "Pausar nota de voz",
	ar: "إيقاف الرسالة الصوتية",
	ja: "ボイスメッセージを一時停止",
});

export const playVoice = message({
	en: "Play voice note",
	de: "Sprachnachricht abspielen",
	es: "Reproducir nota de voz",
	ar: "تشغيل الرسالة الصوتية",
	ja: "ボイスメッセージを再生",
});

export const voicePosition = message({
	en: "Position in the voice note",
	de: "Position in der Sprachnachricht",
	es: "Posición en la nota de voz",
	ar: "الموضع في الرسالة الصوتية",
	ja: "再生位置",
});

export const voiceSpeed = message({
	en: "Speed {value} times. Change",
	de: "Tempo {value}-fach. Ändern",
	es: "Velocidad {value}×. Cambiar",
	ar: "السرعة {value}×. تغيير",
	ja: "速度{value}倍。変更",
});

export const micDenied = message({
	en: "reelay may not use your microphone. Allow it in your browser's settings for this site, then try again.",
	de: "reelay darf dein Mikrofon nicht nutzen. Erlaub es in den Browser-Einstellungen für diese Seite und versuch es noch einmal.",
	es: "reelay no puede usar tu micrófono. Permítelo en los ajustes del navegador para este sitio e inténtalo de nuevo.",
	ar: "لا يُسمح لـ reelay باستخدام الميكروفون. اسمح به في إعدادات المتصفح لهذا الموقع ثم حاول مجددًا.",
	ja: "マイクを使用できません。ブラウザの設定で許可してから、もう一度お試しください。",
});

export const micNone = message({
	en: "No microphone was found. Connect one and try again.",
	de: "Kein Mikrofon gefunden. Schließ eins an und versuch es noch einmal.",
	es: "No se ha encontrado micrófono. Conecta uno e inténtalo de nuevo.",
	ar: "لم يُعثر على ميكروفون. صِل واحدًا وحاول مجددًا.",
	ja: "マイクが見つかりません。接続してもう一度お試しください。",
});

export const micBusy = message({
	en: "Another app is using your microphone. Close it and try again.",
	de: "Eine andere App nutzt dein Mikrofon. Schließ sie und versuch es noch einmal.",
	es: "Otra aplicación está usando tu micrófono. Ciérrala e inténtalo de nuevo.",
	ar: "تطبيق آخر يستخدم الميكروفون. أغلقه وحاول مجددًا.",
	ja: "他のアプリがマイクを使用中です。閉じてからもう一度お試しください。",
});

export const micUnsupported = message({
	en: "This browser can't record sound. Try another one.",
	de: "Dieser Browser kann keinen Ton aufnehmen. Versuch einen anderen.",
	es: "Este navegador no puede grabar sonido. Prueba con otro.",
	ar: "لا يستطيع هذا المتصفح تسجيل الصوت. جرّب غيره.",
	ja: "このブラウザでは録音できません。別のブラウザをお試しください。",
});

export const tooShort = message({
	en: "That was too short. Hold the microphone while you speak.",
	de: "Das war zu kurz. Halt das Mikrofon gedrückt, während du sprichst.",
	es: "Demasiado corto. Mantén pulsado el micrófono mientras hablas.",
	ar: "كان قصيرًا جدًا. اضغط مطوّلًا على الميكروفون أثناء الكلام.",
	ja: "短すぎます。マイクを押したまま話してください。",
});

export const recording = message({
	en: "Recording a voice note",
	de: "Sprachnachricht wird aufgenommen",
	es: "Grabando una nota de voz",
	ar: "جارٍ تسجيل رسالة صوتية",
	ja: "ボイスメッセージを録音中",
});

export const cancelVoice = message({
	en: "Cancel voice note",
	de: "Sprachnachricht verwerfen",
	es: "Cancelar nota de voz",
	ar: "إلغاء الرسالة الصوتية",
	ja: "録音をキャンセル",
});

export const slideToCancel = message({
	en: "Slide to cancel",
	de: "Zum Abbrechen schieben",
	es: "Desliza para cancelar",
	ar: "اسحب للإلغاء",
	ja: "スライドしてキャンセル",
});

export const sendVoice = message({
	en: "Send voice note",
	de: "Sprachnachricht senden",
	es: "Enviar nota de voz",
	ar: "إرسال الرسالة الصوتية",
	ja: "ボイスメッセージを送信",
});

export const someone = message({
	en: "Someone",
	de: "Jemand",
	es: "Alguien",
	ar: "أحدهم",
	ja: "誰か",
});

export const fileGone = message({
	en: "The file is gone. Choose it once more.",
	de: "Die Datei ist weg. Wähl sie noch einmal.",
	es: "El archivo ya no está. Elígelo otra vez.",
	ar: "لم يعد الملف موجودًا. اختره مرة أخرى.",
	ja: "ファイルが見つかりません。もう一度選んでください。",
});

export const sentVideo = message({
	en: "Sent a video",
	de: "Hat ein Video gesendet",
	es: "Ha enviado un vídeo",
	ar: "أرسل فيديو",
	ja: "動画を送信しました",
});

export const sentPhoto = message({
	en: "Sent a photo",
	de: "Hat ein Foto gesendet",
	es: "Ha enviado una foto",
	ar: "أرسل صورة",
	ja: "写真を送信しました",
});

export const sentVoice = message({
	en: "Sent a voice note",
	de: "Hat eine Sprachnachricht gesendet",
	es: "Ha enviado una nota de voz",
	ar: "أرسل رسالة صوتية",
	ja: "ボイスメッセージを送信しました",
});

export const unsent = message({
	en: "Message unsent",
	de: "Nachricht zurückgenommen",
	es: "Mensaje retirado",
	ar: "رسالة مسحوبة",
	ja: "取り消されたメッセージ",
});

export const asksYouToJoin = message({
	en: "Asks you to join",
	de: "Lädt dich ein",
	es: "Te invita a unirte",
	ar: "يدعوك للانضمام",
	ja: "参加の招待",
});

export const sayHello = message({
	en: "Say hello",
	de: "Sag Hallo",
	es: "Saluda",
	ar: "قل مرحبًا",
	ja: "あいさつしよう",
});

export const youSaid = message({
	en: "You: {brief}",
	de: "Du: {brief}",
	es: "Tú: {brief}",
	ar: "أنت: {brief}",
	ja: "あなた: {brief}",
});

export const isTyping = message({
	en: "{first} is typing…",
	de: "{first} schreibt …",
	es: "{first} está escribiendo…",
	ar: "{first} يكتب…",
	ja: "{first}さんが入力中…",
});

export const twoTyping = message({
	en: "{first} and {second} are typing…",
	de: "{first} und {second} schreiben …",
	es: "{first} y {second} están escribiendo…",
	ar: "{first} و{second} يكتبان…",
	ja: "{first}さんと{second}さんが入力中…",
});

export const today = message({
	en: "Today",
	de: "Heute",
	es: "Hoy",
	ar: "اليوم",
	ja: "今日",
});

export const yesterday = message({
	en: "Yesterday",
	de: "Gestern",
	es: "Ayer",
	ar: "أمس",
	ja: "昨日",
});

export const goToQuoted = message({
	en: "Go to what this answers:",
	de: "Zur beantworteten Nachricht:",
	es: "Ir al mensaje respondido:",
	ar: "اذهب إلى الرسالة الأصلية:",
	ja: "返信元へ移動:",
});

export const reactedBy = message({
	en: "{emoji} by {names}",
	de: "{emoji} von {names}",
	es: "{emoji} de {names}",
	ar: "‏{emoji} من {names}",
	ja: "{names}の{emoji}",
});

export const whoAndWhen = message({
	en: "{person}, {time}",
	de: "{person}, {time}",
	es: "{person}, {time}",
	ar: "{person}، {time}",
	ja: "{person}、{time}",
});

export const replyToYourself = message({
	en: "Reply to yourself",
	de: "Antwort an dich selbst",
	es: "Respuesta a ti",
	ar: "الرد على نفسك",
	ja: "自分に返信",
});

export const replyToName = message({
	en: "Reply to {person}",
	de: "Antwort an {person}",
	es: "Respuesta a {person}",
	ar: "الرد على {person}",
	ja: "{person}さんに返信",
});

export const untilAccepted = message({
	en: "You've written what you can until {person} accepts your request.",
	de: "Mehr kannst du erst schreiben, wenn {person} deine Anfrage annimmt.",
	es: "No puedes escribir más hasta que {person} acepte tu solicitud.",
	ar: "كتبت ما يمكنك كتابته حتى يقبل {person} طلبك.",
	ja: "{person}さんがリクエストを承認するまで、これ以上送れません。",
});

export const membersCounted = message({
	en: { one: "1 member", other: "{count} members" },
	de: { one: "1 Mitglied", other: "{count} Mitglieder" },
	es: { one: "1 miembro", other: "{count} miembros" },
	ar: { zero: "لا أعضاء", one: "عضو واحد", two: "عضوان", few: "{count} أعضاء", many: "{count} عضوًا", other: "{count} عضو" },
	ja: { other: "メンバー{count}人" },
});

export const askedPeople = message({
	en: { one: "They're asked, and join when they accept", other: "{count} people are asked" },
	de: { one: "Eingeladen, dabei nach der Annahme", other: "{count} Leute sind eingeladen" },
	es: { one: "Invitación enviada; entrará cuando acepte", other: "{count} personas invitadas" },
	ar: {
		zero: "لم يُدعَ أحد",
		one: "تمت دعوته وينضم عند القبول",
		two: "تمت دعوة شخصين",
		few: "تمت دعوة {count} أشخاص",
		many: "تمت دعوة {count} شخصًا",
		other: "تمت دعوة {count} شخص",
	},
	ja: { other: "{count}人を招待しました" },
});

export const cannotBeAsked = message({
	en: { one: "{names} can't be asked into groups by you.", other: "{names} can't be asked into groups by you." },
	de: { one: "{names} kannst du nicht in Gruppen einladen.", other: "{names} kannst du nicht in Gruppen einladen." },
	es: { one: "No puedes invitar a {names} a grupos.", other: "No puedes invitar a {names} a grupos." },
	ar: {
		zero: "لا يمكنك دعوة {names} إلى المجموعات.",
		one: "لا يمكنك دعوة {names} إلى المجموعات.",
		two: "لا يمكنك دعوة {names} إلى المجموعات.",
		few: "لا يمكنك دعوة {names} إلى المجموعات.",
		many: "لا يمكنك دعوة {names} إلى المجموعات.",
		other: "لا يمكنك دعوة {names} إلى المجموعات.",
	},
	ja: { other: "{names}をグループに招待できません。" },
});

export const makeGroupOf = message({
	en: { one: "Make a group of {count}", other: "Make a group of {count}" },
	de: { one: "Gruppe mit {count} Person gründen", other: "Gruppe mit {count} Leuten gründen" },
	es: { one: "Crear un grupo de {count}", other: "Crear un grupo de {count}" },
	ar: {
		zero: "إنشاء مجموعة",
		one: "إنشاء مجموعة من شخص",
		two: "إنشاء مجموعة من شخصين",
		few: "إنشاء مجموعة من {count} أشخاص",
		many: "إنشاء مجموعة من {count} شخصًا",
		other: "إنشاء مجموعة من {count} شخص",
	},
	ja: { other: "{count}人のグループを作る" },
});

export const getVideosLater = message({
	en: "{names} can get videos once they accept a message of yours.",
	de: "{names}: Videos erst, wenn eine Nachricht von dir angenommen ist.",
	es: "{names}: podrás enviar vídeos cuando acepte un mensaje tuyo.",
	ar: "{names}: يمكن إرسال الفيديوهات بعد قبول رسالة منك.",
	ja: "{names}には、メッセージが承認されると動画を送れます。",
});

export const sendToMany = message({
	en: { one: "Send to {count}", other: "Send to {count}" },
	de: { one: "An {count} senden", other: "An {count} senden" },
	es: { one: "Enviar a {count}", other: "Enviar a {count}" },
	ar: {
		zero: "إرسال",
		one: "إرسال إلى واحد",
		two: "إرسال إلى اثنين",
		few: "إرسال إلى {count}",
		many: "إرسال إلى {count}",
		other: "إرسال إلى {count}",
	},
	ja: { other: "{count}件に送信" },
});

export const withheld = message({
	en: "{what} · shown once you accept",
	de: "{what} · sichtbar, sobald du annimmst",
	es: "{what} · se verá cuando aceptes",
	ar: "{what} · يظهر عند القبول",
	ja: "{what}・承認すると表示されます",
});

export const newToNewest = message({
	en: { one: "{count} new, to the newest message", other: "{count} new, to the newest message" },
	de: { one: "{count} neue, zur neuesten Nachricht", other: "{count} neue, zur neuesten Nachricht" },
	es: { one: "{count} nuevo, al mensaje más reciente", other: "{count} nuevos, al mensaje más reciente" },
	ar: {
		zero: "إلى أحدث رسالة",
		one: "رسالة جديدة، إلى أحدث رسالة",
		two: "رسالتان جديدتان، إلى أحدث رسالة",
		few: "{count} جديدة، إلى أحدث رسالة",
		many: "{count} جديدة، إلى أحدث رسالة",
		other: "{count} جديدة، إلى أحدث رسالة",
	},
	ja: { other: "新着{count}件、最新のメッセージへ" },
});

export const newCounted = message({
	en: { one: "1 new message", other: "{count} new messages" },
	de: { one: "1 neue Nachricht", other: "{count} neue Nachrichten" },
	es: { one: "1 mensaje nuevo", other: "{count} mensajes nuevos" },
	ar: {
		zero: "لا رسائل جديدة",
		one: "رسالة جديدة",
		two: "رسالتان جديدتان",
		few: "{count} رسائل جديدة",
		many: "{count} رسالة جديدة",
		other: "{count} رسالة جديدة",
	},
	ja: { other: "新着メッセージ{count}件" },
});

export const sayHelloTo = message({
	en: "Say hello to {person}.",
	de: "Sag {person} Hallo.",
	es: "Saluda a {person}.",
	ar: "ألقِ التحية على {person}.",
	ja: "{person}さんにあいさつしましょう。",
});

export const requestOnly = message({
	en: "{person} doesn't follow you: your message goes to their requests. Text only, until they accept.",
	de: "{person} folgt dir nicht: Deine Nachricht landet bei den Anfragen. Nur Text, bis sie angenommen ist.",
	es: "{person} no te sigue: tu mensaje va a sus solicitudes. Solo texto, hasta que acepte.",
	ar: "‏{person} لا يتابعك: تذهب رسالتك إلى طلباته. نص فقط حتى يقبل.",
	ja: "{person}さんはあなたをフォローしていません。メッセージはリクエストに届きます。承認まではテキストのみです。",
});

export const notSent = message({
	en: "Not sent. {fault}",
	de: "Nicht gesendet. {fault}",
	es: "No enviado. {fault}",
	ar: "لم تُرسل. {fault}",
	ja: "送信できませんでした。{fault}",
});

export const openPhoto = message({
	en: "Open photo",
	de: "Foto öffnen",
	es: "Abrir foto",
	ar: "فتح الصورة",
	ja: "写真を開く",
});

export const openPhotoOf = message({
	en: "Open photo: {alt}",
	de: "Foto öffnen: {alt}",
	es: "Abrir foto: {alt}",
	ar: "فتح الصورة: {alt}",
	ja: "写真を開く: {alt}",
});

export const seenByCount = message({
	en: { one: "Seen by {count}", other: "Seen by {count}" },
	de: { one: "Gesehen von {count}", other: "Gesehen von {count}" },
	es: { one: "Visto por {count}", other: "Visto por {count}" },
	ar: {
		zero: "لم يشاهدها أحد",
		one: "شاهدها واحد",
		two: "شاهدها اثنان",
		few: "شاهدها {count}",
		many: "شاهدها {count}",
		other: "شاهدها {count}",
	},
	ja: { other: "{count}人が既読" },
});

export const seenBy = message({
	en: "Seen by {names}",
	de: "Gesehen von {names}",
	es: "Visto por {names}",
	ar: "شاهدها {names}",
	ja: "{names}が既読",
});

export const asksIn = message({
	en: "{person} asks you to join. You see what is written there once you accept.",
	de: "{person} lädt dich ein. Was dort geschrieben wird, siehst du nach der Annahme.",
	es: "{person} te invita a unirte. Verás lo que se escribe cuando aceptes.",
	ar: "يدعوك {person} للانضمام. سترى ما يُكتب هناك بعد القبول.",
	ja: "{person}さんから招待されています。承認すると内容が表示されます。",
});

export const wantsToWrite = message({
	en: "{person} wants to write to you. They don't see that you read this until you accept. Photos and links are held back.",
	de: "{person} möchte dir schreiben. Dass du das liest, sieht niemand, bis du annimmst. Fotos und Links bleiben so lange verborgen.",
	es: "{person} quiere escribirte. No verá que lo has leído hasta que aceptes. Las fotos y los enlaces quedan ocultos.",
	ar: "يريد {person} مراسلتك. لن يعلم أنك قرأت هذا حتى تقبل. الصور والروابط محجوبة.",
	ja: "{person}さんがメッセージを送りたがっています。承認するまで既読は表示されず、写真とリンクは非表示です。",
});

export const playVideoOf = message({
	en: "Play the video of",
	de: "Video abspielen von",
	es: "Reproducir el vídeo de",
	ar: "تشغيل فيديو",
	ja: "動画を再生:",
});

export const secondsLeft = message({
	en: { one: "{count} s left", other: "{count} s left" },
	de: { one: "noch {count} s", other: "noch {count} s" },
	es: { one: "queda {count} s", other: "quedan {count} s" },
	ar: {
		zero: "انتهى الوقت",
		one: "بقيت ثانية",
		two: "بقيت ثانيتان",
		few: "بقيت {count} ث",
		many: "بقيت {count} ث",
		other: "بقيت {count} ث",
	},
	ja: { other: "残り{count}秒" },
});

export const nameSaid = message({
	en: "{person}: {brief}",
	de: "{person}: {brief}",
	es: "{person}: {brief}",
	ar: "{person}: {brief}",
	ja: "{person}: {brief}",
});

export const typing = message({
	en: "typing…",
	de: "schreibt …",
	es: "escribiendo…",
	ar: "يكتب…",
	ja: "入力中…",
});

export const manyTyping = message({
	en: { one: "{count} person is typing…", other: "{count} people are typing…" },
	de: { one: "{count} Person schreibt …", other: "{count} Leute schreiben …" },
	es: { one: "{count} persona está escribiendo…", other: "{count} personas están escribiendo…" },
	ar: {
		zero: "لا أحد يكتب",
		one: "شخص يكتب…",
		two: "شخصان يكتبان…",
		few: "{count} أشخاص يكتبون…",
		many: "{count} شخصًا يكتبون…",
		other: "{count} شخص يكتبون…",
	},
	ja: { other: "{count}人が入力中…" },
});

export const youMadeGroup = message({
	en: "You made the group",
	de: "Du hast die Gruppe gegründet",
	es: "Creaste el grupo",
	ar: "أنشأتَ المجموعة",
	ja: "グループを作成しました",
});

export const madeGroup = message({
	en: "{by} made the group",
	de: "{by} hat die Gruppe gegründet",
	es: "{by} creó el grupo",
	ar: "أنشأ {by} المجموعة",
	ja: "{by}さんがグループを作成しました",
});

export const youJoined = message({
	en: "You joined",
	de: "Du bist beigetreten",
	es: "Te uniste",
	ar: "انضممتَ",
	ja: "参加しました",
});

export const joined = message({
	en: "{by} joined",
	de: "{by} ist beigetreten",
	es: "{by} se unió",
	ar: "انضم {by}",
	ja: "{by}さんが参加しました",
});

export const youLetIn = message({
	en: "You let {whom} in",
	de: "Du hast {whom} hereingelassen",
	es: "Dejaste entrar a {whom}",
	ar: "قبلتَ انضمام {whom}",
	ja: "{whom}さんを承認しました",
});

export const letYouIn = message({
	en: "{by} let you in",
	de: "{by} hat dich hereingelassen",
	es: "{by} te dejó entrar",
	ar: "قبل {by} انضمامك",
	ja: "{by}さんに承認されました",
});

export const letSomebodyIn = message({
	en: "{by} let {whom} in",
	de: "{by} hat {whom} hereingelassen",
	es: "{by} dejó entrar a {whom}",
	ar: "قبل {by} انضمام {whom}",
	ja: "{by}さんが{whom}さんを承認しました",
});

export const youLeft = message({
	en: "You left",
	de: "Du bist gegangen",
	es: "Saliste",
	ar: "غادرتَ",
	ja: "退会しました",
});

export const left = message({
	en: "{whom} left",
	de: "{whom} ist gegangen",
	es: "{whom} salió",
	ar: "غادر {whom}",
	ja: "{whom}さんが退会しました",
});

export const youRemoved = message({
	en: "You removed {whom}",
	de: "Du hast {whom} entfernt",
	es: "Quitaste a {whom}",
	ar: "أزلتَ {whom}",
	ja: "{whom}さんを削除しました",
});

export const removedYou = message({
	en: "{by} removed you",
	de: "{by} hat dich entfernt",
	es: "{by} te quitó",
	ar: "أزالك {by}",
	ja: "{by}さんに削除されました",
});

export const removed = message({
	en: "{by} removed {whom}",
	de: "{by} hat {whom} entfernt",
	es: "{by} quitó a {whom}",
	ar: "أزال {by} {whom}",
	ja: "{by}さんが{whom}さんを削除しました",
});

export const youRenamed = message({
	en: "You renamed the group",
	de: "Du hast die Gruppe umbenannt",
	es: "Cambiaste el nombre del grupo",
	ar: "غيّرتَ اسم المجموعة",
	ja: "グループ名を変更しました",
});

export const renamed = message({
	en: "{by} renamed the group",
	de: "{by} hat die Gruppe umbenannt",
	es: "{by} cambió el nombre del grupo",
	ar: "غيّر {by} اسم المجموعة",
	ja: "{by}さんがグループ名を変更しました",
});

export const youNamed = message({
	en: "You named the group {name}",
	de: "Du hast die Gruppe {name} genannt",
	es: "Llamaste al grupo {name}",
	ar: "سمّيتَ المجموعة {name}",
	ja: "グループ名を{name}にしました",
});

export const named = message({
	en: "{by} named the group {name}",
	de: "{by} hat die Gruppe {name} genannt",
	es: "{by} llamó al grupo {name}",
	ar: "سمّى {by} المجموعة {name}",
	ja: "{by}さんがグループ名を{name}にしました",
});

export const youLocked = message({
	en: "You locked the group: only its owner and admins write",
	de: "Du hast die Gruppe gesperrt: Nur Besitz und Verwaltung schreiben",
	es: "Bloqueaste el grupo: solo escriben quien lo creó y los administradores",
	ar: "قفلتَ المجموعة: لا يكتب سوى المالك والمشرفين",
	ja: "グループをロックしました。オーナーと管理者だけが書き込めます",
});

export const locked = message({
	en: "{by} locked the group: only its owner and admins write",
	de: "{by} hat die Gruppe gesperrt: Nur Besitz und Verwaltung schreiben",
	es: "{by} bloqueó el grupo: solo escriben quien lo creó y los administradores",
	ar: "قفل {by} المجموعة: لا يكتب سوى المالك والمشرفين",
	ja: "{by}さんがグループをロックしました。オーナーと管理者だけが書き込めます",
});

export const youUnlocked = message({
	en: "You unlocked the group: everyone can write",
	de: "Du hast die Gruppe entsperrt: Alle können schreiben",
	es: "Desbloqueaste el grupo: todos pueden escribir",
	ar: "فتحتَ المجموعة: يستطيع الجميع الكتابة",
	ja: "グループのロックを解除しました。全員が書き込めます",
});

export const unlocked = message({
	en: "{by} unlocked the group: everyone can write",
	de: "{by} hat die Gruppe entsperrt: Alle können schreiben",
	es: "{by} desbloqueó el grupo: todos pueden escribir",
	ar: "فتح {by} المجموعة: يستطيع الجميع الكتابة",
	ja: "{by}さんがロックを解除しました。全員が書き込めます",
});

export const youAreOwner = message({
	en: "You are the owner now",
	de: "Die Gruppe gehört jetzt dir",
	es: "Ahora el grupo es tuyo",
	ar: "أصبحتَ المالك الآن",
	ja: "オーナーになりました",
});

export const isOwner = message({
	en: "{whom} is the owner now",
	de: "Die Gruppe gehört jetzt {whom}",
	es: "Ahora el grupo es de {whom}",
	ar: "أصبح {whom} المالك الآن",
	ja: "{whom}さんがオーナーになりました",
});

export const youAreAdmin = message({
	en: "You are an admin now",
	de: "Du verwaltest die Gruppe jetzt mit",
	es: "Ahora administras el grupo",
	ar: "أصبحتَ مشرفًا الآن",
	ja: "管理者になりました",
});

export const isAdmin = message({
	en: "{whom} is an admin now",
	de: "{whom} verwaltet die Gruppe jetzt mit",
	es: "{whom} administra ahora el grupo",
	ar: "أصبح {whom} مشرفًا الآن",
	ja: "{whom}さんが管理者になりました",
});

export const youAreMember = message({
	en: "You are no longer an admin",
	de: "Du verwaltest die Gruppe nicht mehr",
	es: "Ya no administras el grupo",
	ar: "لم تعد مشرفًا",
	ja: "管理者ではなくなりました",
});

export const isMember = message({
	en: "{whom} is no longer an admin",
	de: "{whom} verwaltet die Gruppe nicht mehr",
	es: "{whom} ya no administra el grupo",
	ar: "لم يعد {whom} مشرفًا",
	ja: "{whom}さんが管理者から外れました",
});

/**
 * Decoders that what phones, browsers, recorders and editors write into MP4, MOV and Matroska needs, by FFmpeg's names: of the
 * codec, and where they differ of its decoders. The rest of FFmpeg is attack surface and is never opened.
 */
const PICTURE: Readonly<Record<string, readonly string[]>> = {
	h264: [],
	hevc: [],
	// libvpx reads the alpha channel, which FFmpeg's own decoders leave out.
	vp8: ["libvpx"],
	vp9: ["libvpx-vp9"],
	av1: ["libdav1d", "libaom-av1"],
	mpeg4: [],
	h263: [],
	mjpeg: [],
	mpeg2video: [],
	prores: [],
};

const SOUND: Readonly<Record<string, readonly string[]>> = {
	aac: [],
	mp3: ["mp3float"],
	mp2: ["mp2float"],
	mp1: ["mp1float"],
	opus: ["libopus"],
	vorbis: ["libvorbis"],
	flac: [],
	alac: [],
	ac3: [],
	eac3: [],
	dts: ["dca"],
	truehd: [],
	mlp: [],
	amr_nb: ["amrnb", "libopencore_amrnb"],
	amr_wb: ["amrwb", "libopencore_amrwb"],
	speex: ["libspeex"],
	gsm: ["libgsm"],
	gsm_ms: ["libgsm_ms"],
	ilbc: [],
	qcelp: [],
	qdm2: [],
	mace3: [],
	mace6: [],
	wavpack: [],
	tta: [],
	wmav1: [],
	wmav2: [],
	adpcm_ima_qt: [],
	adpcm_ima_wav: [],
	adpcm_ms: [],
	adpcm_swf: [],
	adpcm_yamaha: [],
	adpcm_g722: ["g722"],
	adpcm_g726: ["g726"],
	adpcm_g726le: ["g726le"],
	qdmc: [],
	nellymoser: [],
	wmapro: [],
	pcm_alaw: [],
	pcm_mulaw: [],
	...Object.fromEntries(
		["u8", "s8", "s16le", "s16be", "s24le", "s24be", "s32le", "s32be", "s64le", "s64be", "u16le", "u16be"]
			.concat(["f32le", "f32be", "f64le", "f64be", "s8_planar", "s16le_planar", "s16be_planar", "s24le_planar", "s32le_planar"])
			.map((format) => [`pcm_${format}`, []]),
	),
};

export const isPictureCodec = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(PICTURE, name);
export const isSoundCodec = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(SOUND, name);

/** All decoders that may be opened, as FFmpeg's `-codec_whitelist` takes them. */
export const DECODERS = [...Object.entries(PICTURE), ...Object.entries(SOUND)].flatMap(([codec, decoders]) => [codec, ...decoders]).join();

/** What people call codecs that are not read, where they have heard of them. */
const NAMES: Readonly<Record<string, string>> = {
	dnxhd: "Avid DNxHD",
	cfhd: "GoPro CineForm",
	qtrle: "QuickTime Animation",
	png: "PNG pictures",
	rawvideo: "uncompressed video",
	v210: "uncompressed video",
	dvvideo: "DV",
	ffv1: "FFV1",
	huffyuv: "HuffYUV",
	utvideo: "Ut Video",
	theora: "Theora",
	vc1: "Windows Media Video",
	wmv1: "Windows Media Video",
	wmv2: "Windows Media Video",
	wmv3: "Windows Media Video",
	msmpeg4v2: "MS-MPEG4",
	msmpeg4v3: "MS-MPEG4",
	mpeg1video: "MPEG-1",
	svq1: "Sorenson Video",
	svq3: "Sorenson Video",
	cinepak: "Cinepak",
	flv1: "Flash video",
	hap: "Hap",
	jpeg2000: "JPEG 2000",
	vvc: "H.266 (VVC)",
	gif: "GIF",
	wmalossless: "Windows Media Audio Lossless",
	atrac3: "ATRAC3",
	cook: "RealAudio",
	ac4: "Dolby AC-4",
	mpegh_3d_audio: "MPEG-H 3D Audio",
};

/**
 * What a stream claims to be, for a person: the codec's name, else the four letters the container gives it; null when it says
 * nothing that can be read.
 */
export function codecInWords(codec: string | undefined, tag: string | undefined): string | null {
	if (codec !== undefined && codec !== "unknown" && codec !== "none") return NAMES[codec] ?? codec;
	return tag !== undefined && /^[\w .-]{2,}$/.test(tag) ? `“${tag.trim()}”` : null;
}

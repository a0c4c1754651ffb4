package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_license;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import java.util.List;
import java.util.function.Predicate;

/** Says which libraries these are, and what of that which is needed they lack. */
final class AboutTask {
    private AboutTask() {}

    static void run(Wire wire) {
        wire.fact("version", av_version_info().getString());
        wire.fact("licence", avcodec_license().getString());
        wire.fact(
                "missing_encoders",
                missing(List.of("libopenh264", "aac"), name -> avcodec_find_encoder_by_name(name) == null));
        wire.fact(
                "missing_decoders",
                missing(
                        List.of("h264", "hevc", "vp9", "aac", "opus"),
                        name -> avcodec_find_decoder_by_name(name) == null));
    }

    private static String missing(List<String> names, Predicate<String> isMissing) {
        return String.join(" ", names.stream().filter(isMissing).toList());
    }
}

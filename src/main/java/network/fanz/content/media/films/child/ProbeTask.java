package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Says what a film is, or that it is more than is taken. */
final class ProbeTask {
    private static final long MICROS = 1_000_000;

    private ProbeTask() {}

    static void run(Wire wire, Arguments arguments) {
        Input input = Input.open(wire, arguments);
        AVStream video = input.video();
        AVCodec decoder = avcodec_find_decoder(video.codecpar().codec_id());
        if (decoder == null || decoder.isNull()) {
            throw new Refused(FilmRefusal.UNKNOWN_CODEC, "probe");
        }
        requireBounds(input, video, arguments);
        Sight sight = Sight.of(input.format(), video);
        wire.fact("millis", input.format().duration() / 1000);
        wire.fact("video", avcodec_get_name(video.codecpar().codec_id()).getString());
        wire.fact("width", sight.width());
        wire.fact("height", sight.height());
        wire.fact("quarters", sight.quarters());
        wire.fact("rate", rate(video));
        wire.fact("streams", input.format().nb_streams());
        wire.fact("bitrate", input.format().bit_rate());
        AVStream audio = input.audio();
        wire.fact(
                "audio",
                audio == null
                        ? ""
                        : avcodec_get_name(audio.codecpar().codec_id()).getString());
    }

    private static void requireBounds(Input input, AVStream video, Arguments arguments) {
        long micros = input.format().duration();
        if (micros == AV_NOPTS_VALUE || micros <= 0) {
            throw new Refused(FilmRefusal.NO_DURATION, "probe");
        }
        if (micros / MICROS > arguments.number("seconds")) {
            throw new Refused(FilmRefusal.TOO_LONG, "probe");
        }
        if (video.nb_frames() > arguments.number("frames") || rate(video) > arguments.number("rate") * 1000) {
            throw new Refused(FilmRefusal.TOO_MANY_FRAMES, "probe");
        }
    }

    /** Frames in a thousand seconds. */
    static long rate(AVStream video) {
        AVRational rate = video.avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) {
            rate = video.r_frame_rate();
        }
        return rate.num() <= 0 || rate.den() <= 0 ? 0 : 1000L * rate.num() / rate.den();
    }
}

package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Decodes what was made, all of it, and says what came out. */
final class CheckTask {
    private CheckTask() {}

    static void run(Wire wire, Arguments arguments) {
        Input input = Input.open(wire, arguments);
        AVStream video = input.video();
        AVStream audio = input.audio();
        Decoder pictures = new Decoder(video, arguments.number("pixels"));
        Decoder sound = audio == null ? null : new Decoder(audio, arguments.number("pixels"));
        List<Long> keys = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        double step = 1000.0 * video.time_base().num() / video.time_base().den();
        double last = 0;
        while (input.next(packet)) {
            if (packet.stream_index() == video.index()) {
                double at = packet.pts() * step;
                if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
                    keys.add(Math.round(at));
                }
                last = Math.max(last, at + packet.duration() * step);
                pictures.decode(packet, frame -> {});
            } else if (audio != null && sound != null && packet.stream_index() == audio.index()) {
                sound.decode(packet, frame -> {});
            }
            av_packet_unref(packet);
        }
        pictures.decode(null, frame -> {});
        wire.fact("frames", pictures.frames());
        wire.fact("damaged", pictures.damaged() + (sound == null ? 0 : sound.damaged()));
        wire.fact("sound_frames", sound == null ? 0 : sound.frames());
        wire.fact("width", video.codecpar().width());
        wire.fact("height", video.codecpar().height());
        wire.fact("millis", Math.round(last));
        // A film has a key frame every few seconds; a string on the wire holds those of a minute and is said in parts.
        for (int from = 0; from < keys.size(); from += 1000) {
            wire.fact(
                    "keys" + from,
                    keys.subList(from, Math.min(keys.size(), from + 1000)).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")));
        }
    }
}

package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/** Makes one rung of the ladder: the film in one size, in segments. */
final class RungTask {
    private static final int SOUND_BITS = 128_000;

    private RungTask() {}

    static void run(Wire wire, Arguments arguments) {
        Input input = Input.open(wire, arguments);
        Encoder pictures = Encoder.pictures(
                arguments.whole("width"),
                arguments.whole("height"),
                arguments.whole("rate"),
                arguments.whole("bits"),
                arguments.whole("segment"));
        AVStream audio = input.audio();
        List<Encoder> encoders = new ArrayList<>(List.of(pictures));
        if (audio != null) {
            encoders.add(Encoder.sound(SOUND_BITS));
        }
        Interleaving order = new Interleaving(new Fragments(wire, encoders), encoders, arguments.whole("segment"));
        PictureTrack seen = new PictureTrack(wire, arguments, input, pictures, order::picture);
        SoundTrack heard = audio == null
                ? null
                : new SoundTrack(input, audio, encoders.getLast(), arguments.number("seconds"), order::sound);
        readAll(input, seen, heard);
        order.end();
        wire.fact("codecs", pictures.profile() + (heard == null ? "" : ",mp4a.40.2"));
        wire.fact("frames", order.pictures());
        wire.fact("damaged", seen.damaged());
    }

    private static void readAll(Input input, PictureTrack seen, @Nullable SoundTrack heard) {
        AVPacket packet = av_packet_alloc();
        while (input.next(packet)) {
            if (packet.stream_index() == seen.index()) {
                seen.take(packet);
            } else if (heard != null && packet.stream_index() == heard.index()) {
                heard.take(packet);
            }
            av_packet_unref(packet);
        }
        seen.end();
        if (heard != null) {
            heard.end();
        }
    }
}

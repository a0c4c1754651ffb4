package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_get_sample_fmt_name;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film's sound, made anew from its start on, with silence where it has gaps. */
final class SoundTrack {
    private static final int LAYOUT_WORDS = 128;

    private final AVStream stream;
    private final Decoder decoder;
    private final Encoder encoder;
    private final Consumer<AVPacket> packets;
    private final long startMicros;
    private final long samplesMax;
    private @Nullable Graph graph;
    private String form = "";

    /** @param seconds no more sound is made */
    SoundTrack(Input input, AVStream stream, Encoder encoder, long seconds, Consumer<AVPacket> packets) {
        this.stream = stream;
        this.decoder = new Decoder(stream, 0x7FFF);
        this.encoder = encoder;
        this.packets = packets;
        this.startMicros = input.startMicros();
        this.samplesMax = seconds * Encoder.SOUND_RATE;
    }

    int index() {
        return stream.index();
    }

    void take(AVPacket packet) {
        decoder.decode(packet, this::through);
    }

    void end() {
        decoder.decode(null, this::through);
        Graph last = graph;
        if (last != null) {
            last.put("in", null);
            last.drain(this::encode);
        }
        encoder.encode(null, packets);
    }

    private void through(AVFrame frame) {
        frame.pts(frame.best_effort_timestamp());
        Graph current = graphFor(frame);
        current.put("in", frame);
        current.drain(this::encode);
    }

    private void encode(AVFrame frame) {
        if (frame.pts() > samplesMax) {
            throw new Refused(FilmRefusal.TOO_LONG, "sound");
        }
        encoder.encode(frame, packets);
    }

    private Graph graphFor(AVFrame frame) {
        String now = "abuffer:time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s"
                .formatted(
                        stream.time_base().num(),
                        stream.time_base().den(),
                        frame.sample_rate(),
                        av_get_sample_fmt_name(frame.format()).getString(),
                        layout(frame.ch_layout()));
        Graph before = graph;
        if (before != null && now.equals(form)) {
            return before;
        }
        if (before != null) {
            before.close();
        }
        Graph made = new Graph(
                Map.of("in", now),
                "abuffersink",
                "[in]asetpts=PTS-(" + startMicros + "/1000000)/TB,aresample=" + Encoder.SOUND_RATE + ":async=1"
                        + (before == null ? ":first_pts=0" : "")
                        + ",aformat=sample_fmts=fltp:channel_layouts=stereo[out]");
        av_buffersink_set_frame_size(made.sink(), Encoder.SOUND_FRAME);
        graph = made;
        form = now;
        return made;
    }

    private static String layout(AVChannelLayout layout) {
        AVChannelLayout known = layout;
        if (layout.order() == AV_CHANNEL_ORDER_UNSPEC) {
            known = new AVChannelLayout();
            av_channel_layout_default(known, layout.nb_channels());
        }
        byte[] words = new byte[LAYOUT_WORDS];
        int length = av_channel_layout_describe(known, words, words.length);
        return new String(words, 0, Math.clamp(length - 1L, 0, words.length), StandardCharsets.US_ASCII);
    }
}

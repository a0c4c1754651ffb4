package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A film's pictures in one size, at an even rate, with a mark on each. */
final class PictureTrack {
    private static final int BYTES_A_PIXEL = 4;

    private final Wire wire;
    private final Arguments arguments;
    private final Input input;
    private final AVStream stream;
    private final Decoder decoder;
    private final Encoder encoder;
    private final Consumer<AVPacket> packets;
    private final Sight sight;
    private final Graph even;
    private @Nullable Graph sized;
    private @Nullable FrameForm form;
    private long made;

    PictureTrack(Wire wire, Arguments arguments, Input input, Encoder encoder, Consumer<AVPacket> packets) {
        this.wire = wire;
        this.arguments = arguments;
        this.input = input;
        this.stream = input.video();
        this.decoder = new Decoder(stream, arguments.number("pixels"));
        this.encoder = encoder;
        this.packets = packets;
        this.sight = new Sight(
                Sight.of(input.format(), stream).quarters(), arguments.whole("width"), arguments.whole("height"));
        this.even = evenAndMarked();
    }

    int index() {
        return stream.index();
    }

    void take(AVPacket packet) {
        decoder.decode(packet, this::through);
    }

    void end() {
        decoder.decode(null, this::through);
        even.put("in", null);
        even.drain(this::encode);
        encoder.encode(null, packets);
        if (made == 0) {
            throw new Refused(FilmRefusal.DAMAGED, "no frame");
        }
    }

    long damaged() {
        return decoder.damaged();
    }

    private void through(AVFrame frame) {
        frame.pts(frame.best_effort_timestamp());
        Graph current = sizedFor(frame);
        current.put("in", frame);
        current.drain(sizedFrame -> {
            even.put("in", sizedFrame);
            even.drain(this::encode);
        });
    }

    private void encode(AVFrame frame) {
        if (made >= arguments.number("frames")) {
            throw new Refused(FilmRefusal.TOO_MANY_FRAMES, "pictures");
        }
        int segment = arguments.whole("segment");
        frame.pts(made);
        frame.pict_type(made % segment == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        encoder.encode(frame, packets);
        made++;
        if (made % segment == 0) {
            wire.progress(made * 1_000_000 / arguments.number("rate"));
        }
    }

    private Graph sizedFor(AVFrame frame) {
        FrameForm now = FrameForm.of(frame);
        Graph before = sized;
        if (before != null && now.equals(form)) {
            return before;
        }
        if (before != null) {
            before.close();
        }
        Graph fresh = new Graph(
                Map.of("in", now.source(stream.time_base())),
                "buffersink",
                "[in]" + sight.filters() + ",format=yuv420p[out]");
        sized = fresh;
        form = now;
        return fresh;
    }

    private Graph evenAndMarked() {
        FrameForm pictures = new FrameForm(sight.width(), sight.height(), AV_PIX_FMT_YUV420P, 1, 1, 2, 1);
        int width = arguments.whole("mark_width");
        int height = arguments.whole("mark_height");
        FrameForm mark = new FrameForm(width, height, AV_PIX_FMT_RGBA, 1, 1, 0, 2);
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("in", pictures.source(stream.time_base()));
        sources.put("mark", mark.source(stream.time_base()));
        Graph graph = new Graph(
                sources,
                "buffersink",
                "[in]setpts=PTS-(" + input.startMicros() + "/1000000)/TB,fps=" + arguments.number("rate")
                        + "/1000:start_time=0[even];[even][mark]overlay=W-w-8:H-h-8:eof_action=repeat:format=yuv420[out]");
        AVFrame picture = markFrame(width, height);
        graph.put("mark", picture);
        graph.put("mark", null);
        av_frame_free(picture);
        return graph;
    }

    /** The mark is the second input: rows of four bytes a pixel. */
    private AVFrame markFrame(int width, int height) {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_RGBA);
        frame.width(width);
        frame.height(height);
        frame.pts(0);
        av_frame_get_buffer(frame, 0);
        byte[] row = new byte[width * BYTES_A_PIXEL];
        for (int y = 0; y < height; y++) {
            wire.read(1, (long) y * row.length, row, row.length);
            frame.data(0).position((long) y * frame.linesize(0)).put(row, 0, row.length);
        }
        return frame;
    }
}

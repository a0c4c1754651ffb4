package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Gives frames as they are meant to be seen: one in so many milliseconds, or those at the times that were named. */
final class FramesTask {
    private static final int BYTES_A_PIXEL = 3;

    private final Wire wire;
    private final Input input;
    private final AVStream video;
    private final Decoder decoder;
    private final int side;
    private final long most;
    private final AVPacket packet = av_packet_alloc();
    private @Nullable Graph graph;
    private @Nullable FrameForm form;
    private long due;
    private long given;
    private long seen;

    private FramesTask(Wire wire, Arguments arguments) {
        this.wire = wire;
        this.input = Input.open(wire, arguments);
        this.video = input.video();
        this.decoder = new Decoder(video, arguments.number("pixels"));
        this.side = arguments.whole("side");
        this.most = arguments.number("frames");
    }

    static void run(Wire wire, Arguments arguments) {
        FramesTask task = new FramesTask(wire, arguments);
        String times = arguments.text("at");
        if (times.isEmpty()) {
            task.every(arguments.number("every"));
        } else {
            Deque<Long> wanted = new ArrayDeque<>();
            Arrays.stream(times.split(",")).map(Long::valueOf).forEach(wanted::add);
            wanted.forEach(task::at);
        }
        wire.fact("damaged", task.decoder.damaged());
        wire.fact("frames", task.decoder.frames());
    }

    private void every(long millis) {
        while (next()) {
            decode(packet, millis);
            av_packet_unref(packet);
        }
        decode(null, millis);
    }

    private void decode(@Nullable AVPacket read, long millis) {
        decoder.decode(read, frame -> {
            if (++seen > most) {
                throw new Refused(FilmRefusal.TOO_MANY_FRAMES, "frames");
            }
            long at = millis(frame);
            if (at >= due) {
                give(frame, at);
                due = Math.max(at - Math.floorMod(at, millis), due) + millis;
            }
        });
    }

    /** The first frame from a time on; of a film that ends before, nothing. */
    private void at(long millis) {
        long micros = millis * 1000 + input.startMicros();
        if (av_seek_frame(input.format(), -1, micros, AVSEEK_FLAG_BACKWARD) < 0) {
            av_seek_frame(input.format(), -1, input.startMicros(), AVSEEK_FLAG_BACKWARD);
        }
        decoder.flush();
        long before = given;
        while (given == before && next()) {
            decoder.decode(packet, frame -> {
                if (given == before && millis(frame) >= millis) {
                    give(frame, millis);
                }
            });
            av_packet_unref(packet);
        }
    }

    private boolean next() {
        while (input.next(packet)) {
            if (packet.stream_index() == video.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
        return false;
    }

    private long millis(AVFrame frame) {
        long time = frame.best_effort_timestamp();
        if (time == AV_NOPTS_VALUE) {
            return due;
        }
        double seconds =
                (double) time * video.time_base().num() / video.time_base().den();
        return Math.round(seconds * 1000 - input.startMicros() / 1000.0);
    }

    private void give(AVFrame frame, long at) {
        given++;
        Graph through = graphFor(frame);
        through.put("in", frame);
        through.drain(seenFrame -> {
            int width = seenFrame.width();
            int height = seenFrame.height();
            byte[] rgb = new byte[width * height * BYTES_A_PIXEL];
            BytePointer data = seenFrame.data(0);
            for (int row = 0; row < height; row++) {
                data.position((long) row * seenFrame.linesize(0))
                        .get(rgb, row * width * BYTES_A_PIXEL, width * BYTES_A_PIXEL);
            }
            wire.frame(at, width, height, rgb);
        });
    }

    private Graph graphFor(AVFrame frame) {
        FrameForm now = FrameForm.of(frame);
        Graph before = graph;
        if (before != null && now.equals(form)) {
            return before;
        }
        if (before != null) {
            before.close();
        }
        Sight sight = Sight.of(input.format(), video).within(side, side);
        Graph made = new Graph(
                Map.of("in", now.source(video.time_base())),
                "buffersink",
                "[in]" + sight.filters() + ",format=rgb24[out]");
        graph = made;
        form = now;
        return made;
    }
}

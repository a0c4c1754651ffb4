package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** For walks, samples and tests: makes a film of coloured shapes that move, and a tone, in a process of its own. */
public final class ClipMaker {
    private static final int RATE = 30;
    private static final int SEGMENT = 60;
    private static final int SHAPES = 80;
    private static final int BYTES_A_PIXEL = 3;

    private ClipMaker() {}

    public static void main(String... args) {
        Arguments arguments = new Arguments(args);
        FilmChild.load(arguments);
        int seconds = arguments.whole("seconds");
        int width = arguments.whole("width");
        int height = arguments.whole("height");
        Wire wire = new Wire(System.in, System.out);
        Encoder pictures = Encoder.pictures(width, height, RATE * 1000, width * height * 4, SEGMENT);
        List<Encoder> encoders = new ArrayList<>(List.of(pictures));
        if (arguments.whole("sound") != 0) {
            encoders.add(Encoder.sound(96_000));
        }
        Interleaving order = new Interleaving(new Fragments(wire, encoders), encoders, SEGMENT);
        if (encoders.size() > 1) {
            tone(seconds).drain(frame -> encoders.getLast().encode(frame, order::sound));
            encoders.getLast().encode(null, order::sound);
        }
        shapes(new SplittableRandom(arguments.number("seed")), width, height, seconds * RATE, pictures, order);
        pictures.encode(null, order::picture);
        order.end();
        wire.done();
        Runtime.getRuntime().halt(0);
    }

    private static Graph tone(int seconds) {
        return new Graph(
                Map.of(),
                "abuffersink",
                "sine=frequency=440:sample_rate=48000:samples_per_frame=1024:duration=" + seconds
                        + ",aformat=sample_fmts=fltp:channel_layouts=stereo[out]");
    }

    private static void shapes(
            SplittableRandom chance, int width, int height, int frames, Encoder encoder, Interleaving order) {
        Graph graph = new Graph(
                Map.of("in", new FrameForm(width, height, AV_PIX_FMT_BGR24, 1, 1, 0, 2).source(av_make_q(1, RATE))),
                "buffersink",
                "[in]format=yuv420p[out]");
        BufferedImage scene = scene(chance, width * 2, height);
        BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = shown.createGraphics();
        byte[] pixels = ((DataBufferByte) shown.getRaster().getDataBuffer()).getData();
        for (int number = 0; number < frames; number++) {
            pen.drawImage(scene, -(number * width / 300 % width), 0, null);
            AVFrame frame = av_frame_alloc();
            frame.format(AV_PIX_FMT_BGR24);
            frame.width(width);
            frame.height(height);
            frame.pts(number);
            av_frame_get_buffer(frame, 0);
            for (int y = 0; y < height; y++) {
                frame.data(0)
                        .position((long) y * frame.linesize(0))
                        .put(pixels, y * width * BYTES_A_PIXEL, width * BYTES_A_PIXEL);
            }
            graph.put("in", frame);
            graph.drain(made -> encoder.encode(made, order::picture));
            av_frame_free(frame);
        }
    }

    private static BufferedImage scene(SplittableRandom chance, int width, int height) {
        BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = scene.createGraphics();
        for (int shape = 0; shape < SHAPES; shape++) {
            pen.setColor(new Color(chance.nextInt(0x1000000)));
            pen.fillOval(
                    chance.nextInt(width),
                    chance.nextInt(height),
                    height / 10 + chance.nextInt(1 + height / 2),
                    height / 10 + chance.nextInt(1 + height / 3));
        }
        pen.dispose();
        return scene;
    }
}

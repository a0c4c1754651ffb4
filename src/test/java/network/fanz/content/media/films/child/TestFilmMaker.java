package network.fanz.content.media.films.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a film of moving figures and a tone, in a process of its own. */
final class TestFilmMaker {
    private static final int RATE = 30;
    private static final int SEGMENT = 60;

    private TestFilmMaker() {}

    public static void main(String... args) {
        Arguments arguments = new Arguments(args);
        FilmChild.load(arguments);
        int seconds = arguments.whole("seconds");
        int width = arguments.whole("width");
        int height = arguments.whole("height");
        Wire wire = new Wire(System.in, System.out);
        Encoder pictures = Encoder.pictures(width, height, RATE * 1000, width * height * 3, SEGMENT);
        List<Encoder> encoders = new ArrayList<>(List.of(pictures));
        if (arguments.whole("sound") != 0) {
            encoders.add(Encoder.sound(96_000));
        }
        Interleaving order = new Interleaving(new Fragments(wire, encoders), encoders, SEGMENT);
        Graph tone = new Graph(
                Map.of(),
                "abuffersink",
                "sine=frequency=440:sample_rate=48000:samples_per_frame=1024:duration=" + seconds
                        + ",aformat=sample_fmts=fltp:channel_layouts=stereo[out]");
        Graph figures = new Graph(
                Map.of(),
                "buffersink",
                "testsrc2=size=%dx%d:rate=%d:duration=%d,hue=h=%d,format=yuv420p[out]"
                        .formatted(width, height, RATE, seconds, arguments.whole("hue")));
        if (encoders.size() > 1) {
            tone.drain(frame -> encoders.getLast().encode(frame, order::sound));
            encoders.getLast().encode(null, order::sound);
        }
        figures.drain(frame -> pictures.encode(frame, order::picture));
        pictures.encode(null, order::picture);
        order.end();
        wire.done();
        Runtime.getRuntime().halt(0);
    }
}

package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/** Does one task on one film, and ends. */
public final class FilmChild {
    private FilmChild() {}

    public static void main(String... args) {
        Wire wire = new Wire(System.in, System.out);
        try {
            load(new Arguments(args));
            task(wire, new Arguments(args));
            wire.done();
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            wire.refused(refused.reason());
        }
        // What libraries hold goes with the process.
        Runtime.getRuntime().halt(0);
    }

    /** Everything but what would look for devices, and with it for libraries that a bare machine lacks. */
    static void load(Arguments arguments) {
        Loader.load(avutil.class);
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        Loader.load(avfilter.class);
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(arguments.number("alloc"));
    }

    private static void task(Wire wire, Arguments arguments) {
        switch (arguments.text("task")) {
            case "about" -> AboutTask.run(wire);
            case "probe" -> ProbeTask.run(wire, arguments);
            case "frames" -> FramesTask.run(wire, arguments);
            case "rung" -> RungTask.run(wire, arguments);
            case "check" -> CheckTask.run(wire, arguments);
            default -> throw new IllegalArgumentException("There is no such task");
        }
    }
}

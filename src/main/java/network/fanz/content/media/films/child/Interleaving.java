package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avutil.av_compare_ts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Brings pictures and sound into one order, and ends a segment after so many pictures, with the sound that belongs to them. */
final class Interleaving {
    private static final int PICTURES = 0;
    private static final int SOUND = 1;
    /** Of a film whose sound has a gap no more waits. */
    private static final int WAITING_MAX = 2000;

    private final Fragments fragments;
    private final List<Encoder> encoders;
    private final int segment;
    private final List<Deque<AVPacket>> waiting = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    private long pictures;

    Interleaving(Fragments fragments, List<Encoder> encoders, int segment) {
        this.fragments = fragments;
        this.encoders = encoders;
        this.segment = segment;
    }

    void picture(AVPacket packet) {
        packet.duration(1);
        add(PICTURES, packet);
    }

    void sound(AVPacket packet) {
        add(SOUND, packet);
    }

    private void add(int stream, AVPacket packet) {
        waiting.get(stream).add(packet);
        if (encoders.size() == 1) {
            write(stream);
        }
        while (waiting.stream().noneMatch(Deque::isEmpty) || waiting.get(stream).size() > WAITING_MAX) {
            write(next());
        }
    }

    /** All that waits, and the last segment's end. */
    void end() {
        while (!waiting.stream().allMatch(Deque::isEmpty)) {
            write(next());
        }
        fragments.cut();
    }

    private int next() {
        AVPacket picture = waiting.get(PICTURES).peek();
        AVPacket sound = waiting.get(SOUND).peek();
        if (picture == null || sound == null) {
            return picture == null ? SOUND : PICTURES;
        }
        return av_compare_ts(
                                picture.dts(),
                                encoders.get(PICTURES).context().time_base(),
                                sound.dts(),
                                encoders.get(SOUND).context().time_base())
                        <= 0
                ? PICTURES
                : SOUND;
    }

    private void write(int stream) {
        if (stream == PICTURES) {
            if (pictures > 0 && pictures % segment == 0) {
                fragments.cut();
            }
            pictures++;
        }
        fragments.write(stream, waiting.get(stream).remove());
    }

    long pictures() {
        return pictures;
    }
}

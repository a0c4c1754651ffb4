package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * A film that is read through the wire. It is of the one kind that its first bytes say, no other is tried, and whatever address it names is
 * opened by nobody.
 */
final class Input {
    private static final int BUFFER = 64 * 1024;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;
    private static final int FAILED = -5;

    private final AVFormatContext format;
    private final Reader reader;
    private final Seeker seeker = new Seeker();
    private final Wire wire;
    private final int number;
    private final long size;
    /** Where the next bytes are read. A pointer has a position of its own, which is another. */
    private long place;

    private Input(Wire wire, int number, long size) {
        this.wire = wire;
        this.number = number;
        this.size = size;
        this.reader = new Reader();
        this.format = avformat_alloc_context();
        format.pb(avio_alloc_context(
                new BytePointer(av_malloc(BUFFER)).capacity(BUFFER), BUFFER, 0, null, reader, null, seeker));
        format.flags(format.flags() | AVFMT_FLAG_CUSTOM_IO);
    }

    /** The film that the arguments name, and what streams it has. */
    static Input open(Wire wire, Arguments arguments) {
        Input input = new Input(wire, 0, arguments.number("size"));
        int streams = arguments.whole("streams");
        AVDictionary options = new AVDictionary();
        av_dict_set(options, "protocol_whitelist", "none", 0);
        av_dict_set(options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm", 0);
        av_dict_set(options, "max_streams", Integer.toString(streams + 1), 0);
        av_dict_set(options, "probesize", "5000000", 0);
        av_dict_set(options, "analyzeduration", "5000000", 0);
        if (avformat_open_input(input.format, (String) null, av_find_input_format(arguments.text("format")), options)
                < 0) {
            throw new Refused(FilmRefusal.UNREADABLE, "open");
        }
        if (input.format.nb_streams() > streams) {
            throw new Refused(FilmRefusal.TOO_MANY_STREAMS, "open");
        }
        input.requireSmall(arguments.number("pixels"));
        if (avformat_find_stream_info(input.format, (PointerPointer<?>) null) < 0) {
            throw new Refused(FilmRefusal.UNREADABLE, "streams");
        }
        input.requireSmall(arguments.number("pixels"));
        return input;
    }

    /** What the container says, and what the stream's own head says: each may lie. */
    private void requireSmall(long pixels) {
        for (int at = 0; at < format.nb_streams(); at++) {
            AVStream stream = format.streams(at);
            if ((long) stream.codecpar().width() * stream.codecpar().height() > pixels) {
                throw new Refused(FilmRefusal.TOO_MANY_PIXELS, "stream " + at);
            }
        }
    }

    AVFormatContext format() {
        return format;
    }

    AVStream video() {
        AVStream found = best(AVMEDIA_TYPE_VIDEO);
        if (found == null) {
            throw new Refused(FilmRefusal.NO_PICTURES, "video");
        }
        return found;
    }

    @Nullable AVStream audio() {
        return best(AVMEDIA_TYPE_AUDIO);
    }

    private @Nullable AVStream best(int type) {
        int index = av_find_best_stream(format, type, -1, -1, (AVCodec) null, 0);
        if (index < 0 || format.streams(index).codecpar().codec_id() == AV_CODEC_ID_NONE) {
            return null;
        }
        return format.streams(index);
    }

    /** When the first of its streams begins, in microseconds. */
    long startMicros() {
        return format.start_time() == AV_NOPTS_VALUE ? 0 : format.start_time();
    }

    boolean next(AVPacket packet) {
        return av_read_frame(format, packet) >= 0;
    }

    private final class Reader extends Read_packet_Pointer_BytePointer_int {
        private final byte[] bytes = new byte[BUFFER];

        @Override
        public int call(Pointer nothing, BytePointer into, int length) {
            int count = wire.read(number, place, bytes, Math.min(length, BUFFER));
            if (count <= 0) {
                return org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF();
            }
            into.put(bytes, 0, count);
            place += count;
            return count;
        }
    }

    private final class Seeker extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer nothing, long offset, int whence) {
            long to = switch (whence & 0xFFFF) {
                case SEEK_SET -> offset;
                case SEEK_CUR -> place + offset;
                case SEEK_END -> size + offset;
                default -> FAILED;
            };
            if ((whence & AVSEEK_SIZE) != 0) {
                return size;
            }
            if (to < 0) {
                return FAILED;
            }
            place = to;
            return to;
        }
    }
}

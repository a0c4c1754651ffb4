package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Fragmented MP4 (ISO/IEC 14496-12, 8.8): a head for all, and segments that each begin anew. It is handed over piece by piece. */
final class Fragments {
    private static final int BUFFER = 64 * 1024;
    private static final int BOX_HEAD = 8;
    private static final Set<String> SEGMENT_BOXES = Set.of("styp", "sidx", "moof");

    private final Wire wire;
    private final List<Encoder> encoders;
    private final AVFormatContext format = new AVFormatContext(null);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Writer writer = new Writer();
    private int segments;

    Fragments(Wire wire, List<Encoder> encoders) {
        this.wire = wire;
        this.encoders = encoders;
        require(avformat_alloc_output_context2(format, null, "mp4", null));
        format.flags(format.flags() | AVFMT_FLAG_BITEXACT);
        format.pb(avio_alloc_context(
                new BytePointer(av_malloc(BUFFER)).capacity(BUFFER),
                BUFFER,
                1,
                null,
                (Read_packet_Pointer_BytePointer_int) null,
                writer,
                (Seek_Pointer_long_int) null));
        for (Encoder encoder : encoders) {
            AVStream stream = avformat_new_stream(format, null);
            require(avcodec_parameters_from_context(stream.codecpar(), encoder.context()));
            stream.time_base(encoder.context().time_base());
            stream.avg_frame_rate(encoder.context().framerate());
        }
        AVDictionary options = new AVDictionary();
        av_dict_set(options, "movflags", "+frag_custom+dash+delay_moov+skip_trailer", 0);
        require(avformat_write_header(format, options));
    }

    /** @param packet is given back */
    void write(int stream, AVPacket packet) {
        packet.stream_index(stream);
        av_packet_rescale_ts(
                packet,
                encoders.get(stream).context().time_base(),
                format.streams(stream).time_base());
        require(av_write_frame(format, packet));
        av_packet_free(packet);
    }

    /** Ends a segment. */
    void cut() {
        flush();
        if (segments == 0 && bodyAt(written.toByteArray()) < 0) {
            flush();
        }
        byte[] bytes = written.toByteArray();
        written.reset();
        int body = segments == 0 ? bodyAt(bytes) : 0;
        if (body < 0) {
            throw new IllegalStateException("A segment without a body");
        }
        if (segments == 0) {
            wire.output("init.mp4", Arrays.copyOf(bytes, body));
        }
        segments++;
        wire.output("%05d.m4s".formatted(segments), Arrays.copyOfRange(bytes, body, bytes.length));
    }

    private void flush() {
        require(av_write_frame(format, null));
        avio_flush(format.pb());
    }

    /** Where the first box is that belongs to a segment; negative if there is none yet. */
    private static int bodyAt(byte[] bytes) {
        int at = 0;
        while (at + BOX_HEAD <= bytes.length) {
            if (SEGMENT_BOXES.contains(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1))) {
                return at;
            }
            int length = ByteBuffer.wrap(bytes, at, 4).getInt();
            if (length < BOX_HEAD) {
                return -1;
            }
            at += length;
        }
        return -1;
    }

    private static void require(int result) {
        if (result < 0) {
            throw new IllegalStateException("The film could not be written: " + result);
        }
    }

    private final class Writer extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer nothing, BytePointer from, int length) {
            byte[] bytes = new byte[length];
            from.get(bytes);
            written.writeBytes(bytes);
            return length;
        }
    }
}

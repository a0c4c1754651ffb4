package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;

import java.util.function.Consumer;
import network.fanz.content.media.FilmRefusal;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Makes frames of one stream's packets. A packet that is damaged is passed over and counted. */
final class Decoder {
    private static final int THREADS = 2;

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private long frames;
    private long damaged;

    /** @param pixels no frame may have more, whatever the container said */
    Decoder(AVStream stream, long pixels) {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new Refused(FilmRefusal.UNKNOWN_CODEC, "decoder");
        }
        context = avcodec_alloc_context3(codec);
        context.pkt_timebase(stream.time_base());
        context.thread_count(THREADS);
        if (avcodec_parameters_to_context(context, stream.codecpar()) < 0) {
            throw new Refused(FilmRefusal.UNREADABLE, "decoder's parameters");
        }
        av_opt_set_int(context, "max_pixels", pixels, 0);
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            throw new Refused(FilmRefusal.UNKNOWN_CODEC, "decoder's start");
        }
    }

    /** @param packet null at the end, for what is still inside */
    void decode(@Nullable AVPacket packet, Consumer<AVFrame> consumer) {
        int sent = avcodec_send_packet(context, packet);
        if (sent < 0 && sent != AVERROR_EOF()) {
            damaged++;
        }
        int received = avcodec_receive_frame(context, frame);
        while (received != AVERROR_EAGAIN() && received != AVERROR_EOF()) {
            if (received < 0) {
                damaged++;
                return;
            }
            if (frame.decode_error_flags() != 0) {
                damaged++;
            }
            frames++;
            consumer.accept(frame);
            av_frame_unref(frame);
            received = avcodec_receive_frame(context, frame);
        }
    }

    void flush() {
        avcodec_flush_buffers(context);
    }

    long frames() {
        return frames;
    }

    long damaged() {
        return damaged;
    }
}

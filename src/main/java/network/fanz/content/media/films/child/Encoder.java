package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Makes packets of frames. Nothing that it writes says who made it. */
final class Encoder {
    static final int SOUND_RATE = 48_000;
    static final int SOUND_FRAME = 1024;
    private static final int CHANNELS = 2;
    private static final int THREADS = 2;
    private static final int PER_THOUSAND = 1000;

    private final AVCodecContext context;

    private Encoder(AVCodecContext context, AVCodec codec) {
        this.context = context;
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            throw new IllegalStateException("The encoder does not start");
        }
    }

    /**
     * H.264.
     *
     * @param rate frames in a thousand seconds
     * @param bits in a second
     * @param keyEvery frames from one key frame to the next
     */
    static Encoder pictures(int width, int height, int rate, int bits, int keyEvery) {
        AVCodec codec = found("libopenh264");
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base(av_make_q(PER_THOUSAND, rate));
        context.framerate(av_make_q(rate, PER_THOUSAND));
        context.bit_rate(bits);
        context.rc_max_rate(bits * 3L / 2);
        context.gop_size(keyEvery);
        context.thread_count(THREADS);
        context.slices(THREADS);
        av_opt_set(context.priv_data(), "rc_mode", "bitrate", 0);
        return new Encoder(context, codec);
    }

    /** AAC in two channels. */
    static Encoder sound(int bits) {
        AVCodec codec = found("aac");
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_rate(SOUND_RATE);
        context.sample_fmt(AV_SAMPLE_FMT_FLTP);
        av_channel_layout_default(context.ch_layout(), CHANNELS);
        context.bit_rate(bits);
        context.time_base(av_make_q(1, SOUND_RATE));
        return new Encoder(context, codec);
    }

    private static AVCodec found(String name) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null || codec.isNull()) {
            throw new IllegalStateException("There is no " + name);
        }
        return codec;
    }

    /**
     * @param frame null at the end, for what is still inside
     * @param consumer keeps each packet
     */
    void encode(@Nullable AVFrame frame, Consumer<AVPacket> consumer) {
        if (avcodec_send_frame(context, frame) < 0) {
            throw new IllegalStateException("The encoder takes no frame");
        }
        AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(context, packet) >= 0) {
            consumer.accept(packet);
            packet = av_packet_alloc();
        }
    }

    AVCodecContext context() {
        return context;
    }

    /** What the first bytes of its stream say of it (RFC 6381); of pictures only. */
    String profile() {
        byte[] head = new byte[context.extradata_size()];
        context.extradata().get(head);
        for (int at = 0; at + 4 < head.length; at++) {
            if (head[at] == 0 && head[at + 1] == 1 && (head[at + 2] & 0x1F) == 7 && at + 5 < head.length) {
                return "avc1.%02x%02x%02x".formatted(head[at + 3], head[at + 4], head[at + 5]);
            }
        }
        throw new IllegalStateException("The encoder gave no head");
    }
}

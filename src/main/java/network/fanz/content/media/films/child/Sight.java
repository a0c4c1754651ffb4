package network.fanz.content.media.films.child;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a film is meant to be seen: turned, and with square pixels.
 *
 * @param quarters by how many quarters of a circle it is turned to the right
 * @param width of the film as it is seen
 * @param height likewise
 */
record Sight(int quarters, int width, int height) {
    private static final int QUARTER = 90;

    static Sight of(AVFormatContext format, AVStream stream) {
        AVRational aspect = av_guess_sample_aspect_ratio(format, stream, (AVFrame) null);
        int width = stream.codecpar().width();
        int height = stream.codecpar().height();
        if (aspect.num() > 0 && aspect.den() > 0) {
            width = (int) Math.clamp((long) width * aspect.num() / aspect.den(), 1, 4L * width);
        }
        int quarters = quarters(stream);
        return quarters % 2 == 0 ? new Sight(quarters, width, height) : new Sight(quarters, height, width);
    }

    private static int quarters(AVStream stream) {
        AVPacketSideData matrix = av_packet_side_data_get(
                stream.codecpar().coded_side_data(), stream.codecpar().nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < 9 * Integer.BYTES) {
            return 0;
        }
        double degrees = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(degrees) ? 0 : Math.floorMod(Math.round(-degrees / QUARTER), 4);
    }

    /** The same no larger than a side of so many pixels, in even numbers. */
    Sight within(int widthMax, int heightMax) {
        double factor = Math.min(1, Math.min((double) widthMax / width, (double) heightMax / height));
        return new Sight(quarters, even(width * factor), even(height * factor));
    }

    private static int even(double length) {
        return Math.max(2, (int) Math.round(length / 2) * 2);
    }

    /** The filters that turn a frame and bring it to this size. */
    String filters() {
        String turned = switch (quarters) {
            case 1 -> "transpose=clock,";
            case 2 -> "hflip,vflip,";
            case 3 -> "transpose=cclock,";
            default -> "";
        };
        return turned + "scale=" + width + ":" + height + ":flags=bicubic,setsar=1";
    }
}

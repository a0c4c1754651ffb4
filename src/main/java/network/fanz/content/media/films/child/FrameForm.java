package network.fanz.content.media.films.child;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** What a filter must know of the frames that come. A film may change it on its way. */
record FrameForm(int width, int height, int pixels, int aspectNum, int aspectDen, int space, int range) {
    static FrameForm of(AVFrame frame) {
        AVRational aspect = frame.sample_aspect_ratio();
        boolean known = aspect.num() > 0 && aspect.den() > 0;
        return new FrameForm(
                frame.width(),
                frame.height(),
                frame.format(),
                known ? aspect.num() : 1,
                known ? aspect.den() : 1,
                frame.colorspace(),
                frame.color_range());
    }

    String source(AVRational timeBase) {
        return "buffer:video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d"
                .formatted(width, height, pixels, timeBase.num(), timeBase.den(), aspectNum, aspectDen, space, range);
    }
}

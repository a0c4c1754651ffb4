package network.fanz.content.media.pictures;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Hears of a reader's progress, and of nothing else. */
interface QuietProgress extends IIOReadProgressListener {
    @Override
    default void sequenceStarted(ImageReader source, int first) {}

    @Override
    default void sequenceComplete(ImageReader source) {}

    @Override
    default void imageStarted(ImageReader source, int number) {}

    @Override
    default void imageComplete(ImageReader source) {}

    @Override
    default void thumbnailStarted(ImageReader source, int number, int thumbnail) {}

    @Override
    default void thumbnailProgress(ImageReader source, float percent) {}

    @Override
    default void thumbnailComplete(ImageReader source) {}

    @Override
    default void readAborted(ImageReader source) {}
}

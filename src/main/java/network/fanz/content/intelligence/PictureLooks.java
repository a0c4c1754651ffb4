package network.fanz.content.intelligence;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** All the ways of seeing a picture that somebody may have hashed, or may have drawn it for. */
final class PictureLooks {
    private PictureLooks() {}

    /** First as it is stored and whole; then what else it may be seen as, and each without its border. */
    static List<PictureLook> of(BufferedImage image) {
        PicturePixels pixels = new PicturePixels(image);
        List<LumaRows> ways = new ArrayList<>(List.of(pixels.shown()));
        if (pixels.isGrey()) {
            ways.add(pixels.stored());
        }
        if (pixels.isTransparent()) {
            ways.add(pixels.over(PicturePixels.WHITE));
            ways.add(pixels.over(0));
        }
        List<PictureLook> looks = new ArrayList<>();
        for (LumaRows way : ways) {
            looks.add(PdqTransform.look(way));
            PictureBorders.inside(way).map(way::part).map(PdqTransform::look).ifPresent(looks::add);
        }
        return looks.stream().distinct().toList();
    }
}

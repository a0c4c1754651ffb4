package network.fanz.content.media.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import network.fanz.content.media.PictureRefused;

/** How a camera was held (Exif 2.32, tag 0x0112): as it says, a picture is turned and mirrored until it stands upright. */
enum PictureTurn {
    UPRIGHT(1, 0, 0, 1, false),
    MIRRORED(-1, 0, 0, 1, false),
    UPSIDE_DOWN(-1, 0, 0, -1, false),
    FLIPPED(1, 0, 0, -1, false),
    TRANSPOSED(0, 1, 1, 0, true),
    LYING_LEFT(0, 1, -1, 0, true),
    TRANSVERSED(0, -1, -1, 0, true),
    LYING_RIGHT(0, -1, 1, 0, true);

    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE = 8;

    private final AffineTransform turn;
    private final boolean lies;

    PictureTurn(int xx, int yx, int xy, int yy, boolean lies) {
        this.turn = new AffineTransform(xx, yx, xy, yy, xx + xy < 0 ? 1 : 0, yx + yy < 0 ? 1 : 0);
        this.lies = lies;
    }

    /**
     * What Exif data say (TIFF 6.0, an image file directory); upright where they say nothing that can be understood.
     *
     * @param from where their header begins
     */
    static PictureTurn of(PictureBytes bytes, int from) {
        try {
            return read(bytes, from);
        } catch (PictureRefused notUnderstood) {
            return UPRIGHT;
        }
    }

    private static PictureTurn read(PictureBytes bytes, int from) throws PictureRefused {
        boolean little = bytes.says(from, "II*\0");
        if (!little && !bytes.says(from, "MM\0*")) {
            return UPRIGHT;
        }
        long offset = little ? bytes.fourLittle(from + 4) : bytes.four(from + 4);
        bytes.require(from, offset);
        int directory = from + Math.toIntExact(offset);
        int entries = two(bytes, directory, little);
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_BYTES;
            if (two(bytes, at, little) == ORIENTATION) {
                int said = two(bytes, at + VALUE, little);
                return said < 1 || said > values().length ? UPRIGHT : values()[said - 1];
            }
        }
        return UPRIGHT;
    }

    private static int two(PictureBytes bytes, int at, boolean little) throws PictureRefused {
        int one = bytes.one(at);
        int other = bytes.one(at + 1);
        return little ? other << 8 | one : one << 8 | other;
    }

    BufferedImage upright(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int width = lies ? image.getHeight() : image.getWidth();
        int height = lies ? image.getWidth() : image.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform placed =
                AffineTransform.getTranslateInstance(turn.getTranslateX() * width, turn.getTranslateY() * height);
        placed.concatenate(
                new AffineTransform(turn.getScaleX(), turn.getShearY(), turn.getShearX(), turn.getScaleY(), 0, 0));
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, placed, null);
        graphics.dispose();
        return upright;
    }
}

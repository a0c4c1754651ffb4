package network.fanz.content.media.pictures;

import network.fanz.content.media.PictureRefusal;
import network.fanz.content.media.PictureRefused;

/**
 * A picture's file as far as it was understood without decoding anything.
 *
 * @param heldWhole whether its decoder holds all of it in memory, however few of its pixels are wanted
 * @param turn how the camera was held
 * @param content what its pixels are made of, without all that describes, colours or accompanies them
 */
record PictureFile(PictureFormat format, int width, int height, boolean heldWhole, PictureTurn turn, byte[] content) {
    enum PictureFormat {
        JPEG,
        PNG,
        WEBP
    }

    /** @throws PictureRefused if it is nothing that can be decoded without surprise */
    static PictureFile read(byte[] file) throws PictureRefused {
        PictureBytes bytes = new PictureBytes(file);
        if (JpegFile.begins(bytes)) {
            return JpegFile.read(bytes);
        }
        if (PngFile.begins(bytes)) {
            return PngFile.read(bytes);
        }
        if (WebpFile.begins(bytes)) {
            return WebpFile.read(bytes);
        }
        throw PictureRefusal.NOT_A_PICTURE.refused();
    }

    long pixels() {
        return (long) width * height;
    }
}

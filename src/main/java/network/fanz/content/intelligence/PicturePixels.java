package network.fanz.content.intelligence;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** A decoded picture's pixels in the ways in which its brightness can be seen. */
final class PicturePixels {
    static final int WHITE = 255;

    private final BufferedImage image;

    PicturePixels(BufferedImage image) {
        this.image = image;
    }

    /** Whether it has but one channel, which some programs take as it is and others for light to be turned into colour. */
    boolean isGrey() {
        return image.getColorModel().getNumColorComponents() == 1;
    }

    /** Whether anything behind it can be seen through it. */
    boolean isTransparent() {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[image.getWidth()];
        for (int number = 0; number < image.getHeight(); number++) {
            read(number, row);
            for (int pixel : row) {
                if (pixel >>> 24 < WHITE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whatever is transparent counts as if it were not. */
    LumaRows shown() {
        return rows(pixel -> luma(pixel >> 16 & WHITE, pixel >> 8 & WHITE, pixel & WHITE));
    }

    /** As it looks on a page of that brightness. */
    LumaRows over(int background) {
        return rows(pixel -> {
            int alpha = pixel >>> 24;
            float luma = luma(pixel >> 16 & WHITE, pixel >> 8 & WHITE, pixel & WHITE);
            return (luma * alpha + background * (WHITE - alpha)) / WHITE;
        });
    }

    /** One channel's values as they are stored. */
    LumaRows stored() {
        Raster raster = image.getRaster();
        int bits = image.getColorModel().getComponentSize(0);
        float white = (1 << bits) - 1;
        int[] samples = new int[image.getWidth()];
        return rows((number, into) -> {
            raster.getSamples(0, number, samples.length, 1, 0, samples);
            for (int column = 0; column < samples.length; column++) {
                into[column] = samples[column] * WHITE / white;
            }
        });
    }

    private static float luma(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }

    private LumaRows rows(PixelLuma luma) {
        int[] pixels = new int[image.getWidth()];
        return rows((number, into) -> {
            read(number, pixels);
            for (int column = 0; column < pixels.length; column++) {
                into[column] = luma.of(pixels[column]);
            }
        });
    }

    private LumaRows rows(RowReader reader) {
        return new LumaRows() {
            @Override
            public int width() {
                return image.getWidth();
            }

            @Override
            public int height() {
                return image.getHeight();
            }

            @Override
            public void read(int row, float[] into) {
                reader.read(row, into);
            }
        };
    }

    /** Red, green and blue with eight bits each, below eight bits of opacity. */
    private void read(int row, int[] into) {
        if (isPlain()) {
            int bands = image.getRaster().getNumBands();
            byte[] bytes = (byte[]) image.getRaster().getDataElements(0, row, into.length, 1, null);
            for (int column = 0; column < into.length; column++) {
                int at = column * bands;
                int alpha = bands > 3 ? bytes[at + 3] & WHITE : WHITE;
                into[column] =
                        alpha << 24 | (bytes[at] & WHITE) << 16 | (bytes[at + 1] & WHITE) << 8 | bytes[at + 2] & WHITE;
            }
        } else {
            image.getRGB(0, row, into.length, 1, into, 0, into.length);
        }
    }

    /** Whether the values can be taken as they are, as of nearly all photographs; turning them one by one takes ten times as long. */
    private boolean isPlain() {
        ColorModel colours = image.getColorModel();
        return colours instanceof ComponentColorModel
                && colours.getColorSpace().isCS_sRGB()
                && colours.getTransferType() == DataBuffer.TYPE_BYTE
                && !colours.isAlphaPremultiplied();
    }

    @FunctionalInterface
    private interface PixelLuma {
        float of(int pixel);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(int row, float[] into);
    }
}

package network.fanz.content.intelligence.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** The models that there are. {@code docs/models.md} says what each is worth. */
public enum PictureModel {
    /** Looks at every picture. */
    MOBILENET("nsfwjs MobileNetV2Mid", "mobilenet_v2_mid", 224),
    /** The second opinion, where the first is in doubt. */
    INCEPTION("nsfwjs InceptionV3", "inception_v3", 299);

    /** Of the package that the build takes them from. */
    public static final String VERSION = "4.4.0";

    private final String title;
    private final String file;
    private final int side;

    PictureModel(String title, String file, int side) {
        this.title = title;
        this.file = file;
        this.side = side;
    }

    /** As it is named in signals. */
    public String title() {
        return title;
    }

    /** How wide and high the square is that it looks at. */
    public int side() {
        return side;
    }

    /** Whether this program brings it. */
    public boolean isThere() {
        return place() != null;
    }

    byte[] read() throws IOException {
        URL place = place();
        if (place == null) {
            throw new ModelMissing(this);
        }
        try (InputStream bytes = place.openStream()) {
            return bytes.readAllBytes();
        }
    }

    private @Nullable URL place() {
        return PictureModel.class.getResource("/intelligence/models/" + file + ".onnx");
    }
}

package network.fanz.content.media;

import java.io.IOException;
import java.util.UUID;
import network.fanz.content.media.pictures.PictureMaker;
import org.springframework.stereotype.Component;

/** What is shown of uploaded pictures: {@code picture.jpg} and {@code thumbnail.jpg}. */
@Component
public class PictureRenditions {
    private final Pictures pictures;
    private final PictureMaker maker;

    PictureRenditions(Pictures pictures, PictureMaker maker) {
        this.pictures = pictures;
        this.maker = maker;
    }

    /**
     * Makes them, looks at them again, and keeps them. Made twice they are the same.
     *
     * @throws PictureRefused if the picture cannot be read within the limits
     * @throws PicturesBusy if others are read for too long
     * @throws IOException if its bytes cannot be read, or what was made is not whole
     */
    public void make(UUID upload) throws PictureRefused, IOException {
        maker.make(upload, pictures.bytes(upload));
    }
}

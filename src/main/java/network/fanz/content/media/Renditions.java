package network.fanz.content.media;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.media.renditions.RenditionKeeper;
import org.springframework.stereotype.Component;

/** What is shown of uploads. Who may see it is not decided here. */
@Component
public class Renditions {
    private final RenditionKeeper keeper;

    Renditions(RenditionKeeper keeper) {
        this.keeper = keeper;
    }

    /** All of an upload, by name. */
    public List<Rendition> of(UUID upload) {
        return keeper.of(upload);
    }

    public Optional<Rendition> find(UUID upload, String name) {
        return NewRendition.isName(name) ? keeper.find(upload, name) : Optional.empty();
    }

    /** Its bytes, to be read at any place. */
    public SeekableByteChannel open(Rendition rendition) {
        return keeper.open(rendition);
    }

    /** SHA-256 over all names and hashes, in small hexadecimal digits: another rendition is another digest. */
    public String digest(UUID upload) {
        return keeper.digest(upload);
    }
}

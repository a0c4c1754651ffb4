package network.fanz.content.media;

import java.util.UUID;
import network.fanz.content.media.renditions.RenditionKeeper;
import network.fanz.platform.objects.ObjectStore;
import org.springframework.stereotype.Component;

/** All that lies in the object store for an upload. */
@Component
class UploadBytes {
    private final UploadPartStore parts;
    private final RenditionKeeper renditions;
    private final ObjectStore objects;

    UploadBytes(UploadPartStore parts, RenditionKeeper renditions, ObjectStore objects) {
        this.parts = parts;
        this.renditions = renditions;
        this.objects = objects;
    }

    /** In the transaction of whoever deletes the upload. */
    void release(UUID upload) {
        parts.removeAll(upload).forEach(objects::release);
        renditions.release(upload);
    }
}

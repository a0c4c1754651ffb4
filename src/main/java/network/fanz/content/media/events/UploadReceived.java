package network.fanz.content.media.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A file has come whole.
 *
 * @param length bytes
 * @param type what its bytes say that it is, such as {@code video/mp4}
 */
@EventType("upload_received")
public record UploadReceived(UUID upload, AccountId owner, long length, String type, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return upload.toString();
    }
}

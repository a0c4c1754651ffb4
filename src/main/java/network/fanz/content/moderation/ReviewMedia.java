package network.fanz.content.moderation;

import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.review.MediaDoor;
import org.springframework.stereotype.Component;

/** The pictures of what waits, for whoever has it in hand and for nobody else. Each look is counted and stands in the audit log. */
@Component
public class ReviewMedia {
    private final MediaDoor door;

    ReviewMedia(MediaDoor door) {
        this.door = door;
    }

    /**
     * The names of its pictures, what shows most of it first. Of a film these are frames of it; of what a check has held, a copy of the file
     * itself, if it can be read.
     *
     * @throws ReviewClaimNeeded if the reader does not have it in hand
     * @throws ReviewMovedOn if it waits no more
     */
    public List<String> names(UUID item, AccountId reader) {
        return door.names(item, reader);
    }

    /**
     * @throws network.fanz.common.NotFound if there is no such picture, or it cannot be read
     * @throws ReviewClaimNeeded if the reader does not have it in hand
     * @throws ReviewMovedOn if it waits no more
     */
    public ReviewPicture open(UUID item, String name, AccountId reader) {
        return door.open(item, name, reader);
    }
}

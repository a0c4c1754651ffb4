package network.fanz.content.moderation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.review.MediaDoor;
import network.fanz.content.moderation.screening.FilmDoor;
import org.springframework.stereotype.Component;

/** What is seen of what waits, for whoever has it in hand and for nobody else. Each look is counted and stands in the audit log. */
@Component
public class ReviewMedia {
    private final MediaDoor door;
    private final FilmDoor films;

    ReviewMedia(MediaDoor door, FilmDoor films) {
        this.door = door;
        this.films = films;
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

    /**
     * Where its film is played from: as it would be seen, and never the file that was sent. It stands in the audit log once for as long as
     * somebody has it in hand, when the first part is opened. Empty if it is no film, or not all of it was made.
     *
     * @param session for which these addresses are good
     * @throws ReviewClaimNeeded if the reader does not have it in hand
     * @throws ReviewMovedOn if it waits no more
     */
    public Optional<ReviewFilm> film(UUID item, AccountId reader, UUID session) {
        return films.film(item, reader, session);
    }
}

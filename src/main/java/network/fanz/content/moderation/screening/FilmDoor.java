package network.fanz.content.moderation.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.Renditions;
import network.fanz.content.moderation.ReviewFilm;
import network.fanz.content.moderation.review.Looks;
import network.fanz.content.moderation.review.ReviewDesk;
import network.fanz.content.moderation.review.ReviewSubjects;
import network.fanz.content.moderation.review.ReviewSubjects.InHand;
import network.fanz.content.moderation.screening.FilmTokens.Screening;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Plays films to whoever has their item in hand: what would be seen of them, and never the file that was sent. */
@Component
public class FilmDoor {
    private static final List<RenditionKind> PLAYED =
            List.of(RenditionKind.PLAYLIST, RenditionKind.SEGMENT, RenditionKind.CAPTION);

    private final ReviewSubjects subjects;
    private final ReviewDesk desk;
    private final Renditions renditions;
    private final FilmTokens tokens;
    private final FilmLookStore store;
    private final Looks looks;
    private final TransactionOperations transaction;

    FilmDoor(
            ReviewSubjects subjects,
            ReviewDesk desk,
            Renditions renditions,
            FilmTokens tokens,
            FilmLookStore store,
            Looks looks,
            TransactionOperations transaction) {
        this.subjects = subjects;
        this.desk = desk;
        this.renditions = renditions;
        this.tokens = tokens;
        this.store = store;
        this.looks = looks;
        this.transaction = transaction;
    }

    /** See {@link network.fanz.content.moderation.ReviewMedia#film}. */
    public Optional<ReviewFilm> film(UUID item, AccountId reader, UUID session) {
        InHand held = subjects.inHand(item, reader);
        return renditions.of(held.release().upload()).stream()
                .filter(each ->
                        each.kind() == RenditionKind.PLAYLIST && !each.name().contains("/"))
                .findFirst()
                .map(playlist -> address(held, playlist.name(), session));
    }

    /** Another address of what somebody watches, who keeps it in hand for as long. */
    ReviewFilm goOn(UUID item, AccountId reader, UUID session) {
        subjects.inHand(item, reader);
        desk.take(item, reader);
        return film(item, reader, session).orElseThrow(() -> new NotFound("film"));
    }

    private ReviewFilm address(InHand held, String playlist, UUID session) {
        Instant until = tokens.newEnd();
        UUID item = held.release().id();
        String token = tokens.sign(new Screening(item, session, shown(held)), until);
        return new ReviewFilm(FilmEndpoint.ITEMS + item + "/film/" + token + "/", playlist, until);
    }

    /**
     * A part of it.
     *
     * @throws NotFound if there is none, the token opens another one or nothing any more, or what is shown has changed
     * @throws network.fanz.content.moderation.ReviewClaimNeeded if they do not have it in hand
     * @throws network.fanz.content.moderation.ReviewMovedOn if it waits no more
     */
    Rendition open(UUID item, String token, String name, AccountId reader, UUID session) {
        InHand held = subjects.inHand(item, reader);
        if (!tokens.opens(token, new Screening(item, session, shown(held)))) {
            throw new NotFound("film");
        }
        Rendition part = renditions
                .find(held.release().upload(), name)
                .filter(each -> PLAYED.contains(each.kind()))
                .orElseThrow(() -> new NotFound("film"));
        transaction.executeWithoutResult(status -> {
            if (store.begin(item, reader)) {
                looks.record(
                        reader,
                        AuditAction.of(
                                        "moderation.see_film",
                                        reader,
                                        "work:" + held.release().work())
                                .with("release", item.toString())
                                .with("digest", held.digest()));
            }
        });
        return part;
    }

    /** What a check has held is decided about as a file; what is played of it counts here all the same. */
    private String shown(InHand held) {
        return held.digest() + " " + renditions.digest(held.release().upload());
    }
}

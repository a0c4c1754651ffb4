package network.fanz.content.catalogue;

import static network.fanz.common.Language.say;

import java.util.Locale;
import network.fanz.content.media.FilmRefusal;

/** Why a release is held or does not come, in words for its creator. */
public enum ReleaseCause {
    STEP_MISSING(
            "A check that every work needs is not set up on this network yet. Nothing is lost; it goes on by itself once it is."),
    STEP_FAILED("A check could not be finished. It is tried again, and our people can see it."),
    UNREADABLE(
            "The file cannot be read as what its first bytes say it is. Please send it again from the program that made it; a photo with a moving part goes as a plain picture."),
    TOO_LARGE("The picture has more pixels than we take. Please send a smaller one."),
    SAYS_TOO_LITTLE("Software cannot tell enough of it. It is held until one of our people has looked at it."),
    RECORDS_MISSING(
            "Something is missing about the people in it. Open its people: what, and what to do next, stands there."),
    CONSENT_REVOKED("Somebody in it has taken their consent back, so nobody sees it any more."),
    FILM_TOO_LARGE(
            "The film is longer than we take, or has more pixels, frames or streams. Please send a shorter or smaller one."),
    FILM_UNKNOWN_CODEC("The film is coded in a way that we cannot read. Please send it as H.264, H.265, VP9 or AV1."),
    /** The same of a film; its creator is told no more. */
    FILM_SAYS_TOO_LITTLE("Software cannot tell enough of it. It is held until one of our people has looked at it."),
    /** A bank names it. Its creator is told what a work is told of which software can tell too little: nobody tries out what is known. */
    KNOWN("Software cannot tell enough of it. It is held until one of our people has looked at it."),
    GATE_CLOSED("A record, a consent or a decision that it needs is not there any more. It is shown again once it is."),
    /** A person has said no; what of is said by moderation, in the policy's words. */
    AGAINST_RULES("One of our people has looked at it, and it is against our rules.");

    private final String words;

    ReleaseCause(String words) {
        this.words = words;
    }

    /** Why a film does not come. */
    public static ReleaseCause ofFilm(FilmRefusal refusal) {
        return switch (refusal) {
            case TOO_LONG, TOO_MANY_PIXELS, TOO_MANY_STREAMS, TOO_MANY_FRAMES -> FILM_TOO_LARGE;
            case UNKNOWN_CODEC -> FILM_UNKNOWN_CODEC;
            case UNREADABLE, NO_PICTURES, NO_DURATION, DAMAGED -> UNREADABLE;
        };
    }

    /** As programs are told. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As its creator is told, by pages and by programs. */
    public ReleaseCause shown() {
        return this == KNOWN || this == FILM_SAYS_TOO_LITTLE ? SAYS_TOO_LITTLE : this;
    }

    public String said() {
        return say(words);
    }
}

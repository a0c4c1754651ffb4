package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Work;
import network.fanz.content.media.FilmRenditions.RungProgress;
import org.jspecify.annotations.Nullable;

/**
 * A work as its creator's list shows it.
 *
 * @param state where it stands, in words
 * @param tone the colour of the state's chip
 * @param next what comes next, or why it does not
 * @param goesOn whether it moves by itself, so that the list is worth looking at again
 * @param seen whether others see it
 * @param withdrawable whether it can be taken back
 */
public record WorkLine(
        UUID id,
        String title,
        List<String> tags,
        String kind,
        String state,
        String tone,
        String next,
        Instant since,
        boolean goesOn,
        boolean seen,
        boolean withdrawable) {
    private static final int WHOLE = 100;

    /** @param rejection why it was rejected, in the policy's words; null if it was not */
    static WorkLine of(Work work, @Nullable String rejection) {
        return line(work, next(work, rejection));
    }

    /** Of a film of which is made what will be shown. */
    static WorkLine inMaking(Work work, List<RungProgress> rungs) {
        List<String> words = new ArrayList<>(List.of(next(work.state())));
        for (RungProgress rung : rungs) {
            words.add(
                    rung.percent() < WHOLE
                            ? say("{0}: {1} %.", rung.name(), rung.percent())
                            : say("{0} is ready.", rung.name()));
        }
        return line(work, String.join(" ", words));
    }

    private static WorkLine line(Work work, String next) {
        return new WorkLine(
                work.id(),
                work.title(),
                work.tags(),
                UploadLine.kind(work.type()),
                state(work.state()),
                tone(work.state()),
                next,
                work.movedAt(),
                goesOn(work.state()),
                work.state() == ReleaseState.PUBLISHED,
                work.state() != ReleaseState.WITHDRAWN);
    }

    private static String next(Work work, @Nullable String rejection) {
        ReleaseCause cause = work.cause();
        if (cause == null) {
            return next(work.state());
        }
        return cause == ReleaseCause.AGAINST_RULES && rejection != null ? rejection : cause.said();
    }

    private static boolean goesOn(ReleaseState state) {
        return switch (state) {
            case RECEIVED, SNIFFED, HASHED, DERIVED, SIGNALLED, RECORDS -> true;
            case REVIEW, PUBLISHED, HELD, REJECTED, SEALED, WITHDRAWN -> false;
        };
    }

    private static String state(ReleaseState state) {
        return switch (state) {
            case RECEIVED, SNIFFED, HASHED, DERIVED, RECORDS -> say("Being checked");
            case SIGNALLED -> say("Waits for records");
            case REVIEW -> say("Waits for a person");
            case PUBLISHED -> say("Published");
            case HELD, SEALED -> say("Held");
            case REJECTED -> say("Not accepted");
            case WITHDRAWN -> say("Taken back");
        };
    }

    private static String tone(ReleaseState state) {
        return switch (state) {
            case PUBLISHED -> "ok";
            case HELD, SEALED -> "warn";
            case REJECTED -> "bad";
            case WITHDRAWN -> "";
            case RECEIVED, SNIFFED, HASHED, DERIVED, SIGNALLED, RECORDS, REVIEW -> "info";
        };
    }

    private static String next(ReleaseState state) {
        return switch (state) {
            case RECEIVED -> say("All of the file is read once.");
            case SNIFFED -> say("It is compared with what must never be shown.");
            case HASHED -> say("What will be shown of it is made.");
            case DERIVED -> say("Software looks at it, to say where people should look.");
            case SIGNALLED -> say("Everyone in it needs a record and must agree.");
            case RECORDS, REVIEW -> say("One of our people looks at it. Nothing is shown before that.");
            case PUBLISHED -> say("Whoever may have it sees it.");
            case HELD, SEALED -> say("One of our people looks at it.");
            case REJECTED -> say("It does not come.");
            case WITHDRAWN -> say("Nobody sees it.");
        };
    }
}

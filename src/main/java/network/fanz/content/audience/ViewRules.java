package network.fanz.content.audience;

import java.time.Duration;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.content.catalogue.SentMedia;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import org.jspecify.annotations.Nullable;

/** What is a view, and whose look is none. */
final class ViewRules {
    /** Whoever comes back within this goes on with the view that they had. */
    static final Duration SAME_VIEW = Duration.ofMinutes(30);

    /** As often a day counts one viewer of one work. */
    static final int OF_VIEWER_MAX = 5;

    /** As many viewers without an account a day count from one network for one work. */
    static final int OF_NETWORK_MAX = 20;

    private static final int TENTHS = 10;
    private static final Pattern SEGMENT = Pattern.compile(".*/([0-9]{5})\\.m4s");
    private static final Pattern PROGRAM = Pattern.compile(
            "bot|crawl|spider|slurp|preview|headless|scrape|monitor|lighthouse|externalhit|python|curl|wget");

    private ViewRules() {}

    /** Which piece of its work it is, from 0; empty for what is shown beside it, such as a poster or a playlist. */
    static OptionalInt piece(Rendition rendition) {
        if (rendition.kind() == RenditionKind.PICTURE) {
            return OptionalInt.of(0);
        }
        Matcher segment = SEGMENT.matcher(rendition.name());
        return rendition.kind() == RenditionKind.SEGMENT && segment.matches()
                ? OptionalInt.of(Integer.parseInt(segment.group(1)) - 1)
                : OptionalInt.empty();
    }

    /** Whether a look counts: not the creator's own, not staff's, and no program's that says it is one. */
    static boolean counts(SentMedia sent) {
        return !sent.unasked()
                && isBrowser(sent.agent())
                && !sent.caller().is(sent.creator())
                && sent.caller().roles().stream().noneMatch(Role::isStaff);
    }

    /** Every browser has said so since 1994; of the programs that say it too, most say what they are beside it. */
    static boolean isBrowser(@Nullable String agent) {
        return Optional.ofNullable(agent)
                .map(said -> said.toLowerCase(Locale.ROOT))
                .filter(said ->
                        said.startsWith("mozilla/") && !PROGRAM.matcher(said).find())
                .isPresent();
    }

    /**
     * Whether so much was sent that it is a view: three seconds or a tenth. A piece of a film lasts five seconds; its last one may be
     * shorter, and counts by the tenth alone.
     *
     * @param parts how many pieces there are
     */
    static boolean isView(BitSet pieces, int parts) {
        int first = pieces.nextSetBit(0);
        return first >= 0 && first < parts && (first < parts - 1 || pieces.cardinality() * TENTHS >= parts);
    }
}

package network.fanz.content.compliance;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands who is in a work.
 *
 * @param name the legal one, as the record has it now
 * @param oneself whether it is the creator
 * @param given what they agree to now
 * @param asked the last time they were asked; null if never, and of oneself
 * @param gaps nothing, or all that is missing of them
 */
public record PersonInWork(
        UUID performer,
        String name,
        boolean oneself,
        Set<ConsentScope> given,
        @Nullable AskedConsent asked,
        List<WorkGap> gaps) {
    public PersonInWork {
        given = Set.copyOf(given);
        gaps = List.copyOf(gaps);
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "PersonInWork[" + performer + "]";
    }
}

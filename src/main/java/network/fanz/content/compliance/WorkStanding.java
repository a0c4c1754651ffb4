package network.fanz.content.compliance;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether everybody in a work has a record and has consented, and what is missing.
 *
 * @param statement what its creator says; null while they have said nothing
 * @param people those who are in it
 * @param others what is missing apart from them
 */
public record WorkStanding(
        UUID work, @Nullable WorkStatement statement, List<PersonInWork> people, List<WorkGap> others) {
    public WorkStanding {
        people = List.copyOf(people);
        others = List.copyOf(others);
    }

    /** All that is missing; nothing if it may go on. */
    public List<WorkGap> gaps() {
        return Stream.concat(
                        others.stream(), people.stream().map(PersonInWork::gaps).flatMap(List::stream))
                .toList();
    }

    public boolean isComplete() {
        return gaps().isEmpty();
    }
}

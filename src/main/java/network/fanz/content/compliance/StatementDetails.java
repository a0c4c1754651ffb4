package network.fanz.content.compliance;

import java.util.List;
import java.util.UUID;
import network.fanz.common.InvalidField;

/**
 * When, where and by whom a work was made.
 *
 * @param place such as a city
 * @param producer who has the records: the legal name of the primary producer
 * @param producerAddress their place of business
 */
public record StatementDetails(
        Production production, String place, ProducerRole role, String producer, String producerAddress) {
    /** @throws network.fanz.common.InvalidField if one is empty or too long, or holds what cannot be seen or a card number */
    public static StatementDetails of(
            Production production, String place, ProducerRole role, String producer, String producerAddress) {
        return new StatementDetails(
                production,
                RecordText.name("place", place),
                role,
                RecordText.name("producer", producer),
                RecordText.words("producerAddress", producerAddress));
    }

    /**
     * Who is named, where it has to be said that nobody is.
     *
     * @throws InvalidField if neither is said, or both are
     */
    public static List<UUID> people(String field, List<UUID> named, boolean nobody) {
        if (named.isEmpty() && !nobody) {
            throw new InvalidField(field, "Say who is in it, also if it is nobody but you.");
        }
        if (nobody && !named.isEmpty()) {
            throw new InvalidField(field, "Name people, or say that it shows nobody: not both.");
        }
        return List.copyOf(named);
    }

    /** Personal data: never in a log. */
    @Override
    public String toString() {
        return "StatementDetails";
    }
}

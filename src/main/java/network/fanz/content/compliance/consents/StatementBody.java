package network.fanz.content.compliance.consents;

import static network.fanz.common.InvalidField.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.ProducerRole;
import network.fanz.content.compliance.Production;
import network.fanz.content.compliance.StatementDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends of the people in a work.
 *
 * @param from the number of what was said last; 0 or nothing for the first time
 * @param nobody whether it shows no real person, which has to be said
 */
record StatementBody(
        @Nullable Integer from,
        @Nullable List<@Nullable UUID> people,
        @Nullable Boolean nobody,
        @Nullable LocalDate producedOn,
        @Nullable String timeZone,
        @Nullable String country,
        @Nullable String place,
        @Nullable ProducerRole role,
        @Nullable String producer,
        @Nullable String producerAddress,
        @Nullable String why,
        @Nullable String evidence) {
    StatementDetails details() {
        return StatementDetails.of(
                new Production(
                        required("producedOn", producedOn),
                        Production.zone("timeZone", Objects.requireNonNullElse(timeZone, "")),
                        IdentityDocument.country("country", required("country", country))),
                required("place", place),
                required("role", role),
                required("producer", producer),
                required("producerAddress", producerAddress));
    }

    List<UUID> named() {
        List<UUID> named = Objects.requireNonNullElse(people, List.<UUID>of()).stream()
                .map(person -> required("people", person))
                .toList();
        return StatementDetails.people("people", named, Boolean.TRUE.equals(nobody));
    }

    @Nullable Amendment amendment() {
        return why == null && evidence == null
                ? null
                : new Amendment(
                        Amendment.words("why", required("why", why)),
                        Amendment.words("evidence", required("evidence", evidence)));
    }

    @Override
    public String toString() {
        return "StatementBody";
    }
}

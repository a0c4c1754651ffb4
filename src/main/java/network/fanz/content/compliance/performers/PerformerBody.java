package network.fanz.content.compliance.performers;

import static network.fanz.common.InvalidField.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.OtherNameKind;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.RecordText;
import org.jspecify.annotations.Nullable;

/** What a caller sends of a person. */
record PerformerBody(
        @Nullable Boolean oneself,
        @Nullable String family,
        @Nullable String given,
        @Nullable List<@Nullable NameBody> otherNames,
        @Nullable LocalDate dateOfBirth) {
    record NameBody(@Nullable OtherNameKind kind, @Nullable String name) {
        @Override
        public String toString() {
            return "NameBody";
        }
    }

    record PersonAmendment(
            @Nullable Integer from,
            @Nullable PerformerBody person,
            @Nullable String why,
            @Nullable String evidence) {
        @Override
        public String toString() {
            return "PersonAmendment";
        }
    }

    PerformerDetails details() {
        List<OtherName> names = new ArrayList<>();
        for (NameBody other : Objects.requireNonNullElse(otherNames, List.<NameBody>of())) {
            NameBody name = required("otherNames", other);
            names.add(OtherName.of(
                    "otherNames", required("otherNames", name.kind()), required("otherNames", name.name())));
        }
        return new PerformerDetails(
                RecordText.name("family", required("family", family)),
                PerformerDetails.given("given", Objects.requireNonNullElse(given, "")),
                names,
                required("dateOfBirth", dateOfBirth));
    }

    static Amendment amendment(@Nullable String why, @Nullable String evidence) {
        return new Amendment(
                Amendment.words("why", required("why", why)),
                Amendment.words("evidence", required("evidence", evidence)));
    }

    @Override
    public String toString() {
        return "PerformerBody";
    }
}

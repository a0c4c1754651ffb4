package network.fanz.web.studio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.InvalidField;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.ProducerRole;
import network.fanz.content.compliance.Production;
import network.fanz.content.compliance.RecordText;
import network.fanz.content.compliance.StatementDetails;
import network.fanz.content.compliance.WorkStatement;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Reads what is typed of who is in a work and how it was made, and proposes what was said last. */
public final class StatementForm {
    private StatementForm() {}

    /** The box of a person. */
    public static String box(UUID person) {
        return "person-" + person;
    }

    static StatementDetails read(Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<LocalDate> on = fields.read(() -> form.date("producedOn"));
        Supplier<Optional<ZoneId>> zone =
                fields.read(() -> Optional.ofNullable(Production.zone("timeZone", form.value("timeZone"))));
        Supplier<String> country = fields.read(() -> IdentityDocument.country("country", form.text("country")));
        Supplier<String> place = fields.read(() -> RecordText.name("place", form.text("place")));
        Supplier<ProducerRole> role = fields.read(() -> role(form.text("role")));
        Supplier<String> producer = fields.read(() -> RecordText.name("producer", form.text("producer")));
        Supplier<String> address = fields.read(() -> RecordText.words("producerAddress", form.text("producerAddress")));
        fields.refuseWrong();
        return new StatementDetails(
                new Production(on.get(), zone.get().orElse(null), country.get()),
                place.get(),
                role.get(),
                producer.get(),
                address.get());
    }

    static List<UUID> people(Form form, List<PerformerRecord> records) {
        List<UUID> ticked = records.stream()
                .map(PerformerRecord::id)
                .filter(id -> form.checked(box(id)))
                .toList();
        return StatementDetails.people("people", ticked, form.checked("nobody"));
    }

    static int from(Form form) {
        String typed = form.value("from");
        if (!typed.matches("[0-9]{1,6}")) {
            throw new InvalidField("from", "Open the page again: this form does not say which version it amends.");
        }
        return Integer.parseInt(typed);
    }

    static Form proposing(@Nullable WorkStatement said) {
        if (said == null) {
            return Form.of(Map.of("from", "0"));
        }
        StatementDetails details = said.details();
        ZoneId zone = details.production().zone();
        Map<String, String> values = new HashMap<>();
        values.put("from", Integer.toString(said.number()));
        values.put("producedOn", details.production().on().toString());
        values.put("timeZone", zone == null ? "" : zone.getId());
        values.put("country", details.production().country());
        values.put("place", details.place());
        values.put("role", details.role().name());
        values.put("producer", details.producer());
        values.put("producerAddress", details.producerAddress());
        said.people().forEach(person -> values.put(box(person), "yes"));
        if (said.people().isEmpty()) {
            values.put("nobody", "yes");
        }
        return Form.of(values);
    }

    static Map<String, String> roles() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(ProducerRole.values()).forEach(role -> choices.put(role.name(), role.said()));
        return choices;
    }

    private static ProducerRole role(String code) {
        return Arrays.stream(ProducerRole.values())
                .filter(role -> role.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidField("role", "Choose one from the list."));
    }
}

package network.fanz.web.studio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.OtherNameKind;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerVersion;
import network.fanz.content.compliance.RecordText;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;

/** Reads what is typed of a person, and proposes what a record says of them. */
final class PersonForm {
    private PersonForm() {}

    static PerformerDetails read(Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<String> family = fields.read(() -> RecordText.name("family", form.text("family")));
        Supplier<String> given = fields.read(() -> PerformerDetails.given("given", form.value("given")));
        Supplier<LocalDate> born = fields.read(() -> form.date("dateOfBirth"));
        List<Supplier<OtherName>> others = new ArrayList<>();
        for (OtherNameKind kind : OtherNameKind.values()) {
            form.value(kind.code())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> others.add(fields.read(() -> OtherName.of(kind.code(), kind, line))));
        }
        fields.refuseWrong();
        return new PerformerDetails(
                family.get(), given.get(), others.stream().map(Supplier::get).toList(), born.get());
    }

    /** What a form of an amendment says besides, all wrong fields at once. */
    static Amendment amendment(Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<String> why = fields.read(() -> Amendment.words("why", form.text("why")));
        Supplier<String> evidence = fields.read(() -> Amendment.words("evidence", form.text("evidence")));
        fields.refuseWrong();
        return new Amendment(why.get(), evidence.get());
    }

    static Form proposing(PerformerVersion version) {
        PerformerDetails details = version.details();
        Map<String, String> values = new HashMap<>();
        values.put("from", Integer.toString(version.number()));
        values.put("family", details.family());
        values.put("given", details.given());
        values.put("dateOfBirth", details.dateOfBirth().toString());
        for (OtherNameKind kind : OtherNameKind.values()) {
            values.put(kind.code(), String.join("\n", details.otherNames(kind)));
        }
        return Form.of(values);
    }
}

package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.fanz.common.InvalidField;
import network.fanz.content.compliance.DocumentType;
import network.fanz.content.compliance.DocumentVersion;
import network.fanz.content.compliance.IdentityDocument;
import network.fanz.content.compliance.RecordText;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Reads what is typed of an identity document, and proposes what a record says of it. */
final class DocumentForm {
    private static final String YES = "yes";
    private static final String NO = "no";

    private DocumentForm() {}

    static IdentityDocument read(Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<DocumentType> type = fields.read(() -> type(form.text("type")));
        Supplier<String> country = fields.read(() -> IdentityDocument.country("country", form.text("country")));
        Supplier<String> issuer = fields.read(() -> RecordText.name("issuer", form.text("issuer")));
        Supplier<String> number = fields.read(() -> RecordText.number("number", form.text("number")));
        Supplier<Optional<LocalDate>> expires = fields.read(() -> expires(form));
        Supplier<Boolean> picture = fields.read(() -> picture(form.text("recentPicture")));
        Supplier<LocalDate> examined = fields.read(() -> form.date("examinedOn"));
        Supplier<String> examiner = fields.read(() -> RecordText.name("examinedBy", form.text("examinedBy")));
        Supplier<String> address = fields.read(() -> RecordText.words("examinerAddress", form.text("examinerAddress")));
        fields.refuseWrong();
        return new IdentityDocument(
                type.get(),
                country.get(),
                issuer.get(),
                number.get(),
                expires.get().orElse(null),
                picture.get(),
                examined.get(),
                examiner.get(),
                address.get());
    }

    /** A new document, examined by whoever examined the one before. */
    static Form following(@Nullable DocumentVersion last) {
        return last == null
                ? Form.empty()
                : Form.of(Map.of(
                        "examinedBy",
                        last.content().examinedBy(),
                        "examinerAddress",
                        last.content().examinerAddress()));
    }

    static Form proposing(DocumentVersion version) {
        IdentityDocument document = version.content();
        Map<String, String> values = new HashMap<>();
        values.put("from", Integer.toString(version.number()));
        values.put("type", document.type().code());
        values.put("country", document.country());
        values.put("issuer", document.issuer());
        values.put("number", document.number());
        values.put(
                "expiresOn",
                document.expiresOn() == null ? "" : document.expiresOn().toString());
        values.put("recentPicture", document.recentPicture() ? YES : NO);
        values.put("examinedOn", document.examinedOn().toString());
        values.put("examinedBy", document.examinedBy());
        values.put("examinerAddress", document.examinerAddress());
        return Form.of(values);
    }

    static Map<String, String> types() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(DocumentType.values())
                .forEach(type -> choices.put(type.code(), type.words().said()));
        return choices;
    }

    /** Whether it has a recent picture. */
    static Map<String, String> answers() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(YES, say("Yes, it has"));
        choices.put(NO, say("No"));
        return choices;
    }

    private static Optional<LocalDate> expires(Form form) {
        return form.value("expiresOn").isBlank() ? Optional.empty() : Optional.of(form.date("expiresOn"));
    }

    private static DocumentType type(String code) {
        return Arrays.stream(DocumentType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidField("type", "Choose one from the list."));
    }

    private static boolean picture(String answer) {
        if (!answer.equals(YES) && !answer.equals(NO)) {
            throw new InvalidField("recentPicture", "Choose one from the list.");
        }
        return answer.equals(YES);
    }
}

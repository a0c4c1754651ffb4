package network.fanz.web.studio;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.InvalidField;
import network.fanz.content.catalogue.NewWork;
import network.fanz.content.catalogue.WorkTags;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;

/** Reads the words of a new work. */
final class NewWorkForm {
    private NewWorkForm() {}

    /** @throws InvalidField naming each field that is wrong */
    static NewWork read(UUID upload, Form form) {
        FieldChecks fields = new FieldChecks();
        Supplier<NewWork> words = fields.read(() -> NewWork.of(upload, form.value("title"), form.value("description")));
        Supplier<List<String>> tags = fields.read(() -> WorkTags.typed(form.value("tags")));
        fields.refuseWrong();
        NewWork read = words.get();
        return new NewWork(read.upload(), read.title(), read.description(), tags.get());
    }
}

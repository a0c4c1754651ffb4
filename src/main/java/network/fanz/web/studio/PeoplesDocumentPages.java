package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.content.compliance.DocumentVersion;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.web.auth.CountryNames;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The documents by which people in works were identified: one more, and what is to be said of one from now on. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class PeoplesDocumentPages {
    private final PerformerRecords records;

    PeoplesDocumentPages(PerformerRecords records) {
        this.records = records;
    }

    @GetMapping("/studio/people/{id}/documents/new")
    ModelAndView begin(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        PerformerRecord record = records.own(caller.requireAccount(), id);
        DocumentVersion last =
                record.documents().isEmpty() ? null : record.documents().getLast();
        return blank(record, DocumentForm.following(last), shell);
    }

    @PostMapping("/studio/people/{id}/documents")
    ModelAndView add(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    records.addDocument(caller.requireAccount(), id, DocumentForm.read(form), form.idempotencyKey());
                    return shell.redirect(PeoplePages.path(id), PageNotice.ok(say("The document is in the record.")));
                },
                again -> blank(records.own(caller.requireAccount(), id), again, shell));
    }

    @GetMapping("/studio/people/{id}/documents/{document}")
    ModelAndView amendment(
            @PathVariable("id") UUID id, @PathVariable("document") UUID document, Caller caller, Shell shell) {
        PerformerRecord record = records.own(caller.requireAccount(), id);
        return amending(record, document, DocumentForm.proposing(record.currentDocument(document)), shell);
    }

    @PostMapping("/studio/people/{id}/documents/{document}")
    ModelAndView amend(
            @PathVariable("id") UUID id,
            @PathVariable("document") UUID document,
            Caller caller,
            Form form,
            Shell shell) {
        return form.submit(
                () -> {
                    records.amendDocument(
                            caller.requireAccount(),
                            id,
                            document,
                            PeoplePages.from(form),
                            DocumentForm.read(form),
                            PersonForm.amendment(form),
                            form.idempotencyKey());
                    return shell.redirect(
                            PeoplePages.path(id),
                            PageNotice.ok(say("Amended. What the record said before stays in its history.")));
                },
                again -> amending(records.own(caller.requireAccount(), id), document, again, shell));
    }

    private static ModelAndView blank(PerformerRecord record, Form form, Shell shell) {
        return shell.page(
                "studio/document-new",
                Map.of(
                        "record",
                        record,
                        "form",
                        form,
                        "types",
                        DocumentForm.types(),
                        "countries",
                        CountryNames.all(),
                        "answers",
                        DocumentForm.answers()));
    }

    private static ModelAndView amending(PerformerRecord record, UUID document, Form form, Shell shell) {
        return shell.page(
                "studio/document-amendment",
                Map.of(
                        "record",
                        record,
                        "document",
                        record.currentDocument(document),
                        "form",
                        form,
                        "types",
                        DocumentForm.types(),
                        "countries",
                        CountryNames.all(),
                        "answers",
                        DocumentForm.answers()));
    }
}

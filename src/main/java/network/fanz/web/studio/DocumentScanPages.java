package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.common.Role;
import network.fanz.content.compliance.DocumentScans;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PerformerRecords;
import network.fanz.content.media.Upload;
import network.fanz.content.media.UploadFiles;
import network.fanz.content.media.UploadState;
import network.fanz.content.media.Uploads;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The picture of a document: one of the files that a creator has sent becomes it. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class DocumentScanPages {
    private static final int ROWS = 100;

    private final PerformerRecords records;
    private final DocumentScans scans;
    private final Uploads uploads;
    private final UploadFiles files;

    DocumentScanPages(PerformerRecords records, DocumentScans scans, Uploads uploads, UploadFiles files) {
        this.records = records;
        this.scans = scans;
        this.uploads = uploads;
        this.files = files;
    }

    @GetMapping("/studio/people/{id}/documents/{document}/scan")
    ModelAndView choose(
            @PathVariable("id") UUID id, @PathVariable("document") UUID document, Caller caller, Shell shell) {
        return choose(id, document, caller, Form.empty(), shell);
    }

    @PostMapping("/studio/people/{id}/documents/{document}/scan")
    ModelAndView add(
            @PathVariable("id") UUID id,
            @PathVariable("document") UUID document,
            Caller caller,
            Form form,
            Shell shell) {
        return form.submit(
                () -> {
                    scans.add(
                            caller.requireAccount(), id, document, upload(form.text("upload")), form.idempotencyKey());
                    return shell.redirect(PeoplePages.path(id), PageNotice.ok(say("The scan is in the record.")));
                },
                again -> choose(id, document, caller, again, shell));
    }

    private ModelAndView choose(UUID id, UUID document, Caller caller, Form form, Shell shell) {
        AccountId creator = caller.requireAccount();
        PerformerRecord record = records.own(creator, id);
        Map<String, Object> model = new HashMap<>();
        model.put("record", record);
        model.put("document", record.currentDocument(document));
        model.put("pictures", pictures(creator));
        model.put("form", form);
        return shell.page("studio/document-scan", model);
    }

    /** The latest whole pictures that belong to nothing yet. */
    private Map<String, String> pictures(AccountId creator) {
        List<Upload> whole = uploads.of(creator, null, ROWS).items().stream()
                .filter(file -> file.state() == UploadState.RECEIVED
                        && file.type() != null
                        && !file.type().isFilm())
                .toList();
        Set<UUID> claimed = files.claimed(whole);
        Map<String, String> pictures = new LinkedHashMap<>();
        whole.stream()
                .filter(file -> !claimed.contains(file.id()))
                .forEach(file -> pictures.put(file.id().toString(), name(file)));
        return pictures;
    }

    private static String name(Upload file) {
        String size = ByteText.of(file.length());
        return file.fileName() == null ? say("A picture of {0}", size) : file.fileName() + ", " + size;
    }

    private static UUID upload(String typed) {
        try {
            return CanonicalText.uuid(typed);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("upload", "Choose one from the list.");
        }
    }
}

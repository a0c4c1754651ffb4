package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.media.Upload;
import network.fanz.content.media.UploadFiles;
import network.fanz.content.media.Uploads;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.PageNotice;
import network.fanz.web.page.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a creator sends files, and sees those that came. The sending itself is the island's, by the API. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class UploadPages {
    private static final String PATH = "/studio/uploads";
    private static final int ROWS = 30;

    private final Uploads uploads;
    private final UploadFiles files;

    UploadPages(Uploads uploads, UploadFiles files) {
        this.uploads = uploads;
        this.files = files;
    }

    @GetMapping(PATH)
    ModelAndView uploads(
            @RequestParam(name = "after", required = false) @Nullable String after, Caller caller, Shell shell) {
        return page(after, caller, Form.empty(), shell);
    }

    @PostMapping("/studio/uploads/{id}/deletion")
    ModelAndView delete(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    uploads.delete(id, caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Deleted for good.")));
                },
                again -> page(null, caller, again, shell));
    }

    private ModelAndView page(@Nullable String after, Caller caller, Form form, Shell shell) {
        Page<Upload> own = uploads.of(caller.requireAccount(), after, ROWS);
        Set<UUID> inWorks = files.claimed(own.items());
        return shell.page(
                "studio/uploads",
                Map.of(
                        "page",
                        own.map(upload -> UploadLine.of(upload, inWorks.contains(upload.id()))),
                        "missing",
                        !uploads.whyNot(caller.requireAccount()).isEmpty(),
                        "fileMax",
                        ByteText.of(uploads.fileMax()),
                        "form",
                        form));
    }
}

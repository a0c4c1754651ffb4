package network.fanz.web.studio;

import static network.fanz.common.Language.say;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.Work;
import network.fanz.content.catalogue.Works;
import network.fanz.content.media.FilmRenditions;
import network.fanz.content.media.Uploads;
import network.fanz.content.moderation.Reviews;
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

/** Where a creator makes works of files that have come, and sees where each one stands. */
@Controller
@OnBrands(Brand.TUBE)
@Access(Role.CREATOR)
final class WorkPages {
    private static final String PATH = "/studio/works";
    private static final int ROWS = 30;
    private static final int LOOKS = 60;
    private static final int SECONDS = 5;

    private final Works works;
    private final Uploads uploads;
    private final Releases releases;
    private final FilmRenditions films;
    private final Reviews reviews;

    WorkPages(Works works, Uploads uploads, Releases releases, FilmRenditions films, Reviews reviews) {
        this.reviews = reviews;
        this.works = works;
        this.uploads = uploads;
        this.releases = releases;
        this.films = films;
    }

    /**
     * While something moves by itself the page looks again for a while.
     *
     * @param look how often it has looked by itself
     */
    @GetMapping(PATH)
    ModelAndView works(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "look", defaultValue = "0") int look,
            Caller caller,
            HttpServletResponse response,
            Shell shell) {
        Page<WorkLine> lines = lines(after, caller);
        if (after == null && look < LOOKS && lines.items().stream().anyMatch(WorkLine::goesOn)) {
            response.setHeader("Refresh", SECONDS + "; url=" + shell.to(PATH + "?look=" + (Math.max(look, 0) + 1)));
        }
        return list(lines, Form.empty(), shell);
    }

    @GetMapping("/studio/uploads/{id}/work")
    ModelAndView begin(@PathVariable("id") UUID id, Caller caller, Shell shell) {
        return form(id, caller, Form.empty(), shell);
    }

    @PostMapping("/studio/uploads/{id}/work")
    ModelAndView begin(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    works.begin(caller.requireAccount(), NewWorkForm.read(id, form), form.idempotencyKey());
                    return shell.redirect(
                            PATH, PageNotice.ok(say("Your work is made. Nobody sees it before it is published.")));
                },
                again -> form(id, caller, again, shell));
    }

    @PostMapping("/studio/works/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable("id") UUID id, Caller caller, Form form, Shell shell) {
        return form.submit(
                () -> {
                    works.withdraw(id, caller.requireAccount());
                    return shell.redirect(PATH, PageNotice.ok(say("Taken back. Nobody sees it.")));
                },
                again -> list(lines(null, caller), again, shell));
    }

    private ModelAndView form(UUID upload, Caller caller, Form form, Shell shell) {
        return shell.page(
                "studio/new-work",
                Map.of("upload", UploadLine.of(uploads.find(upload, caller.requireAccount()), false), "form", form));
    }

    private Page<WorkLine> lines(@Nullable String after, Caller caller) {
        Page<Work> page = works.of(caller.requireAccount(), after, ROWS);
        Map<UUID, String> why =
                reviews.wordsToCreators(page.items().stream().map(Work::id).toList());
        return page.map(work -> line(work, why.get(work.id())));
    }

    private static ModelAndView list(Page<WorkLine> lines, Form form, Shell shell) {
        return shell.page("studio/works", Map.of("page", lines, "form", form));
    }

    /** Of a film that is being made, how far that is. */
    private WorkLine line(Work work, @Nullable String rejection) {
        return work.state() == ReleaseState.HASHED && work.type().isFilm()
                ? releases.ofWork(work.id())
                        .map(release -> WorkLine.inMaking(work, films.progress(release.upload())))
                        .orElseGet(() -> WorkLine.of(work, rejection))
                : WorkLine.of(work, rejection);
    }
}

package network.fanz.web.dash;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SignIn;
import network.fanz.security.monitoring.Monitoring;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventFilter;
import network.fanz.web.brand.OnBrands;
import network.fanz.web.form.Form;
import network.fanz.web.page.Shell;
import network.fanz.web.page.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Security events: a table for everybody, which goes on by itself where there is script. */
@Controller
@OnBrands(Brand.DASH)
@Access({Role.ADMINISTRATOR, Role.ANALYST})
final class SecurityPages {
    private static final int ROWS = 50;
    /** A row that comes live shows the end of its account's id: under attack a look-up for each row and reader would cost too much. */
    private static final StaffNames NOT_LOOKED_UP = new StaffNames(Map.of());

    private static final Set<Role> WATCHERS = EnumSet.of(Role.ADMINISTRATOR, Role.ANALYST);

    private final Monitoring monitoring;
    private final SignIn signIn;
    private final Identity identity;
    private final Templates templates;

    SecurityPages(Monitoring monitoring, SignIn signIn, Identity identity, Templates templates) {
        this.monitoring = monitoring;
        this.signIn = signIn;
        this.identity = identity;
        this.templates = templates;
    }

    @GetMapping("/security/events")
    ModelAndView events(Form form, Shell shell) {
        return form.select(
                () -> {
                    SecurityEventFilter filter = SecurityEventFilter.of(
                            form.value("severity"),
                            form.value("category"),
                            form.value("source"),
                            form.value("user"),
                            form.values().get("address"));
                    String after = form.values().get("after");
                    long newest = monitoring.newestEvent();
                    Page<SecurityEvent> page = monitoring.events(filter, after, ROWS);
                    return list(new EventList(filter, form, page, after == null ? newest : null), shell);
                },
                again -> list(EventList.unread(again), shell));
    }

    private ModelAndView list(EventList list, Shell shell) {
        return shell.page(
                "dash/events",
                Map.of("list", list, "names", StaffNames.of(identity, people(list.filter(), list.page()))));
    }

    @GetMapping("/security/events/{id}")
    ModelAndView event(@PathVariable UUID id, Shell shell) {
        SecurityEvent event = monitoring.event(id).orElseThrow(() -> new NotFound("event"));
        return shell.page("dash/event", Map.of("event", event, "names", StaffNames.of(identity, people(event))));
    }

    private static List<@Nullable AccountId> people(SecurityEvent event) {
        return Collections.singletonList(event.userId());
    }

    private static List<@Nullable AccountId> people(SecurityEventFilter filter, Page<SecurityEvent> page) {
        List<@Nullable AccountId> people = new ArrayList<>();
        people.add(filter.userId());
        page.items().forEach(event -> people.add(event.userId()));
        return people;
    }

    /** Finished rows, so that the browser only puts them into the table. */
    @GetMapping(path = "/security/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Shell shell) {
        String lastEventId = request.getHeader("Last-Event-ID");
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        return monitoring.watch(
                lastEventId != null ? lastEventId : after,
                SecurityEventFilter.of(severity, category, source, user, address),
                signIn.watch(request, WATCHERS),
                event -> SseEmitter.event().name("row").data(row(shell, event, reader)));
    }

    /** Made by the thread of whatever happened, in the time zone of whoever watches. */
    private String row(Shell shell, SecurityEvent event, @Nullable LocaleContext reader) {
        LocaleContextHolder.setLocaleContext(reader);
        try {
            return templates
                    .text("dash/eventrow", Map.of("shell", shell, "event", event, "names", NOT_LOOKED_UP))
                    .replace('\n', ' ');
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}

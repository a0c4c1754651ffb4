package network.fanz.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.web.brand.BrandSite;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Keeps what was typed into a form that could do nothing: its sender was signed out meanwhile, its page was too old, or a recent proof was
 * missing. It lies in the browser's session, sealed and for minutes, one form a session; never a secret. It is shown again to the account
 * that had the page open and to nobody else, by the form's own handler, whose work waits for the reader's click.
 */
public final class KeptForms {
    /** The page that shows the form again. */
    public static final String PATH = "/form-again";

    private static final String ATTRIBUTE = "web.kept-form";
    private static final String SHOWN_AGAIN = KeptForms.class.getName() + ".again";
    private static final String ACTION = "_action";
    private static final String AT = "_at";
    private static final int FIELDS_MAX = 100;
    private static final int CHARACTERS_MAX = 4_000;

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final Clock clock;
    private final Duration keptFor;

    public KeptForms(ObjectProvider<RequestMappingHandlerMapping> handlers, Clock clock, Duration keptFor) {
        this.handlers = handlers;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    public Duration keptFor() {
        return keptFor;
    }

    /** Whether a page of this very site sent the form, as the browser says it. What another site sends is neither kept nor shown again. */
    public static boolean isOwn(HttpServletRequest request) {
        BrandSite site = BrandSite.of(request);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site == null || origin == null || !"POST".equals(request.getMethod())) {
            return false;
        }
        String own = site.base().isEmpty()
                ? site.hosts().baseUrl(site.brand().label())
                : request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return origin.equals(own);
    }

    /** The account that had the form's page open, as the form says; null for nobody. */
    public static @Nullable String owner(HttpServletRequest request) {
        String owner = request.getParameter(Form.OWNER);
        return owner == null || owner.isEmpty() ? null : owner;
    }

    /** Keeps what was typed, in the place of what was kept before; false if it is not to be kept. */
    public boolean keep(HttpServletRequest request) {
        if (Form.LINKS.stream().anyMatch(link -> request.getParameter(link) != null)) {
            return false;
        }
        String owner = owner(request);
        String caller = account((Caller) request.getAttribute(Caller.class.getName()));
        if (!isOwn(request) || (caller != null && !caller.equals(owner)) || !isForm(request) || !isOfAForm(request)) {
            return false;
        }
        HashMap<String, String> kept = new HashMap<>();
        int characters = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (field.getValue().length != 1 || TextCheck.isBroken(field.getValue()[0])) {
                return false;
            }
            if (!Form.isSecret(field.getKey())) {
                characters += field.getKey().length() + field.getValue()[0].length();
                kept.put(field.getKey(), field.getValue()[0]);
            }
        }
        if (characters > CHARACTERS_MAX || kept.size() > FIELDS_MAX) {
            return false;
        }
        kept.put(ACTION, request.getRequestURI());
        kept.put(AT, String.valueOf(clock.millis()));
        request.getSession(true).setAttribute(ATTRIBUTE, kept);
        return true;
    }

    /** What this browser's session keeps; empty if it is nothing, or its time is over. */
    @SuppressWarnings("unchecked")
    public Optional<KeptForm> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Map<String, String> kept = session == null ? null : (Map<String, String>) session.getAttribute(ATTRIBUTE);
        if (session == null || kept == null) {
            return Optional.empty();
        }
        Duration age = Duration.between(
                Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNull(kept.get(AT)))), clock.instant());
        if (age.abs().compareTo(keptFor) > 0) {
            session.removeAttribute(ATTRIBUTE);
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>(kept);
        String action = Objects.requireNonNull(values.remove(ACTION));
        values.remove(AT);
        String owner = values.getOrDefault(Form.OWNER, "");
        return Optional.of(new KeptForm(action, values, owner.isEmpty() ? null : owner));
    }

    /** A form that is sent to where the kept one goes takes its place. */
    void sent(HttpServletRequest request) {
        if (find(request)
                .filter(form -> form.action().equals(request.getRequestURI()))
                .isPresent()) {
            forget(request);
        }
    }

    public void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** The request by which the form's own handler shows it again; the handler's work is refused before it begins. */
    public static HttpServletRequest asTyped(HttpServletRequest request, KeptForm form) {
        request.setAttribute(SHOWN_AGAIN, new NotSentYet());
        return new KeptFormRequest(request, form);
    }

    /** Why the handler only shows the form; null where it was really sent. */
    static @Nullable NotSentYet shownAgain(HttpServletRequest request) {
        return (NotSentYet) request.getAttribute(SHOWN_AGAIN);
    }

    private static @Nullable String account(@Nullable Caller caller) {
        AccountId account = caller == null ? null : caller.account();
        return account == null ? null : account.toString();
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Whether the handler reads a {@link Form}: only such a one can show it without doing its work. */
    private boolean isOfAForm(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain found = handlers.getObject().getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(PostMapping.class)
                    && method.getMethod().getReturnType() == ModelAndView.class
                    && Arrays.asList(method.getMethod().getParameterTypes()).contains(Form.class);
        } catch (Exception noHandler) {
            return false;
        }
    }
}

package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Ids;
import network.fanz.common.Language;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.security.identity.Terms;
import network.fanz.security.identity.access.PublicHosts;
import network.fanz.web.brand.BrandSite;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Shell} of a request, and hands it to the handlers that ask for one. */
@Component
public final class ShellResolver implements HandlerMethodArgumentResolver {
    private static final String SAMPLE =
            "This is a sample: its people, payments and alerts are made up, and nothing leaves this machine.";

    private static final String LOOK = ShellResolver.class.getName() + ".look";

    private final Clock clock;
    private final PublicHosts hosts;
    private final DataFolder data;
    private final OperatorContact operatorContact;
    private final Navigation navigation;
    private final LocalMailbox localMailbox;
    private final Terms terms;

    ShellResolver(
            Clock clock,
            PublicHosts hosts,
            DataFolder data,
            OperatorContact operatorContact,
            Navigation navigation,
            LocalMailbox localMailbox,
            Terms terms) {
        this.clock = clock;
        this.hosts = hosts;
        this.data = data;
        this.operatorContact = operatorContact;
        this.navigation = navigation;
        this.localMailbox = localMailbox;
        this.terms = terms;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Shell.class;
    }

    @Override
    public Shell resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(exchange.getNativeResponse(HttpServletResponse.class));
        Shell shell = of(request, SeeOther.noticesFromCookie(request, response), true);
        SignedInHint.keep(request, response, shell.site(), shell.signedIn());
        return shell;
    }

    /**
     * From here on the request's session can be read, by whoever makes a page before or instead of its handler.
     *
     * @param look reads the session
     */
    public static void readersBy(HttpServletRequest request, Supplier<Caller> look) {
        request.setAttribute(LOOK, look);
    }

    /**
     * The frame of a page outside a handler: a refusal, an error.
     *
     * @param look whether the session may be read for it; not where the records may be what fails
     */
    public Shell ofRefusal(HttpServletRequest request, boolean look) {
        if (look && request.getAttribute(Caller.class.getName()) == null) {
            lookForReader(request);
        }
        return of(request, List.of(), look);
    }

    @SuppressWarnings("unchecked")
    private static void lookForReader(HttpServletRequest request) {
        Supplier<Caller> look = (Supplier<Caller>) request.getAttribute(LOOK);
        if (look == null) {
            return;
        }
        try {
            request.setAttribute(Caller.class.getName(), look.get());
        } catch (DataAccessException down) {
            // The page is the same, and does not say who reads it.
        }
    }

    private Shell of(HttpServletRequest request, List<PageNotice> ofThisPage, boolean look) {
        List<PageNotice> notices = new ArrayList<>(ofThisPage);
        if (data.isSample()) {
            notices.addFirst(PageNotice.info(Language.say(SAMPLE)));
        }
        BrandSite site = siteOf(request);
        Caller caller = (Caller) request.getAttribute(Caller.class.getName());
        return new Shell(
                site,
                look && terms.isAnyInForce() ? operatorContact.withTerms(site.to("/terms")) : operatorContact,
                path(request),
                here(request),
                ColourScheme.of(request),
                ShownTimes.of(request),
                ShownTimes.told(request).isPresent(),
                caller,
                SignedInHint.in(request),
                () -> csrf(request),
                Ids.next(clock),
                notices,
                navigation.of(site.brand(), caller == null ? Set.of() : caller.roles()),
                localMailbox.isOpenTo(caller, request));
    }

    /** On a host that is none of ours the frame is the sign-in host's, which belongs to no brand. */
    private BrandSite siteOf(HttpServletRequest request) {
        BrandSite site = BrandSite.of(request);
        return site != null ? site : new BrandSite(Brand.AUTH, "", hosts);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** What was sent by a form is shown at an address that only takes forms, so each form says which page it stands on. */
    private static String here(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            String query = request.getQueryString();
            return request.getRequestURI() + (query == null ? "" : "?" + query);
        }
        String first = request.getContextPath() + "/";
        return LocalPath.localOr(standsOn(request).orElse(first), first);
    }

    private static Optional<String> standsOn(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(Form.PAGE));
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static String csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }
}

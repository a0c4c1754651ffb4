package network.fanz.security.identity.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.common.Problem;
import network.fanz.common.Role;
import network.fanz.common.SecondFactorRequired;
import network.fanz.common.Sentence;
import network.fanz.common.SignInRequired;
import network.fanz.security.identity.FreshProofNeeded;
import network.fanz.security.identity.TermsNotAccepted;
import network.fanz.security.identity.sessions.SessionAccount;
import network.fanz.security.identity.sessions.SignInProof;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request reach its handler or refuses it, by the handler's {@link Access} alone. A handler without it is refused to every caller.
 * Static files are open to all. It also leaves the {@link Caller} in a request attribute of that name, for the page frame.
 */
final class AccessInterceptor implements HandlerInterceptor {
    /** Annotations never change, and are slow to find. The map has at most one entry for each handler. */
    private static final Map<HandlerKey, Optional<Access>> ACCESS_BY_HANDLER = new ConcurrentHashMap<>();

    private final SignInRedirects signInRedirects;
    private final Consumer<HttpServletRequest> freshProof;

    private record HandlerKey(Class<?> type, Method method) {}

    /** @param freshProof throws {@link FreshProofNeeded} if the caller's last proof is too old */
    AccessInterceptor(SignInRedirects signInRedirects, Consumer<HttpServletRequest> freshProof) {
        this.signInRedirects = signInRedirects;
        this.freshProof = freshProof;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        request.setAttribute(Caller.class.getName(), CallerResolver.caller(request));
        if (request.getDispatcherType() == DispatcherType.ERROR || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Problem refusal = refusal(request, handler);
        if (refusal == null) {
            askForFreshProof(request, handler);
            return true;
        }
        if (signInRedirects.redirect(refusal, request, response)) {
            return false;
        }
        throw refusal;
    }

    /** A page shows the refusal in its form, with what was typed and the way to a new proof. */
    private void askForFreshProof(HttpServletRequest request, Object handler) {
        Access access = access(handler);
        if (access == null || !access.freshProof()) {
            return;
        }
        try {
            freshProof.accept(request);
        } catch (FreshProofNeeded needed) {
            if (!isPage(handler)) {
                throw needed;
            }
            request.setAttribute(FreshProofNeeded.class.getName(), needed);
        }
    }

    private static boolean isPage(Object handler) {
        return handler instanceof HandlerMethod method && method.getMethod().getReturnType() == ModelAndView.class;
    }

    private static @Nullable Problem refusal(HttpServletRequest request, Object handler) {
        Access access = access(handler);
        if (access != null && access.anyone()) {
            return null;
        }
        SignInProof proof = RequestSession.proof(request).orElse(null);
        SessionAccount sessionAccount = RequestSession.account(request).orElse(null);
        if (proof == null || sessionAccount == null) {
            return new SignInRequired();
        }
        if (access == null) {
            return new Forbidden("Nobody may do this.");
        }
        Problem wrong = wrongRole(request, access, proof, sessionAccount);
        if (wrong != null) {
            return wrong;
        }
        if (!access.beforeSecondFactor() && sessionAccount.needsSecondFactor() && !proof.secondFactor()) {
            return new SecondFactorRequired();
        }
        return sessionAccount.owesTerms() && !mayOweTerms(request, access, proof)
                ? new TermsNotAccepted(sessionAccount.termsOwed())
                : null;
    }

    private static boolean mayOweTerms(HttpServletRequest request, Access access, SignInProof proof) {
        return access.beforeTerms() && (access.owner().isEmpty() || isOwner(request, access, proof));
    }

    private static @Nullable Problem wrongRole(
            HttpServletRequest request, Access access, SignInProof proof, SessionAccount sessionAccount) {
        boolean hasRole = Arrays.stream(access.value()).anyMatch(sessionAccount.roles()::contains);
        if (!access.owner().isEmpty()) {
            return hasRole || isOwner(request, access, proof) ? null : new NotFound("thing");
        }
        return hasRole || access.value().length == 0 ? null : new Forbidden(needed(access.value()));
    }

    private static Sentence needed(Role[] roles) {
        return Arrays.stream(roles)
                .map(AccessInterceptor::holders)
                .reduce((some, others) -> Sentence.of("{0} and {1}", some, others))
                .map(all -> Sentence.of("This is for {0}.", all))
                .orElseThrow();
    }

    private static Sentence holders(Role role) {
        return switch (role) {
            case FAN -> Sentence.of("fans");
            case CREATOR -> Sentence.of("creators");
            case MODERATOR -> Sentence.of("moderators");
            case CUSTODIAN -> Sentence.of("custodians");
            case FINANCE -> Sentence.of("finance staff");
            case ANALYST -> Sentence.of("analysts");
            case EXECUTIVE -> Sentence.of("executives");
            case ADMINISTRATOR -> Sentence.of("administrators");
        };
    }

    @SuppressWarnings("unchecked")
    private static boolean isOwner(HttpServletRequest request, Access access, SignInProof proof) {
        Map<String, String> variables =
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables != null && proof.account().toString().equals(variables.get(access.owner()));
    }

    private static @Nullable Access access(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return null;
        }
        return ACCESS_BY_HANDLER
                .computeIfAbsent(
                        new HandlerKey(method.getBeanType(), method.getMethod()),
                        any -> Optional.ofNullable(declared(method)))
                .orElse(null);
    }

    private static @Nullable Access declared(HandlerMethod method) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
        if (onMethod != null) {
            return onMethod;
        }
        Access onType = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
        return onType != null ? onType : LibraryHandlers.access(method.getBeanType());
    }
}

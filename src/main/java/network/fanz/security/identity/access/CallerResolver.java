package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.security.identity.sessions.SessionAccount;
import network.fanz.security.identity.sessions.SignInProof;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers their {@link Caller} and their {@link Origin}. */
public final class CallerResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Origin.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == Origin.class ? origin(request) : caller(request);
    }

    /** A caller who needs a second factor has, until it is given, only the roles that need none. */
    public static Caller caller(HttpServletRequest request) {
        SignInProof proof = RequestSession.proof(request).orElse(null);
        SessionAccount sessionAccount = RequestSession.account(request).orElse(null);
        if (proof == null || sessionAccount == null) {
            return new Caller(null, Set.of(), false, origin(request));
        }
        boolean all = proof.secondFactor() || !sessionAccount.needsSecondFactor();
        return new Caller(
                proof.account(),
                all ? sessionAccount.roles() : sessionAccount.rolesBeforeSecondFactor(),
                proof.secondFactor(),
                origin(request));
    }

    /** @throws NullPointerException if no filter has set the request's origin: such a request is never served */
    public static Origin origin(HttpServletRequest request) {
        return (Origin)
                Objects.requireNonNull(request.getAttribute(Origin.class.getName()), "The request has no origin");
    }
}

package network.fanz.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Problem;
import network.fanz.security.identity.FreshProofNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads a page's form, and refuses a field that comes twice or in the address: what the page shows must be what is done. Of a filter's form,
 * which stands in the address, a field that comes twice is read as one text, which is then none of the list's words.
 */
@Component
public final class FormResolver implements HandlerMethodArgumentResolver {
    private final KeptForms keptForms;

    FormResolver(KeptForms keptForms) {
        this.keptForms = keptForms;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Form resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        Map<String, String> values = new HashMap<>();
        boolean sent = "POST".equals(((ServletWebRequest) exchange).getRequest().getMethod());
        Set<String> addressed = sent ? inAddress((ServletWebRequest) exchange) : Set.of();
        exchange.getParameterMap().forEach((name, all) -> {
            if (sent && (all.length > 1 || addressed.contains(name))) {
                throw new InvalidField(name, "Send this once, in the form.");
            }
            values.put(name, TextCheck.checked(name, String.join(",", all)));
        });
        return new Form(values, sent ? refusal(((ServletWebRequest) exchange).getRequest()) : null);
    }

    /** Why the form's work does not begin. What was typed outlives the way to a recent proof; what was sent is kept no longer. */
    private @Nullable Problem refusal(HttpServletRequest request) {
        FreshProofNeeded stale = (FreshProofNeeded) request.getAttribute(FreshProofNeeded.class.getName());
        Problem shownAgain = KeptForms.shownAgain(request);
        if (shownAgain != null) {
            return stale == null ? shownAgain : stale;
        }
        if (stale == null) {
            keptForms.sent(request);
        } else {
            keptForms.keep(request);
        }
        return stale;
    }

    private static Set<String> inAddress(ServletWebRequest exchange) {
        String query = exchange.getRequest().getQueryString();
        return query == null
                ? Set.of()
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
    }
}

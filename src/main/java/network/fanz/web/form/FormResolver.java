package network.fanz.web.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.security.identity.FreshProofNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads a page's form, and refuses a field that comes twice or in the address: what the page shows must be what is done. */
@Component
public final class FormResolver implements HandlerMethodArgumentResolver {
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
            values.put(name, TextCheck.checked(name, all[0]));
        });
        Object refusal = exchange.getAttribute(FreshProofNeeded.class.getName(), RequestAttributes.SCOPE_REQUEST);
        return new Form(values, (FreshProofNeeded) refusal);
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

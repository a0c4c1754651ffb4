package network.fanz.web.form;

import java.util.HashMap;
import java.util.Map;
import network.fanz.security.identity.FreshProofNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a page's form: the first value of each field. */
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
        exchange.getParameterMap().forEach((name, all) -> values.put(name, TextCheck.checked(name, all[0])));
        Object refusal = exchange.getAttribute(FreshProofNeeded.class.getName(), RequestAttributes.SCOPE_REQUEST);
        return new Form(values, (FreshProofNeeded) refusal);
    }
}

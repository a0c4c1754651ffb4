package network.fanz.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import network.fanz.common.ParsedRequest;
import org.jspecify.annotations.Nullable;

/** A request to show a kept form, as its handler reads it: sent by post, with the fields that were typed. */
final class KeptFormRequest extends ParsedRequest {
    KeptFormRequest(HttpServletRequest request, KeptForm form) {
        super(request, new byte[0], fields(form));
    }

    private static Map<String, String[]> fields(KeptForm form) {
        return form.values().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> new String[] {field.getValue()}));
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }
}

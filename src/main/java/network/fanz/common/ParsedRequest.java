package network.fanz.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body and fields have been read: nobody behind this one makes the server read or parse anything. */
public class ParsedRequest extends CachedBodyRequest {
    private final Map<String, String[]> fields;

    /** @param fields each field's values by its name, of the address and of the body */
    public ParsedRequest(HttpServletRequest request, byte[] body, Map<String, String[]> fields) {
        super(request, body);
        this.fields = Collections.unmodifiableMap(fields);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return fields;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values.clone();
    }
}

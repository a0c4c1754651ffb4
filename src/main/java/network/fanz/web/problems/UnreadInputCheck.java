package network.fanz.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import network.fanz.common.CachedBodyRequest;
import network.fanz.common.InvalidField;
import network.fanz.common.QueryNames;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what no handler of the API would read: a query parameter that it does not know, one that is sent twice where one is read, and a
 * body where none is taken. Whoever sends an amount with a refund must not be told that it worked. Unknown fields of a body that is read
 * are refused by the reader of JSON: {@link ProblemConfiguration}.
 */
final class UnreadInputCheck implements HandlerInterceptor {
    static final String PATHS = "/api/v1/**";

    private static final int BODY_MAX = 64 * 1024;
    private static final Pattern LENGTH_OF_A_PAGE = Pattern.compile("[1-9][0-9]{0,8}");

    private final JsonMapper json;
    private final Map<Method, ReadInput> known = new ConcurrentHashMap<>();

    UnreadInputCheck(JsonMapper json) {
        this.json = json;
    }

    /**
     * What a handler reads.
     *
     * @param names of query parameters, and whether each may be sent more than once
     */
    private record ReadInput(Map<String, Boolean> names, boolean body) {
        static ReadInput of(HandlerMethod handler) {
            Map<String, Boolean> names = new HashMap<>();
            boolean body = false;
            for (MethodParameter parameter : handler.getMethodParameters()) {
                body |= parameter.hasParameterAnnotation(RequestBody.class);
                RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
                QueryNames named = parameter.getParameterAnnotation(QueryNames.class);
                if (named != null) {
                    Arrays.stream(named.value()).forEach(name -> names.put(name, false));
                } else if (query != null) {
                    String name =
                            query.name().isEmpty() ? parameter.getParameter().getName() : query.name();
                    names.put(name, takesMany(parameter.getParameterType()));
                }
            }
            return new ReadInput(Map.copyOf(names), body);
        }

        private static boolean takesMany(Class<?> type) {
            return type.isArray() || Collection.class.isAssignableFrom(type);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method) {
            ReadInput read = known.computeIfAbsent(method.getMethod(), unseen -> ReadInput.of(method));
            request.getParameterMap().forEach((name, values) -> checkParameter(read, name, values));
            checkPath(request);
            checkOneOf(request, HttpHeaders.AUTHORIZATION);
            checkEncoding(request);
            if (!read.body()) {
                checkNoBody(request);
            }
        }
        return true;
    }

    private static void checkParameter(ReadInput read, String name, String... values) {
        Boolean many = read.names().get(name);
        if (many == null) {
            throw new InvalidField(name, "There is no such parameter here.");
        }
        if (values.length > 1 && !many) {
            throw new InvalidField(name, "Send this once.");
        }
        checkSpaces(name, values);
        if (name.equals("limit") && !LENGTH_OF_A_PAGE.matcher(values[0]).matches()) {
            throw new InvalidField(name, "This is a whole number from 1 on.");
        }
    }

    private static void checkPath(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts) {
            parts.forEach((name, value) -> checkSpaces(String.valueOf(name), String.valueOf(value)));
        }
    }

    /** Spring cuts them off where a converter refuses a word of an enum. */
    private static void checkSpaces(String name, String... values) {
        for (String value : values) {
            if (!value.equals(value.strip())) {
                throw new InvalidField(name, "There is a space before or behind this.");
            }
        }
    }

    private static void checkOneOf(HttpServletRequest request, String header) {
        if (Collections.list(request.getHeaders(header)).size() > 1) {
            throw new InvalidField(header, "Send this once.");
        }
    }

    /** A body that was packed would be read as it is. */
    private static void checkEncoding(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new UnsupportedContent();
        }
    }

    /** An empty object says nothing, so it may be sent. */
    private void checkNoBody(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            return;
        }
        String body = new String(CachedBodyRequest.bodyOf(request, BODY_MAX), StandardCharsets.UTF_8);
        if (!body.isBlank() && !isEmptyObject(body)) {
            throw new InvalidField("body", "Send no body here.");
        }
    }

    /** @throws InvalidField if it is an object with fields */
    private boolean isEmptyObject(String body) {
        try {
            JsonNode read = json.readTree(body);
            read.propertyNames().stream().findFirst().ifPresent(field -> {
                throw new InvalidField(field, "There is no such field here.");
            });
            return read.isObject();
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}

package network.fanz.tools.walkthrough;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program said.
 *
 * @param host the host that answered in the end, after redirects
 * @param path the path that answered in the end
 */
public record HttpAnswer(String host, String path, int status, HttpHeaders headers, String body) {
    private static final int SHOWN_MAX = 600;
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /**
     * A field of the answer's JSON as text.
     *
     * @throws UnexpectedAnswer if there is none
     */
    public String text(String field) {
        JsonNode value = json().path(field);
        if (value.isMissingNode()) {
            throw new UnexpectedAnswer("no " + field + " in " + this);
        }
        return value.asString();
    }

    /** @throws UnexpectedAnswer unless the status is the one expected; its message shows what came instead */
    public HttpAnswer expect(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswer(expected + " expected, not " + this);
        }
        return this;
    }

    /** @throws UnexpectedAnswer unless this is a problem with this status and this last part of its type (RFC 9457) */
    public HttpAnswer expectProblem(int expected, String type) {
        expect(expected);
        if (!String.valueOf(header("Content-Type")).startsWith("application/problem+json")
                || !text("type").endsWith(type)) {
            throw new UnexpectedAnswer("the problem " + type + " expected, not " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " from " + host + path + ": " + body.substring(0, Math.min(body.length(), SHOWN_MAX));
    }

    /** The first label of the host that answered. */
    public String brand() {
        return host.substring(0, host.indexOf('.'));
    }

    /** The hidden fields of the page's form with this action. */
    public Map<String, String> hiddenFields(String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(body);
        if (!form.find()) {
            throw new UnexpectedAnswer("no form for " + action + " in " + this);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(form.group(1))
                .results()
                .forEach(input -> fields.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find()
                ? value.group(1).replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&")
                : "";
    }
}

package network.fanz.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
public record Answer(String host, String path, int status, HttpHeaders headers, String body) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A field of the answer's JSON as text; fails the test if there is none. */
    public String text(String field) {
        JsonNode value = json().path(field);
        assertThat(value.isMissingNode())
                .as("%s in %s %s: %s", field, path, status, body)
                .isFalse();
        return value.asString();
    }

    /** Fails the test unless the status is the one expected, and then shows what came instead. */
    public Answer expect(int expected) {
        assertThat(status).as("%s%s: %s", host, path, body).isEqualTo(expected);
        return this;
    }

    /** Fails the test unless this is a problem with this status and this last part of its type (RFC 9457). */
    public Answer expectProblem(int expected, String type) {
        expect(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("type")).endsWith(type);
        return this;
    }

    /** The first label of the host that answered. */
    String brand() {
        return host.substring(0, host.indexOf('.'));
    }

    /** The hidden fields of the page's form with this action. */
    Map<String, String> hiddenFields(String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(body);
        assertThat(form.find())
                .as("a form for %s in %s%s: %s", action, host, path, body)
                .isTrue();
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

package network.fanz.web.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in, the answer is a problem with a name: never a stack trace, never a fault of ours. */
@Tag("database")
class AnswersTest {
    private static final String REGISTRATIONS = "/api/v1/registrations";

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                | 400 | unreadable-body",
                "''                               | 400 | unreadable-body",
                "[]                               | 400 | unreadable-body",
                "{\"email\":{}}                   | 422 | invalid-field",
                "{\"nobodyAsked\":1}              | 422 | invalid-field",
                "{\"dateOfBirth\":\"yesterday\"}  | 422 | invalid-field",
                "{\"role\":\"KING\"}              | 422 | invalid-field",
                "{\"email\":\"a\\u0000b@c.de\"}   | 422 | invalid-field",
                "{\"email\":\"\\ud83d@c.de\"}     | 422 | invalid-field",
                "{\"email\":\"a\",\"email\":\"b\"} | 400 | unreadable-body",
            })
    void garbageIsNamed(String body, int status, String type) throws Exception {
        HttpResponse<String> answer = post(REGISTRATIONS, "application/json", body);
        assertThat(answer.body()).contains("\"/problems/" + type + "\"").doesNotContain("\tat ", "Exception");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anUnknownWordOfAListGetsTheList() throws Exception {
        assertThat(post(REGISTRATIONS, "application/json", "{\"role\":\"KING\"}")
                        .body())
                .contains("FAN, CREATOR");
    }

    @Test
    void otherContentIsNotRead() throws Exception {
        assertThat(post(REGISTRATIONS, "text/plain", "x").statusCode()).isEqualTo(415);
    }

    @Test
    void onlyUtf8IsReadSoThatWhoLooksForCardNumbersSeesThem() throws Exception {
        String body = "{\"email\":\"4242 4242 4242 4242\"}";
        assertThat(post(REGISTRATIONS, "application/json", body.getBytes(StandardCharsets.UTF_16BE))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post(REGISTRATIONS, "application/json", body.getBytes(StandardCharsets.UTF_16))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post(REGISTRATIONS, "application/json;charset=UTF-16", body).statusCode())
                .isEqualTo(415);
        assertThat(post("/register", "application/x-www-form-urlencoded;charset=UTF-16", "email=a")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aPageIsChangedByItsFormOnly() {
        ProgramClient administrator =
                RunningFanz.shared().users().administrator().client();
        String replay = "/operations/failed-events/replay";
        String csrf = administrator
                .get("dash", "/operations/failed-events")
                .hiddenFields(replay)
                .get("_csrf");
        String fields = replay + "?_csrf=" + csrf + "&_key=0123456789abcdef0123&subscription=analytics.facts";
        administrator.send("POST", "dash", fields, null, null).expectProblem(415, "unsupported-content");
        administrator
                .send("POST", "dash", fields, "multipart/form-data; boundary=x", "--x--")
                .expectProblem(415, "unsupported-content");
    }

    @Test
    void anotherMethodIsNotTaken() {
        RunningFanz.shared().client().api("PATCH", REGISTRATIONS, Map.of()).expectProblem(405, "method-not-allowed");
    }

    @Test
    void aWayThatLeadsNowhereIsNotFound() {
        RunningFanz.shared().client().api("GET", "/api/v1/nowhere").expectProblem(404, "not-found");
    }

    @Test
    void nothingGetsPastTheDoorInTheQuery() {
        RunningFanz.shared().client().api("GET", "/api/v1/passes?creator=%00").expectProblem(400, "bad-request");
    }

    @Test
    void peopleReadItInWords() {
        assertThat(RunningFanz.shared()
                        .client()
                        .withHeader("Accept", "text/html")
                        .get("tube", "/nowhere")
                        .expect(404)
                        .body())
                .contains("There is no such page.", "data-brand=\"tube\"");
    }

    @Test
    void everyTypeIsAPageThatExplainsIt() {
        ProblemTypes.all()
                .forEach(type -> RunningFanz.shared()
                        .client()
                        .withHeader("Accept", "text/html")
                        .get("tube", "/problems/" + type.value())
                        .expect(200));
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RunningFanz.shared().port() + path))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** No such page, no such way to call it, a form without its key, and one without its token. */
    @ParameterizedTest
    @EnumSource
    void aPageThatRefusesKeepsItsFrameAndKnowsItsReader(Brand brand) {
        RunningFanz fanz = RunningFanz.shared();
        ProgramClient reader = fanz.client().withHeader("Accept", "text/html");
        SignedInUser fan = brand.audience() == Brand.Audience.STAFF
                ? fanz.users().staff(Role.ADMINISTRATOR)
                : fanz.users().fan();
        reader.cookie(brand.label(), "fanz_session", String.valueOf(fan.client().token()));
        String csrf = String.valueOf(
                reader.get(brand.label(), "/help").hiddenFields("/sign-out").get("_csrf"));
        Map<Integer, HttpAnswer> refusals = Map.of(
                404, reader.get(brand.label(), "/nowhere"),
                405, reader.get(brand.label(), "/sign-out"),
                422, reader.submit(brand.label(), "/sign-out", Map.of("_csrf", csrf)),
                403, reader.submit(brand.label(), "/sign-out", Map.of("_csrf", "forged")));
        refusals.forEach((status, page) -> {
            assertThat(page.expect(status).body()).contains("Your account", "action=\"/sign-out\"", "name=\"_csrf\"");
            assertThat(page.body().contains("<nav class=\"nav\"")).isEqualTo(brand != Brand.AUTH);
        });
    }
}

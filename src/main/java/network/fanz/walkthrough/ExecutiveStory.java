package network.fanz.walkthrough;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import network.fanz.common.Role;
import tools.jackson.databind.JsonNode;

/** Flow 7: the executive figures, each with its definition and its rows, agree with the books. */
final class ExecutiveStory implements Walkthrough.Story {
    @Override
    public int number() {
        return 7;
    }

    @Override
    public String name() {
        return "executive data";
    }

    @Override
    public void walk(Flow flow, Cast cast) {
        Person executive = cast.staff(Role.EXECUTIVE);
        flow.step("an executive asks for the figures");
        Answer dashboard = executive.visitor().api("GET", "/api/v1/analytics/executive");
        flow.check("executiveDashboardData answers", 200, dashboard);
        JsonNode figures = dashboard.json().path("figures");
        flow.check("there are figures", figures.size() > 0);
        for (JsonNode figure : figures) {
            described(flow, executive, figure);
        }
        agreement(flow, executive);
        flow.step("a fan asks for them");
        flow.check("and is refused", 403, cast.people().fan().visitor().api("GET", "/api/v1/analytics/executive"));
    }

    private static void described(Flow flow, Person executive, JsonNode figure) {
        String id = figure.path("id").asString();
        flow.check(
                id + " says what it counts",
                figure.path("definition").asString().length() > 20);
        flow.check(
                id + " leads to its rows",
                200,
                executive.visitor().api("GET", "/api/v1/analytics/figures/" + id + "/rows?limit=5"));
    }

    private static void agreement(Flow flow, Person executive) {
        flow.step("figures and books agree");
        JsonNode period = executive
                .visitor()
                .api("GET", "/api/v1/analytics/executive")
                .json()
                .path("period");
        String query = "?from=" + period.path("from").asString() + "&to="
                + Instant.parse(period.path("to").asString()).plus(1, ChronoUnit.DAYS);
        flow.eventually("the volume is the payments' volume", () -> {
            Answer volume = executive
                    .visitor()
                    .api("GET", "/api/v1/finance/volume" + query)
                    .expect(200);
            JsonNode figure = executive
                    .visitor()
                    .api("GET", "/api/v1/analytics/figures/volume")
                    .json();
            return new BigInteger(figure.path("value").asString("0")).equals(money(volume.json()));
        });
        flow.check("getRevenue answers", 200, executive.visitor().api("GET", "/api/v1/finance/revenue" + query));
        flow.check(
                "getAverageCreatorEarnings answers",
                200,
                executive.visitor().api("GET", "/api/v1/finance/earnings" + query));
        flow.check(
                "generateFinancialReport answers",
                200,
                executive.visitor().api("GET", "/api/v1/finance/report" + query));
    }

    private static BigInteger money(JsonNode volume) {
        return new BigInteger(volume.path("amount").path("amount").asString("0"));
    }
}

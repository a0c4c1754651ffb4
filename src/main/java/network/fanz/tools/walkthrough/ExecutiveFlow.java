package network.fanz.tools.walkthrough;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import network.fanz.common.Role;
import tools.jackson.databind.JsonNode;

/** Flow 7: the executive figures, each with its definition and its rows, agree with the books. */
final class ExecutiveFlow implements Walkthrough.WalkthroughFlow {
    @Override
    public int number() {
        return 7;
    }

    @Override
    public String name() {
        return "executive data";
    }

    @Override
    public void walk(FlowReport report, FlowUsers users) {
        SignedInUser executive = users.staff(Role.EXECUTIVE);
        report.step("an executive asks for the figures");
        HttpAnswer dashboard = executive.client().api("GET", "/api/v1/analytics/executive");
        report.check("executiveDashboardData answers", 200, dashboard);
        JsonNode figures = dashboard.json().path("figures");
        report.check("there are figures", figures.size() > 0);
        for (JsonNode figure : figures) {
            described(report, executive, figure);
        }
        agreement(report, executive);
        report.step("a fan asks for them");
        report.check("and is refused", 403, users.users().fan().client().api("GET", "/api/v1/analytics/executive"));
    }

    private static void described(FlowReport report, SignedInUser executive, JsonNode figure) {
        String id = figure.path("id").asString();
        report.check(
                id + " says what it counts",
                figure.path("definition").asString().length() > 20);
        BigInteger value = new BigInteger(figure.path("value").asString("0"));
        JsonNode rows = executive
                .client()
                .api("GET", "/api/v1/analytics/figures/" + id + "/rows?limit=5")
                .expect(200)
                .json()
                .path("items");
        report.check(id + " leads to its rows", rows.isArray() && (value.signum() == 0 || !rows.isEmpty()));
    }

    private static void agreement(FlowReport flowReport, SignedInUser executive) {
        flowReport.step("figures and books agree");
        JsonNode period = executive
                .client()
                .api("GET", "/api/v1/analytics/executive")
                .json()
                .path("period");
        String query = "?from=" + period.path("from").asString() + "&to="
                + Instant.parse(period.path("to").asString()).plus(1, ChronoUnit.DAYS);
        flowReport.eventually("the volume is the payments' volume", () -> {
            HttpAnswer volume = executive
                    .client()
                    .api("GET", "/api/v1/finance/volume" + query)
                    .expect(200);
            JsonNode figure = executive
                    .client()
                    .api("GET", "/api/v1/analytics/figures/volume")
                    .json();
            return figure.path("value")
                    .asString("0")
                    .equals(money(volume.json(), "/amount").toString());
        });
        JsonNode revenue = get(executive, "/api/v1/finance/revenue" + query);
        flowReport.check(
                "getRevenue's fees and shares are its gross",
                money(revenue, "/fees").add(money(revenue, "/shares")).equals(money(revenue, "/gross")));
        JsonNode earnings = get(executive, "/api/v1/finance/earnings" + query);
        flowReport.check(
                "getAverageCreatorEarnings has the same shares",
                money(earnings, "/total").equals(money(revenue, "/shares")));
        JsonNode report = get(executive, "/api/v1/finance/report" + query);
        BigInteger kinds = BigInteger.ZERO;
        for (JsonNode kind : report.path("byKind")) {
            kinds = kinds.add(money(kind, "/gross"));
        }
        flowReport.check(
                "generateFinancialReport's kinds add up to the same gross",
                kinds.equals(money(revenue, "/gross"))
                        && money(report, "/total/gross").equals(kinds));
    }

    private static JsonNode get(SignedInUser executive, String path) {
        return executive.client().api("GET", path).expect(200).json();
    }

    private static BigInteger money(JsonNode figures, String where) {
        return new BigInteger(figures.at(where + "/amount").asString());
    }
}

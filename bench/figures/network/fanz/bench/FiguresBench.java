package network.fanz.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import network.fanz.common.AccountId;
import network.fanz.insight.analytics.Analytics;
import network.fanz.platform.events.ParkedEvents;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFolders;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page of FanzDash over a large network's history, its figures' and the journal's rows as files, and a replay that counts all figures
 * anew. The rows are written by the server into the real tables; all that is measured goes through the program.
 */
public final class FiguresBench {
    private static final int WARM_UPS = 3;
    private static final double SLOW_MS = 100;

    private final RunningFanz program;
    private final DataSource ownersConnections;
    private final JdbcClient owner;
    private final BenchFigures figures = new BenchFigures();
    private final long payments;
    private final long events;
    private final int rounds;
    private final SignedInUser administrator;
    private final ProgramClient dash;

    private FiguresBench(Path data, String... arguments) {
        this.program = RunningFanz.in(data);
        EmbeddedPostgres server = program.bean(EmbeddedPostgres.class);
        this.ownersConnections = new DriverManagerDataSource(server.url(), "fanz_owner", server.ownerPassword());
        this.owner = JdbcClient.create(ownersConnections);
        this.payments = option("--payments", 3_000_000, arguments);
        this.events = option("--events", payments, arguments);
        this.rounds = (int) option("--rounds", 20, arguments);
        this.administrator = program.users().administrator();
        this.dash = program.client().withHeader("Accept", "text/html");
        dash.cookie(
                "dash", "fanz_session", String.valueOf(administrator.client().token()));
    }

    public static void main(String... arguments) throws Exception {
        int place = Arrays.asList(arguments).indexOf("--data");
        Path folder = place < 0 ? TestFolders.forPostgres("figures") : Path.of(arguments[place + 1]);
        FiguresBench bench = new FiguresBench(folder.resolve("data"), arguments);
        try (RunningFanz fanz = bench.program) {
            bench.run();
            bench.figures.writeFor(arguments);
        } finally {
            if (place < 0) {
                TestFolders.delete(folder);
            }
        }
        System.exit(0);
    }

    private void run() throws Exception {
        program.settle();
        GeneratedHistory history = new GeneratedHistory(
                owner, new TransactionTemplate(new JdbcTransactionManager(ownersConnections)), payments);
        if (!history.isWritten()) {
            say(
                    "%d payments, %d activity rows, %d blocks are written",
                    payments, history.activities(), history.blocks());
            history.write();
        }
        measurePages(history);
        figures.put(
                "figures.csv_rows_per_s",
                Math.min(file("/figures/volume/rows.csv?period=365d"), file("/finance/journal.csv")));
        if (!history.hasEvents()) {
            say("%d events are written", events);
            history.writeEvents(events);
        }
        measureReplay();
        say("%s", figures.json());
    }

    private void measurePages(GeneratedHistory history) {
        Map<String, Double> seen = new LinkedHashMap<>();
        for (String page : pages(history)) {
            seen.put(page, p95(page));
        }
        seen.forEach((page, millis) -> say("  %s%6.0f ms  %s", millis > SLOW_MS ? "*" : " ", millis, page));
        figures.put(
                "figures.page_p95_ms",
                seen.values().stream().mapToDouble(each -> each).max().orElseThrow());
    }

    private double p95(String page) {
        for (int round = 0; round < WARM_UPS; round++) {
            dash.get("dash", page).expect(200);
        }
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long from = System.nanoTime();
            dash.get("dash", page).expect(200);
            millis[round] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        return millis[(int) Math.ceil(rounds * 0.95) - 1];
    }

    private List<String> pages(GeneratedHistory history) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long middle = history.blocks() / 2;
        String account = owner.sql("select min(id) from ledger.account")
                .query(String.class)
                .single();
        List<String> pages = new ArrayList<>();
        for (String period : List.of("today", "7d", "30d", "90d", "365d")) {
            pages.add("/?period=" + period);
        }
        for (String figure : List.of(
                "revenue",
                "transactions",
                "average-value",
                "volume",
                "verified-accounts",
                "daily-active-users",
                "active-creators",
                "average-earnings",
                "open-alerts")) {
            pages.add("/figures/" + figure + "?period=365d");
            pages.add("/figures/" + figure + "?period=365d&after=" + today.minusDays(180) + "T00:00:00Z_"
                    + GeneratedHistory.id(1));
        }
        pages.addAll(List.of(
                "/finance/payments",
                "/finance/payments?state=settled",
                "/finance/payments?state=declined",
                "/finance/payments?state=refunding",
                "/finance/payments/" + GeneratedHistory.id(payments / 2),
                "/finance/journal",
                "/finance/journal?from=" + today.minusDays(200) + "&to=" + today.minusDays(170),
                "/finance/journal?from=" + today.minusDays(200) + "&to=" + today.minusDays(170) + "&kind=reversal",
                "/finance/journal?kind=reversal",
                "/finance/journal?code=creator_earnings",
                "/finance/journal?code=fan_wallet",
                "/finance/journal?account=" + account,
                "/finance/journal?account=" + account + "&kind=reversal",
                "/finance/journal?referenceType=payment&referenceId=" + GeneratedHistory.id(middle),
                "/finance/journal/" + middle * 3,
                "/finance/accounts/" + account,
                "/finance/blocks/" + middle,
                "/finance/trial-balance",
                "/finance/trial-balance?asOf=" + today.minusDays(180),
                "/operations/audit",
                "/operations/audit?by=" + GeneratedHistory.fan(7),
                "/operations/audit?to=" + GeneratedHistory.fan(7),
                "/operations",
                "/operations/failed-events",
                "/operations/settings",
                "/security/events",
                "/security/events?severity=critical",
                "/security/events?severity=high",
                "/security/events?user=" + GeneratedHistory.fan(7),
                "/security/alerts",
                "/security/alerts?state=all",
                "/security/alerts?state=all&severity=critical",
                "/security/blocks",
                "/users",
                "/users?role=fan"));
        return pages;
    }

    /** Rows a second, from the request to the last row. */
    private double file(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path))
                .header("Host", dash.host("dash"))
                .header("Cookie", "fanz_session=" + administrator.client().token())
                .build();
        long from = System.nanoTime();
        long rows = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            try (InputStream body = new BufferedInputStream(answer.body(), 1 << 16)) {
                byte[] part = new byte[1 << 16];
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    for (int index = 0; index < read; index++) {
                        rows += part[index] == '\n' ? 1 : 0;
                    }
                }
            }
        }
        double perSecond = rows * 1e9 / (System.nanoTime() - from);
        say("  %s: %d rows, %.0f/s", path, rows, perSecond);
        return perSecond;
    }

    private void measureReplay() throws InterruptedException {
        Analytics analytics = program.bean(Analytics.class);
        long from = System.nanoTime();
        program.bean(ParkedEvents.class).replay("analytics.facts", AccountId.of(administrator.id()));
        while (analytics.progress().recounted() != null) {
            Thread.sleep(20);
        }
        double perSecond = events * 1e9 / (System.nanoTime() - from);
        say("  a replay read %.0f events a second", perSecond);
        figures.put("figures.replay_per_s", perSecond);
    }

    private static long option(String name, long otherwise, String... arguments) {
        int place = Arrays.asList(arguments).indexOf(name);
        return place < 0 ? otherwise : Long.parseLong(arguments[place + 1]);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.fanz.security.identity.eligibility.EligibilityChecks;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator brings along: where addresses lie, who is listed, and the rules of ages and countries. */
@Tag("database")
class OperatorTablesTest {
    private static final String RULES = "/api/v1/eligibility/rules";
    private static final String LISTS = "/api/v1/eligibility/sanctions-lists";

    @TempDir
    static Path folder;

    private static RunningFanz program;

    @BeforeAll
    static void start() throws IOException {
        Path table = folder.resolve("countries.csv");
        Files.writeString(table, "network,country\n127.16.0.0/16,FR\n127.17.0.0/16,DE\n");
        program = RunningFanz.start("--fanz.http.country-table=" + table);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aPaymentFromAnotherCountryThanTheAccountsIsScoredAsOne() {
        SignedInUser creator = program.users().creator();
        assertThat(reasons("127.16.0.1", creator)).contains("country_mismatch");
        assertThat(reasons("127.17.0.1", creator)).doesNotContain("country_mismatch");
        assertThat(reasons("127.18.0.1", creator)).doesNotContain("country_mismatch");
    }

    @Test
    void aListOfRealSizeIsImportedInPartsThatCountTogether() {
        ProgramClient administrator = program.users().administrator().client();
        String first = part(0, 25_000);
        String second = part(25_000, 50_000);
        assertThat(first.length() + second.length()).isGreaterThan(1_048_576);
        imported(administrator, "whole", first + second.replace("name,born\n", ""))
                .expect(413);
        imported(administrator, "part-1", first).expect(201);
        imported(administrator, "part-2", second).expect(201);
        assertThat(reasonsFor(name(7))).containsExactly(EligibilityChecks.SANCTIONS_MATCH);
        assertThat(reasonsFor(name(49_999))).containsExactly(EligibilityChecks.SANCTIONS_MATCH);
        assertThat(reasonsFor("Somebody Else")).isEmpty();
    }

    private static HttpAnswer imported(ProgramClient administrator, String source, String csv) {
        return administrator.api("POST", LISTS, Map.of("source", source, "publishedOn", "2026-01-01", "csv", csv));
    }

    private static List<String> reasonsFor(String name) {
        return program.bean(EligibilityChecks.class)
                .check(LocalDate.of(1990, 1, 1), "DE", name)
                .reasons();
    }

    private static String part(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> name(number) + ",\n")
                .collect(Collectors.joining("", "name,born\n", ""));
    }

    private static String name(int number) {
        return "Zq" + letters(number) + " Vw" + letters(number * 7) + " Hj" + letters(number * 13);
    }

    @Test
    void daysBeyondWhatTheDatabaseHoldsAreRefused() {
        ProgramClient administrator = program.users().administrator().client();
        administrator
                .api("POST", LISTS, Map.of("source", "far", "publishedOn", "+999999-01-01", "csv", "name,born\nA B,\n"))
                .expectProblem(422, "invalid-field");
        rules(administrator, "+999999-01-01", "a statute", "Firm 7").expectProblem(422, "invalid-field");
        rules(administrator, "2199-01-01", "a\nstatute", "Firm 7").expectProblem(422, "invalid-field");
        rules(administrator, "2199-01-01", "a statute", "Ann <ann@example.org>").expectProblem(422, "invalid-field");
    }

    @Test
    void versionsThatAreAddedAtTheSameMomentGetNumbersOfTheirOwn() throws Exception {
        ProgramClient administrator = program.users().administrator().client();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<HttpAnswer>> senders = IntStream.range(0, 8)
                    .<Callable<HttpAnswer>>mapToObj(
                            number -> () -> rules(administrator, "2199-01-01", "a statute", "Firm 7"))
                    .toList();
            List<String> versions = new ArrayList<>();
            for (var sent : threads.invokeAll(senders)) {
                versions.add(sent.get().expect(201).json().path("version").toString());
            }
            assertThat(versions).doesNotHaveDuplicates();
        }
    }

    private static HttpAnswer rules(ProgramClient administrator, String from, String source, String reviewer) {
        return administrator.api(
                "POST",
                RULES,
                Map.of(
                        "effectiveFrom",
                        from,
                        "rules",
                        List.of(Map.of(
                                "country",
                                "*",
                                "served",
                                true,
                                "ageMin",
                                18,
                                "source",
                                source,
                                "reviewedBy",
                                reviewer))));
    }

    private static String reasons(String address, SignedInUser creator) {
        SignedInUser fan = program.users().fan("Somebody", program.clientFrom(address));
        HttpAnswer tip = new TestShop(program).tip(fan, creator, "500");
        assertThat(tip.status()).as(tip.body()).isLessThan(300);
        return JdbcClient.create(program.database().asOwner())
                .sql("select reasons::text from fraud.assessment where payment = cast(:id as uuid)")
                .param("id", tip.text("id"))
                .query(String.class)
                .single();
    }

    /** Five letters that are another for each number. */
    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + 1_000_000; word.length() < 5; left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.toString();
    }
}

package network.fanz.platform.cardnumbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often the guard is wrong: never in a million honest requests, and never with a test number of a network. */
class CardGuardRateTest {
    private static final int REQUESTS = 1_000_000;
    private static final int SENDERS = 100;

    /** From the test pages of the networks and of their processors. */
    private static final List<String> TEST_NUMBERS = List.of(
            // Visa, of 16, 13 and 19 digits
            "4242424242424242",
            "4111111111111111",
            "4012888888881881",
            "4000056655665556",
            "4000000000000002",
            "4000002500003155",
            "4222222222222",
            "4917610000000000",
            "4988438843884305",
            "4166676667666746",
            "4000000000000000006",
            "5019555544445555",
            // Mastercard
            "5555555555554444",
            "5105105105105100",
            "5200828282828210",
            "5454545454545454",
            "2223003122003222",
            "2222400070000005",
            "2720992593319364",
            "5425233430109903",
            // American Express
            "378282246310005",
            "371449635398431",
            "378734493671000",
            "370000000000002",
            "343434343434343",
            // Discover, Diners Club
            "6011111111111117",
            "6011000990139424",
            "6011981111111113",
            "6445644564456445",
            "6500000000000002",
            "30569309025904",
            "38520000023237",
            "36227206271667",
            "3056930009020004",
            "36006666333344",
            "36148900647913",
            // JCB, UnionPay
            "3530111333300000",
            "3566002020360505",
            "3566111111111113",
            "3569990010095841",
            "6200000000000005",
            "6205500000000000004",
            "6212345678901232",
            "6243030000000001",
            // Maestro, Dankort, Mir, RuPay, Elo, Hipercard, Troy
            "6759649826438453",
            "6304000000000000",
            "6799990100000000019",
            "589312345673",
            "5018000000000009",
            "5019717010103742",
            "2200770239097761",
            "2201382000000013",
            "5066991111111118",
            "6062828888666688",
            "9792030000000000");

    @Test
    void refusesNoneOfAMillionHonestRequests() {
        long start = System.nanoTime();
        List<String> refused = IntStream.range(0, SENDERS)
                .parallel()
                .mapToObj(HonestRequests::new)
                .flatMap(requests -> Stream.generate(requests::next).limit(REQUESTS / SENDERS))
                .filter(HonestRequests.HonestRequest::isRefused)
                .map(HonestRequests.HonestRequest::toString)
                .limit(20)
                .toList();
        System.out.printf("%d honest requests in %d ms%n", REQUESTS, (System.nanoTime() - start) / 1_000_000);
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("written")
    void findsEveryTestNumberHoweverItIsWritten(String number) {
        String sentence = "Please use " + number + ", it is mine.";
        assertThat(CardNumbers.in(number)).isTrue();
        assertThat(CardNumbers.in(sentence)).isTrue();
        assertThat(CardNumbers.in("scan_" + number + ".pdf")).isTrue();
        assertThat(CardNumberFilter.inBody("{\"note\":\"" + sentence + "\"}", "application/json"))
                .isTrue();
        assertThat(CardNumberFilter.inHeader("User-Agent", sentence)).isTrue();
    }

    static Stream<String> written() {
        return TEST_NUMBERS.stream()
                .flatMap(number -> Stream.of(" ", "-", " - ", "\u00a0", ".")
                        .map(separator -> grouped(number, separator))
                        .flatMap(grouped -> Stream.of(number, grouped)))
                .distinct();
    }

    /** As cards are printed. */
    private static String grouped(String number, String separator) {
        String form = number.length() == 15 ? "(.{4})(.{6})(.{5})" : number.length() == 14 ? "(.{4})(.{6})(.{4})" : "";
        return form.isEmpty()
                ? number.replaceAll("(.{4})(?=.)", "$1" + separator)
                : number.replaceAll(form, "$1" + separator + "$2" + separator + "$3");
    }
}

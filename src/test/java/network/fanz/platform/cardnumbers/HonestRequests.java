package network.fanz.platform.cardnumbers;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests as browsers, programs, proxies and clouds send them, without end: amounts, ids, times, keys, traces and what people write. */
final class HonestRequests {
    private static final long MICROS_2026 = 1_767_225_600_000_000L;
    private static final long MICROS_YEAR = 31_536_000_000_000L;
    private static final List<String> WORDS = List.of(
            "Hello",
            "my",
            "new",
            "set",
            "of",
            "12",
            "pictures",
            "from",
            "room",
            "7",
            "is",
            "out",
            "for",
            "9.99",
            "until",
            "2026-12-24");

    private final SplittableRandom random;
    private final List<Supplier<HonestRequest>> kinds =
            List.of(this::page, this::purchase, this::posting, this::registration, this::report);

    /** A request as the guard reads it. */
    record HonestRequest(String address, Map<String, String> headers, String body, String contentType) {
        boolean isRefused() {
            return CardNumbers.in(address)
                    || headers.entrySet().stream()
                            .anyMatch(header -> CardNumberFilter.inHeader(header.getKey(), header.getValue()))
                    || CardNumberFilter.inBody(body, contentType);
        }
    }

    HonestRequests(long seed) {
        random = new SplittableRandom(seed);
    }

    HonestRequest next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private HonestRequest page() {
        return new HonestRequest(
                "/finance/payments/" + id() + "?after=" + token(24) + "&from=2026-11-01T00:00:00."
                        + (100_000 + random.nextInt(900_000)) + "Z",
                Map.of(
                        "User-Agent",
                        agent(),
                        "X-Cloud-Trace-Context",
                        hex(32) + "/" + Long.toUnsignedString(random.nextLong()) + ";o=1",
                        "X-Request-Start",
                        "t=" + micros(),
                        "Accept-Language",
                        "de-DE,de;q=0.9,en;q=0.8"),
                "",
                "");
    }

    private HonestRequest purchase() {
        return new HonestRequest(
                "/api/v1/payments",
                Map.of(
                        "Idempotency-Key",
                        id().toString(),
                        "X-Amzn-Trace-Id",
                        "Root=1-" + hex(8) + "-" + hex(24),
                        "User-Agent",
                        agent()),
                "{\"kind\":\"tip\",\"creator\":\"" + id() + "\",\"amount\":{\"asset\":\"USD/2\",\"amount\":\""
                        + amount() + "\"},\"note\":\"" + words() + "\"}",
                "application/json");
    }

    private HonestRequest posting() {
        return new HonestRequest(
                "/api/v1/ledger/postings",
                Map.of(
                        "Idempotency-Key",
                        token(32),
                        "traceparent",
                        "00-" + hex(32) + "-" + hex(16) + "-01",
                        "X-B3-TraceId",
                        hex(16)),
                "{\"id\":\"" + id() + "\",\"kind\":\"POST\",\"legs\":[{\"debit\":\"" + random.nextInt(1, 1_000_000_000)
                        + "\",\"credit\":\""
                        + random.nextInt(1, 1_000_000_000) + "\",\"amount\":{\"amount\":\"" + amount()
                        + "\",\"asset\":\"ETH/18\"},\"code\":1}],"
                        + "\"referenceType\":\"hand\",\"referenceId\":\"" + id()
                        + "\",\"effectiveAt\":\"2026-11-23T10:00:00.123456789Z\"}",
                "application/json");
    }

    private HonestRequest registration() {
        return new HonestRequest(
                "/register?token=" + token(43),
                Map.of("User-Agent", agent(), "X-Request-Id", hex(32)),
                "{\"name\":\"" + words() + "\",\"email\":\"x" + id() + "@example.org\",\"phone\":\"+49 151 "
                        + (10_000_000 + random.nextInt(89_999_999)) + "\"}",
                "application/json");
    }

    private HonestRequest report() {
        return new HonestRequest(
                "/api/v1/monitoring/events",
                Map.of("X-Request-Start", String.valueOf(micros()), "If-None-Match", "\"" + hex(40) + "\""),
                "{\"source\":\"web\",\"title\":\"" + words() + "\",\"ipAddress\":\"" + random.nextInt(256) + "."
                        + random.nextInt(256) + ".14." + random.nextInt(256) + "\",\"metadata\":{\"score\":"
                        + random.nextDouble() + ",\"at\":" + micros() / 1000 + ",\"span\":\"" + token(22) + "\"}}",
                "application/json");
    }

    private UUID id() {
        return new UUID(random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private String amount() {
        return String.valueOf(random.nextLong(1, (long) Math.pow(10, random.nextInt(1, 19))));
    }

    private long micros() {
        return MICROS_2026 + random.nextLong(MICROS_YEAR);
    }

    private String hex(int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    private String token(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
    }

    private String agent() {
        int version = random.nextInt(100, 150);
        return "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0."
                + random.nextInt(1000, 9999) + "." + random.nextInt(10, 250) + " Safari/537.36";
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(2, 9); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }
}

package network.fanz.journeys;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.OwnSection;
import network.fanz.common.Page;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of somebody's own data, in JSON. It is written page by page while its reader takes it, so it may have any length, and it holds
 * no connection to the database while the reader waits.
 */
public final class OwnDataFile {
    /** Another version has another number: readers may rely on the names in it. */
    static final String FORMAT = "fanz-my-data/1";

    private static final String GONE = "somebody who has left";
    private static final String ABOUT =
            "What this program keeps about you. Times are UTC. Amounts are decimal numbers as text, beside what they are counted in."
                    + " It was read part by part while it was written, so what happened meanwhile may be in one part and not in another."
                    + " If it does not end with \"complete\": true, it was cut off on its way: ask for it again.";

    private final AccountId owner;
    private final Instant madeAt;
    private final List<OwnSection<?>> sections;
    private final List<LeftOut> leftOut;
    private final Identity identity;
    private final JsonMapper mapper;

    OwnDataFile(
            AccountId owner,
            Instant madeAt,
            List<OwnSection<?>> sections,
            List<LeftOut> leftOut,
            Identity identity,
            JsonMapper mapper) {
        this.owner = owner;
        this.madeAt = madeAt;
        this.sections = sections;
        this.leftOut = leftOut;
        this.identity = identity;
        this.mapper = mapper;
    }

    /** Such as {@code fanz-my-data-2026-11-29.json}, by the day in UTC. */
    public String name() {
        return "fanz-my-data-" + madeAt.atZone(ZoneOffset.UTC).toLocalDate() + ".json";
    }

    /**
     * Where it fails half-way the generator stays open: closed, it would end what is open, and a cut file would read like a whole one.
     *
     * @throws IOException if the reader has gone
     */
    public void writeTo(OutputStream out) throws IOException {
        try {
            JsonGenerator json = mapper.writerWithDefaultPrettyPrinter().createGenerator(out);
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writePOJOProperty("made_at", madeAt);
            json.writeStringProperty("about", ABOUT);
            for (OwnSection<?> section : sections) {
                write(json, section);
            }
            json.writeArrayPropertyStart("left_out");
            leftOut.forEach(left -> json.writePOJO(left(left)));
            json.writeEndArray();
            json.writeBooleanProperty("complete", true);
            json.writeEndObject();
            json.close();
        } catch (JacksonIOException readerHasGone) {
            throw readerHasGone.getCause();
        }
    }

    private void write(JsonGenerator json, OwnSection<?> section) {
        json.writeObjectPropertyStart(section.name());
        json.writeStringProperty("about", section.about());
        json.writeArrayPropertyStart("rows");
        @Nullable String after = null;
        do {
            Page<Map<String, @Nullable Object>> page = section.page(owner, after);
            Map<AccountId, String> names = names(page.items());
            page.items().forEach(row -> json.writePOJO(named(row, names)));
            after = page.next();
        } while (after != null);
        json.writeEndArray();
        json.writeEndObject();
    }

    private Map<AccountId, String> names(List<Map<String, @Nullable Object>> rows) {
        return identity.names(rows.stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(AccountId.class::isInstance)
                .map(AccountId.class::cast)
                .collect(Collectors.toSet()));
    }

    /** Other people are there by the name that they are known by, never by their id. */
    private static Map<String, @Nullable Object> named(
            Map<String, @Nullable Object> row, Map<AccountId, String> names) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>(row);
        named.replaceAll((field, value) -> switch (value) {
            case AccountId other -> name(names.getOrDefault(other, ""));
            case Money money -> amount(money);
            case null, default -> value;
        });
        return named;
    }

    private static Map<String, String> amount(Money money) {
        Map<String, String> amount = new LinkedHashMap<>();
        amount.put("amount", money.decimal());
        amount.put("asset", money.asset().code());
        return amount;
    }

    private static String name(String name) {
        return name.isEmpty() ? GONE : name;
    }

    private static Map<String, String> left(LeftOut left) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("what", left.what());
        said.put("why", left.why());
        return said;
    }
}

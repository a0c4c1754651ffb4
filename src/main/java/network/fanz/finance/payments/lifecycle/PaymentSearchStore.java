package network.fanz.finance.payments.lifecycle;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.finance.payments.PaymentFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds payments for staff, newest first. Only the conditions that are set stand in the query, so that PostgreSQL plans with their index. */
@Component
public class PaymentSearchStore {
    /** The end of an id, as pages show it. */
    private static final Pattern TAIL = Pattern.compile("…?([0-9A-Fa-f]{8})");

    private static final String IN_ORDER = " order by created_at desc, id desc limit :limit";

    private final JdbcClient jdbc;

    PaymentSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param card the look-up hash of the filter's card; null if it names none
     * @param last what the page before ended with; null for the first page
     */
    public List<PaymentRow> find(
            PaymentFilter filter, byte @Nullable [] card, PaymentStore.@Nullable PaymentCursor last, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("limit", limit));
        String conditions = conditions(filter, values) + ofCard(card, values) + after(last, values);
        AccountId person = filter.person();
        return jdbc.sql(person == null ? ofAll(conditions) : ofPerson(person, conditions, values))
                .params(values)
                .query((row, number) -> PaymentStore.payment(row))
                .list();
    }

    private static String ofAll(String conditions) {
        return "select * from payments.payment where true" + conditions + IN_ORDER;
    }

    /** Nobody pays themselves, so nothing comes twice. */
    private static String ofPerson(AccountId person, String conditions, Map<String, Object> values) {
        values.put("person", person.value());
        return """
                select * from (
                  (select * from payments.payment where buyer = :person %1$s %2$s)
                  union all
                  (select * from payments.payment where seller = :person %1$s %2$s)) either %2$s""".formatted(conditions, IN_ORDER);
    }

    private static String conditions(PaymentFilter filter, Map<String, Object> values) {
        StringBuilder conditions = new StringBuilder();
        if (filter.state() != null) {
            // Written out, for the index of the states leaves out the one that most are in.
            conditions.append(" and state = '").append(filter.state().name()).append('\'');
        }
        if (filter.abandoned() != null) {
            conditions.append(filter.abandoned() ? " and reason = 'abandoned'" : " and reason <> 'abandoned'");
        }
        if (filter.takenBack() != null) {
            conditions.append(" and taken_back = :takenBack");
            values.put("takenBack", filter.takenBack().name());
        }
        if (filter.unbooked()) {
            conditions.append(BookedBackStore.UNBOOKED);
        }
        if (filter.begun() != null) {
            conditions.append(" and created_at >= :from and created_at < :to");
            values.put("from", filter.begun().from().atOffset(ZoneOffset.UTC));
            values.put("to", filter.begun().to().atOffset(ZoneOffset.UTC));
        }
        if (filter.price() != null) {
            conditions.append(" and price = :price and asset = :asset");
            values.put("price", new BigDecimal(filter.price().units()));
            values.put("asset", filter.price().asset().toString());
        }
        return conditions + reference(filter.reference(), values);
    }

    private static String reference(@Nullable String reference, Map<String, Object> values) {
        if (reference == null) {
            return "";
        }
        try {
            values.put("own", UUID.fromString(reference));
            return " and id = :own";
        } catch (IllegalArgumentException notWhole) {
            Matcher tail = TAIL.matcher(reference);
            if (tail.matches()) {
                values.put("tail", tail.group(1).toLowerCase(Locale.ROOT));
                return " and right(id::text, 8) = :tail";
            }
            values.put("reference", reference);
            return " and session = :reference";
        }
    }

    private static String ofCard(byte @Nullable [] card, Map<String, Object> values) {
        if (card == null) {
            return "";
        }
        values.put("card", card);
        return " and id in (select payment from payments.used_card where last4_lookup = :card)";
    }

    private static String after(PaymentStore.@Nullable PaymentCursor last, Map<String, Object> values) {
        if (last == null) {
            return "";
        }
        values.put("at", last.at().atOffset(ZoneOffset.UTC));
        values.put("id", last.id());
        return " and (created_at, id) < (:at, :id)";
    }
}

package network.fanz.web.money;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.WalletLine;
import network.fanz.finance.payments.WalletSection;
import network.fanz.web.show.Csv;
import network.fanz.web.show.PublicNames;

/** A statement of somebody's own wallet as a file, newest first and whole. */
final class StatementCsv {
    private StatementCsv() {}

    static void write(
            Payments payments,
            PublicNames names,
            AccountId owner,
            WalletSection section,
            StatementMonth statementMonth,
            HttpServletResponse response)
            throws IOException {
        // The first page is read before anything is sent, so a refusal is still an answer of its own.
        Page<WalletLine> first = payments.statement(owner, section, statementMonth.period(), null);
        Csv.send(
                response,
                file(section, statementMonth),
                csv -> {
                    Page<WalletLine> page = first;
                    rows(csv, page, names);
                    while (page.next() != null) {
                        page = payments.statement(owner, section, statementMonth.period(), page.next());
                        rows(csv, page, names);
                    }
                },
                "transfer",
                "booked",
                "what",
                "payment",
                "asset",
                "amount",
                "balance after");
    }

    private static void rows(Csv csv, Page<WalletLine> page, PublicNames names) {
        Map<AccountId, String> others = names.of(page.items().stream()
                .map(WalletLine::other)
                .filter(Objects::nonNull)
                .toList());
        for (WalletLine line : page.items()) {
            csv.row(
                    line.seq(),
                    line.at(),
                    StatementText.description(
                            line, line.other() == null ? null : others.getOrDefault(line.other(), "")),
                    line.payment() == null ? "" : line.payment(),
                    line.amount().asset().code(),
                    line.amount().decimal(),
                    line.balance().decimal());
        }
    }

    private static String file(WalletSection section, StatementMonth statementMonth) {
        String tail = statementMonth.value().isEmpty() ? "" : "-" + statementMonth.value();
        return "fanz-" + section.name().toLowerCase(Locale.ROOT) + tail + ".csv";
    }
}

package network.fanz.content.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalInt;
import network.fanz.common.AccountId;
import network.fanz.common.Steady;
import network.fanz.content.audience.Look.LookKey;
import network.fanz.content.catalogue.SentMedia;
import network.fanz.content.catalogue.SentMediaListener;
import network.fanz.content.media.RenditionKind;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** Holds in memory what viewers are sent, and has it written together. */
@Component
class ViewCounter implements SentMediaListener {
    private static final String VIEWER = "audience.view.viewer";
    private static final String NETWORK = "audience.view.network";

    private final LooksUnderWay looks;
    private final LookWriting writing;
    private final Vault vault;
    private final Clock clock;

    ViewCounter(LooksUnderWay looks, LookWriting writing, Vault vault, @Steady Clock clock) {
        this.looks = looks;
        this.writing = writing;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void sent(SentMedia sent) {
        OptionalInt piece = ViewRules.piece(sent.rendition());
        if (piece.isPresent() && ViewRules.counts(sent)) {
            looks.add(look(sent, piece.getAsInt()));
            writing.writeIfDue();
        }
    }

    private Look look(SentMedia sent, int piece) {
        AccountId account = sent.viewer().account();
        String who = account == null
                ? "session " + Objects.requireNonNull(sent.viewer().session())
                : "account " + account;
        BitSet pieces = new BitSet();
        pieces.set(piece);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Look(
                new LookKey(sent.work(), hash(VIEWER, sent.creator() + " " + who)),
                sent.creator(),
                sent.rendition().upload(),
                sent.rendition().kind() == RenditionKind.SEGMENT,
                account,
                account == null
                        ? hash(
                                NETWORK,
                                sent.work() + " " + sent.caller().origin().widestNetwork())
                        : null,
                now,
                now,
                pieces);
    }

    private String hash(String field, String value) {
        return HexFormat.of().formatHex(vault.keyedHash(field, value));
    }
}

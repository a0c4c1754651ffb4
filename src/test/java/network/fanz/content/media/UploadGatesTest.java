package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;
import org.junit.jupiter.api.Test;

/** Who may begin an upload: whoever all gates let in, and nobody where one is missing. */
class UploadGatesTest {
    private static final AccountId CREATOR = new AccountId(new UUID(0, 1));

    @Test
    void whoeverLacksNothingMayUpload() {
        UploadGates gates = new UploadGates(Stream.of(UploadGate.Kind.values())
                .map(kind -> gate(kind, null))
                .toList());
        gates.require(CREATOR);
        assertThat(gates.whyNot(CREATOR)).isEmpty();
    }

    @Test
    void aKindThatNobodyImplementsRefuses() {
        for (UploadGate.Kind missing : UploadGate.Kind.values()) {
            UploadGates gates = new UploadGates(Stream.of(UploadGate.Kind.values())
                    .filter(kind -> kind != missing)
                    .map(kind -> gate(kind, null))
                    .toList());
            assertThatThrownBy(() -> gates.require(CREATOR)).isInstanceOf(UploadNotAllowed.class);
        }
    }

    @Test
    void allThatIsMissingIsSaidAndTheFirstOfItRefuses() {
        UploadGates gates = new UploadGates(
                List.of(gate(UploadGate.Kind.AGREEMENT, "Sign."), gate(UploadGate.Kind.IDENTITY, "Show yourself.")));
        assertThat(gates.whyNot(CREATOR)).extracting(Sentence::english).containsExactly("Show yourself.", "Sign.");
        assertThatThrownBy(() -> gates.require(CREATOR)).hasMessage("Show yourself.");
    }

    @Test
    void oneOfTwoGatesOfAKindIsEnoughToRefuse() {
        UploadGates gates = new UploadGates(List.of(
                gate(UploadGate.Kind.IDENTITY, null),
                gate(UploadGate.Kind.IDENTITY, "Not you."),
                gate(UploadGate.Kind.AGREEMENT, null)));
        assertThatThrownBy(() -> gates.require(CREATOR)).hasMessage("Not you.");
    }

    private static UploadGate gate(UploadGate.Kind kind, String why) {
        return new UploadGate() {
            @Override
            public Kind kind() {
                return kind;
            }

            @Override
            public Optional<Sentence> whyNot(AccountId creator) {
                return Optional.ofNullable(why).map(Sentence::of);
            }
        };
    }
}

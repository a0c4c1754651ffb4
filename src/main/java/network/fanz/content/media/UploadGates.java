package network.fanz.content.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks all gates before an upload begins. A kind without a gate refuses, and so does a gate that fails. */
@Component
class UploadGates {
    private final List<UploadGate> gates;

    @Autowired
    UploadGates(ObjectProvider<UploadGate> gates) {
        this(gates.stream().toList());
    }

    UploadGates(List<UploadGate> gates) {
        this.gates = List.copyOf(gates);
    }

    /** All that is missing, in the order of the kinds; empty if the creator may upload. */
    List<Sentence> whyNot(AccountId creator) {
        return Arrays.stream(UploadGate.Kind.values())
                .flatMap(kind -> ask(kind, creator))
                .toList();
    }

    private Stream<Sentence> ask(UploadGate.Kind kind, AccountId creator) {
        List<UploadGate> asked =
                gates.stream().filter(gate -> gate.kind() == kind).toList();
        return asked.isEmpty()
                ? Stream.of(Sentence.of("This program cannot tell whether you may upload, so nobody can."))
                : asked.stream().map(gate -> gate.whyNot(creator)).flatMap(Optional::stream);
    }

    /** @throws UploadNotAllowed if something is missing: the first of it */
    void require(AccountId creator) {
        whyNot(creator).stream().findFirst().ifPresent(why -> {
            throw new UploadNotAllowed(why);
        });
    }
}

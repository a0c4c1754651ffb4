package network.fanz.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Ids: new ones sort by time, and those that follow from a name always follow. */
class IdsProperties {
    private static final long END_OF_48_BITS = (1L << 48) - 1;

    @Property
    void theSameNameGivesTheSameIdOfVersion8(@ForAll String namespace, @ForAll String name) {
        UUID id = Ids.derived(namespace, name);
        assertThat(id).isEqualTo(Ids.derived(namespace, name));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.derived(namespace, name + "x")).isNotEqualTo(id);
        assertThat(Ids.derived(namespace + "x", name)).isNotEqualTo(id);
    }

    @Test
    void namespaceAndNameDoNotRunTogether() {
        assertThat(Ids.derived("ab", "c")).isNotEqualTo(Ids.derived("a", "bc"));
    }

    @Property
    void aNewIdIsOfVersion7AndHoldsItsMillisecond(@ForAll @LongRange(max = END_OF_48_BITS) long millis) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        List<UUID> ids = Ids.next(clock, 20);
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
        });
    }
}

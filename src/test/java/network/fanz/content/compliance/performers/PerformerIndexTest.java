package network.fanz.content.compliance.performers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.OtherName;
import network.fanz.content.compliance.OtherNameKind;
import network.fanz.content.compliance.PerformerDetails;
import network.fanz.content.compliance.PerformerVersion;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The index that the law asks for, both ways: from every name to everybody who has it, and from a record to all its names. Seconds. */
@Tag("database")
class PerformerIndexTest {
    private static final int PEOPLE = 10_000;
    private static final int BATCH = 500;
    private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
    private static final AccountId CREATOR = new AccountId(new UUID(1, 1));
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéñçøłабвгд";

    private final Random chance = new Random(2257);
    private final Set<String> taken = new HashSet<>();
    private final List<String> families = names(600);
    private final List<String> given = names(250);
    private final List<String> stage = names(4_000);
    private final Map<UUID, PerformerDetails> people = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();

    @Test
    void everybodyIsFoundByEachNameAndHasTheNamesTheyWereRecordedWith() {
        try (RunningFanz program = RunningFanz.start()) {
            SealedPerformers kept = program.bean(SealedPerformers.class);
            IntStream.range(0, PEOPLE).forEach(number -> make());
            insert(kept, program.bean(TransactionTemplate.class));
            byName.entrySet().parallelStream()
                    .forEach(name -> assertThat(Set.copyOf(kept.named(name.getKey(), null, PEOPLE)))
                            .as(name.getKey())
                            .isEqualTo(name.getValue()));
            pages(people.keySet().stream().toList())
                    .forEach(page -> kept.find(page)
                            .forEach(record ->
                                    assertThat(record.person().details()).isEqualTo(people.get(record.id()))));
            assertThat(kept.count(CREATOR)).isEqualTo(PEOPLE);
        }
    }

    /** Several batches at once, for each new key waits for the disk. */
    private void insert(SealedPerformers kept, TransactionTemplate transaction) {
        try (ExecutorService batches = Executors.newFixedThreadPool(8)) {
            pages(people.keySet().stream().toList())
                    .forEach(page ->
                            batches.submit(() -> transaction.executeWithoutResult(status -> page.forEach(id -> {
                                kept.insert(id, CREATOR, false, NOW);
                                kept.insert(id, new PerformerVersion(1, id, people.get(id), null, CREATOR, NOW));
                            }))));
        }
    }

    private void make() {
        UUID id = new UUID(chance.nextLong(), chance.nextLong());
        List<OtherName> others = IntStream.range(0, chance.nextInt(4))
                .mapToObj(number -> new OtherName(
                        OtherNameKind.values()[chance.nextInt(OtherNameKind.values().length)], one(stage)))
                .toList();
        PerformerDetails details = new PerformerDetails(
                one(families),
                chance.nextInt(50) == 0 ? "" : one(given),
                others,
                LocalDate.of(1950 + chance.nextInt(55), 1 + chance.nextInt(12), 1 + chance.nextInt(28)));
        people.put(id, details);
        expect(id, details.family());
        expect(id, details.legalName());
        details.otherNames().forEach(other -> expect(id, other.name()));
        if (!details.given().isEmpty()) {
            expect(id, details.given());
            expect(id, details.family() + ", " + details.given());
        }
    }

    private void expect(UUID id, String name) {
        byName.computeIfAbsent(name, any -> new HashSet<>()).add(id);
    }

    private String one(List<String> names) {
        return names.get(chance.nextInt(names.size()));
    }

    /** Made-up words, none of which is another in another spelling. */
    private List<String> names(int count) {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            StringBuilder word = new StringBuilder();
            IntStream.range(0, 6 + chance.nextInt(5))
                    .forEach(at -> word.append(LETTERS.charAt(chance.nextInt(LETTERS.length()))));
            Set<String> forms = NameForm.of(word.toString());
            if (forms.stream().noneMatch(taken::contains)) {
                taken.addAll(forms);
                names.add(word.toString());
            }
        }
        return names;
    }

    private static List<List<UUID>> pages(List<UUID> ids) {
        List<List<UUID>> pages = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            pages.add(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
        return pages;
    }
}

package network.fanz.content.catalogue.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.NewWork;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseGate;
import network.fanz.content.catalogue.ReleaseGate.GateKind;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import network.fanz.content.catalogue.Work;
import network.fanz.content.media.StoredUploads;
import network.fanz.content.media.UploadInUse;
import network.fanz.content.media.UploadNotWhole;
import network.fanz.content.media.UploadType;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a release goes, with steps and gates that say what a test wants. */
@Tag("database")
class ReleaseDriverTest {
    private static final ManualClock CLOCK = ManualClock.at("2026-05-01T10:00:00Z");
    private static TestModules modules;
    private static JdbcClient database;

    private final AccountId creator = new AccountId(UUID.randomUUID());
    private final Map<ReleaseStage, ReleaseStep> steps = new EnumMap<>(ReleaseStage.class);
    private final Map<GateKind, ReleaseGate> gates = new EnumMap<>(GateKind.class);
    private final List<ReleaseStage> taken = new ArrayList<>();

    ReleaseDriverTest() {
        steps.put(ReleaseStage.SNIFF, modules.bean(SniffStep.class));
        for (ReleaseStage stage : ReleaseStage.values()) {
            if (stage != ReleaseStage.SNIFF) {
                answers(stage, new StepResult.Done());
            }
        }
        for (GateKind kind : GateKind.values()) {
            gate(kind, true);
        }
    }

    @BeforeAll
    static void start() {
        modules = TestModules.start(
                CLOCK,
                "platform.events",
                "platform.vault",
                "platform.objects",
                "security.audit",
                "content.media",
                "content.catalogue.releases");
        database = JdbcClient.create(modules.database().asOwner());
    }

    @AfterAll
    static void close() {
        modules.close();
    }

    @Test
    void passesEveryStageInOrderAndIsPublishedOnceEveryGateIsClear() {
        UUID work = begun();
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
        assertThat(taken)
                .containsExactly(ReleaseStage.HASH, ReleaseStage.DERIVE, ReleaseStage.SIGNAL, ReleaseStage.RECORDS);
        assertThat(history(work))
                .containsExactly(
                        "RECEIVED", "SNIFFED", "HASHED", "DERIVED", "SIGNALLED", "RECORDS", "REVIEW", "PUBLISHED");
    }

    @ParameterizedTest
    @EnumSource(ReleaseStage.class)
    void stopsBeforeAStageThatNobodyDoesAndGoesOnWhenSomebodyDoes(ReleaseStage stage) {
        ReleaseStep step = steps.remove(stage);
        UUID work = begun();
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
        assertThat(shown(work).cause()).isEqualTo(ReleaseCause.STEP_MISSING);
        CLOCK.forward(Duration.ofDays(30));
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
        assertThat(history(work)).endsWith(stage.from().name(), "HELD").doesNotContain("PUBLISHED");
        steps.put(stage, step);
        CLOCK.forward(Duration.ofMinutes(2));
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
    }

    @Test
    void whoeverWakesAReleaseWhileAStepLooksAtItIsHeard() {
        steps.put(ReleaseStage.RECORDS, new ReleaseStep() {
            @Override
            public ReleaseStage stage() {
                return ReleaseStage.RECORDS;
            }

            @Override
            public StepResult take(ReleaseInHand release) {
                note(ReleaseStage.RECORDS, release);
                if (taken.stream().filter(ReleaseStage.RECORDS::equals).count() != 1) {
                    return new StepResult.Done();
                }
                CLOCK.forward(Duration.ofMillis(1));
                desk().lookAgain(release.id());
                return new StepResult.Held(ReleaseCause.RECORDS_MISSING);
            }
        });
        UUID work = begun();
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
        assertThat(history(work)).contains("HELD");
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void isNotPublishedWhileAGateIsMissingFailsOrSaysNo(GateKind kind) {
        UUID work = begun();
        gates.remove(kind);
        driveFor(Duration.ofDays(1));
        assertThat(state(work)).isEqualTo(ReleaseState.REVIEW);
        gate(kind, false);
        driveFor(Duration.ofDays(1));
        assertThat(state(work)).isEqualTo(ReleaseState.REVIEW);
        gates.put(kind, failingGate(kind));
        driveFor(Duration.ofDays(1));
        assertThat(state(work)).isEqualTo(ReleaseState.REVIEW);
        gate(kind, true);
        driveFor(Duration.ofMinutes(2));
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(value = ReleaseStage.class, mode = EnumSource.Mode.EXCLUDE, names = "SNIFF")
    void whatFailsIsTriedAgainAloneAndThenHeldAndThenOnceADay(ReleaseStage stage) {
        steps.put(stage, failingStep(stage));
        UUID work = begun();
        drive();
        assertThat(state(work)).isEqualTo(stage.from());
        for (Duration wait : List.of(
                Duration.ofSeconds(11), Duration.ofSeconds(61), Duration.ofMinutes(11), Duration.ofMinutes(61))) {
            driveFor(wait);
        }
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
        assertThat(shown(work).cause()).isEqualTo(ReleaseCause.STEP_FAILED);
        assertThat(taken.stream().filter(each -> each == stage)).hasSize(5);
        assertThat(taken.stream()
                        .filter(each -> each.ordinal() < stage.ordinal())
                        .distinct())
                .hasSize((int) taken.stream()
                        .filter(each -> each.ordinal() < stage.ordinal())
                        .count());
        driveFor(Duration.ofHours(25));
        assertThat(taken.stream().filter(each -> each == stage)).hasSize(6);
        answers(stage, new StepResult.Done());
        driveFor(Duration.ofHours(25));
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
    }

    @Test
    void aRetryIsNotLostWhenTheClockGoesBack() {
        steps.put(ReleaseStage.HASH, failingStep(ReleaseStage.HASH));
        UUID work = begun();
        drive();
        answers(ReleaseStage.HASH, new StepResult.Done());
        CLOCK.backward(Duration.ofDays(400));
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
        CLOCK.forward(Duration.ofDays(400));
    }

    @Test
    void whatIsSealedLooksHeldToItsCreatorAndStaysSealedWhenTheyTakeItBack() {
        answers(ReleaseStage.HASH, new StepResult.Sealed());
        UUID sealed = begun();
        drive();
        answers(ReleaseStage.HASH, new StepResult.Held(ReleaseCause.KNOWN));
        UUID held = begun();
        drive();
        assertThat(state(sealed)).isEqualTo(ReleaseState.SEALED);
        assertThat(state(held)).isEqualTo(ReleaseState.HELD);
        assertThat(shown(sealed).state()).isEqualTo(shown(held).state());
        assertThat(shown(sealed).cause()).isEqualTo(shown(held).cause());
        for (UUID work : List.of(sealed, held)) {
            register().withdraw(work, creator);
            register().withdraw(work, creator);
            assertThat(shown(work).state()).isEqualTo(ReleaseState.WITHDRAWN);
            assertThat(shown(work).cause()).isNull();
        }
        driveFor(Duration.ofDays(2));
        assertThat(state(sealed)).isEqualTo(ReleaseState.SEALED);
        assertThat(state(held)).isEqualTo(ReleaseState.WITHDRAWN);
    }

    @Test
    void whatWasRejectedOrHeldForAPersonIsNotLookedAtAgainByItself() {
        answers(ReleaseStage.HASH, new StepResult.NotAccepted(ReleaseCause.UNREADABLE));
        UUID rejected = begun();
        drive();
        answers(ReleaseStage.HASH, new StepResult.Held(ReleaseCause.KNOWN));
        UUID held = begun();
        drive();
        answers(ReleaseStage.HASH, new StepResult.Done());
        driveFor(Duration.ofDays(100));
        assertThat(state(rejected)).isEqualTo(ReleaseState.REJECTED);
        assertThat(state(held)).isEqualTo(ReleaseState.HELD);
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void whatIsSeenIsHeldOnceAGateHasClosedAndSeenAgainOnceItIsClear(GateKind kind) {
        UUID work = begun();
        drive();
        gates.put(kind, failingGate(kind));
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
        desk().lookAgain(release(work));
        drive();
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
        assertThat(shown(work).cause()).isEqualTo(ReleaseCause.GATE_CLOSED);
        driveFor(Duration.ofDays(3));
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
        gate(kind, true);
        driveFor(Duration.ofMinutes(2));
        assertThat(state(work)).isEqualTo(ReleaseState.PUBLISHED);
        assertThat(history(work)).endsWith("REVIEW", "PUBLISHED", "HELD", "REVIEW", "PUBLISHED");
        gate(kind, false);
        driveFor(Duration.ofHours(25));
        assertThat(state(work)).isEqualTo(ReleaseState.HELD);
    }

    @Test
    void whoTakesAWorkDownWhileItsGatesAreAskedIsNotPassedBy() throws InterruptedException {
        UUID work = begun();
        List<Thread> taking = new ArrayList<>();
        gates.put(GateKind.COMPLIANCE, new ReleaseGate() {
            @Override
            public GateKind kind() {
                return GateKind.COMPLIANCE;
            }

            @Override
            public boolean isClear(ReleaseInHand release, String digest) {
                if (release.work().equals(work)) {
                    taking.add(Thread.startVirtualThread(
                            () -> desk().end(release.id(), ReleaseState.WITHDRAWN, ReleaseCause.GATE_CLOSED, creator)));
                }
                return true;
            }
        });
        drive();
        assertThat(taking).isNotEmpty();
        for (Thread each : taking) {
            assertThat(each.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(state(work)).isEqualTo(ReleaseState.WITHDRAWN);
        assertThat(shown(work).cause()).isEqualTo(ReleaseCause.GATE_CLOSED);
    }

    @Test
    void aPersonsNoStaysWhateverTheGatesSayLater() {
        gate(GateKind.MODERATION, false);
        UUID refused = begun();
        drive();
        desk().end(release(refused), ReleaseState.REJECTED, ReleaseCause.GATE_CLOSED, creator);
        desk().lookAgain(release(refused));
        gate(GateKind.MODERATION, true);
        driveFor(Duration.ofDays(2));
        assertThat(state(refused)).isEqualTo(ReleaseState.REJECTED);
    }

    @Test
    void whatItsCreatorHasTakenBackOrABankHasSealedStaysSo() {
        UUID back = begun();
        UUID sealed = begun();
        drive();
        register().withdraw(back, creator);
        desk().seal(release(sealed));
        for (UUID work : List.of(back, sealed)) {
            desk().lookAgain(release(work));
        }
        driveFor(Duration.ofDays(2));
        assertThat(state(back)).isEqualTo(ReleaseState.WITHDRAWN);
        assertThat(state(sealed)).isEqualTo(ReleaseState.SEALED);
        assertThat(shown(sealed).state()).isEqualTo(ReleaseState.HELD);
    }

    @Test
    void whatEndedAndWasNeverSeenIsDeletedAfterAWhileAndNothingElse() {
        UUID seen = begun();
        drive();
        gate(GateKind.MODERATION, false);
        UUID unseen = begun();
        UUID refused = begun();
        UUID sealed = begun();
        drive();
        desk().seal(release(sealed));
        for (UUID work : List.of(seen, unseen, sealed)) {
            register().withdraw(work, creator);
        }
        desk().end(release(refused), ReleaseState.REJECTED, ReleaseCause.GATE_CLOSED, creator);
        discardAfter(29);
        assertThat(List.of(seen, unseen, refused, sealed)).allMatch(this::hasBytes);
        discardAfter(2);
        assertThat(hasBytes(unseen)).isFalse();
        assertThat(List.of(seen, refused, sealed)).allMatch(this::hasBytes);
        discardAfter(160);
        assertThat(hasBytes(refused)).isFalse();
        assertThat(List.of(seen, sealed)).allMatch(this::hasBytes);
    }

    private static void discardAfter(int days) {
        CLOCK.forward(Duration.ofDays(days));
        modules.bean(ReleaseDiscard.class).discard();
    }

    private boolean hasBytes(UUID work) {
        return database.sql(
                        "select exists (select from media.upload_part p join catalogue.release r on r.upload = p.upload where r.work = ?)")
                .param(work)
                .query(Boolean.class)
                .single();
    }

    @Test
    void bytesThatWereChangedInTheStoreGoNoFurther() {
        UUID work = begun();
        database.sql(
                        "update media.upload_part set length = length - 1 where upload = (select upload from catalogue.release where work = ?)")
                .param(work)
                .update();
        driveFor(Duration.ofHours(3));
        assertThat(state(work)).isEqualTo(ReleaseState.RECEIVED);
        assertThat(history(work)).containsExactly("RECEIVED");
    }

    @Test
    void oneThatFailsStopsNoOther() {
        steps.put(ReleaseStage.HASH, new ReleaseStep() {
            @Override
            public ReleaseStage stage() {
                return ReleaseStage.HASH;
            }

            @Override
            public StepResult take(ReleaseInHand release) throws IOException {
                if (release.length() == 1000) {
                    throw new IOException("poison");
                }
                return new StepResult.Done();
            }
        });
        UUID poison = begun(1000);
        UUID good = begun(1001);
        drive();
        assertThat(state(poison)).isEqualTo(ReleaseState.SNIFFED);
        assertThat(state(good)).isEqualTo(ReleaseState.PUBLISHED);
    }

    @Test
    void aWorkIsMadeOnceOfAWholeFileOfOnesOwn() {
        UUID upload = upload(10, true);
        NewWork work = NewWork.of(upload, "A title", null);
        Work first = register().begin(creator, work, "key");
        assertThat(register().begin(creator, work, "key").id()).isEqualTo(first.id());
        assertThatThrownBy(() -> register().begin(creator, work, "another key")).isInstanceOf(UploadInUse.class);
        assertThatThrownBy(() -> register().begin(creator, NewWork.of(upload(10, false), "A title", ""), "third"))
                .isInstanceOf(UploadNotWhole.class);
        AccountId other = new AccountId(UUID.randomUUID());
        assertThatThrownBy(() -> register().begin(other, NewWork.of(upload(10, true), "A title", ""), "fourth"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register().find(first.id(), other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register().withdraw(first.id(), other)).isInstanceOf(NotFound.class);
    }

    @Test
    void wordsLieSealed() {
        UUID work = begun();
        byte[] title = database.sql("select title from catalogue.release where work = ?")
                .param(work)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(title, StandardCharsets.ISO_8859_1)).doesNotContain("title");
        assertThat(shown(work).title()).isEqualTo("A title");
    }

    private UUID begun() {
        return begun(5000);
    }

    private UUID begun(int length) {
        UUID upload = upload(length, true);
        return register()
                .begin(
                        creator,
                        NewWork.of(upload, "A title", "Some words"),
                        UUID.randomUUID().toString())
                .id();
    }

    private UUID upload(int length, boolean whole) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        return whole
                ? StoredUploads.whole(modules, creator, UploadType.MP4, bytes)
                : StoredUploads.begun(modules, creator, UploadType.MP4, bytes);
    }

    private void driveFor(Duration time) {
        CLOCK.forward(time);
        drive();
    }

    private void drive() {
        ReleaseDriver driver = new ReleaseDriver(
                modules.bean(ReleaseStore.class),
                new ReleaseSteps(List.copyOf(steps.values())),
                new ReleaseGates(List.copyOf(gates.values())),
                modules.bean(SealedWords.class),
                modules.bean(ReleaseMover.class));
        driver.drive(ReleasesConfiguration.PICTURES);
        driver.drive(ReleasesConfiguration.FILMS);
    }

    private ReleaseState state(UUID work) {
        return modules.bean(ReleaseStore.class).ofWork(work).orElseThrow().state();
    }

    private Work shown(UUID work) {
        return register().find(work, creator);
    }

    private List<String> history(UUID work) {
        return database.sql("""
                        select to_state from catalogue.release_move m join catalogue.release r on r.id = m.release
                         where r.work = ? order by m.version""").param(work).query(String.class).list();
    }

    private static ReleaseDesk desk() {
        return modules.bean(ReleaseDesk.class);
    }

    private UUID release(UUID work) {
        return modules.bean(ReleaseStore.class).ofWork(work).orElseThrow().id();
    }

    private static WorkRegister register() {
        return modules.bean(WorkRegister.class);
    }

    private void answers(ReleaseStage stage, StepResult result) {
        steps.put(stage, new ReleaseStep() {
            @Override
            public ReleaseStage stage() {
                return stage;
            }

            @Override
            public StepResult take(ReleaseInHand release) {
                note(stage, release);
                if (stage == ReleaseStage.DERIVE) {
                    modules.bean(ReleaseStore.class).setDerived(release.id(), "0".repeat(64));
                }
                return result;
            }
        });
    }

    private ReleaseStep failingStep(ReleaseStage stage) {
        return new ReleaseStep() {
            @Override
            public ReleaseStage stage() {
                return stage;
            }

            @Override
            public StepResult take(ReleaseInHand release) throws IOException {
                note(stage, release);
                throw new IOException("It does not work.");
            }
        };
    }

    /** Releases of other tests pass by too. */
    private void note(ReleaseStage stage, ReleaseInHand release) {
        if (release.creator().equals(creator)) {
            taken.add(stage);
        }
    }

    private void gate(GateKind kind, boolean clear) {
        gates.put(kind, new ReleaseGate() {
            @Override
            public GateKind kind() {
                return kind;
            }

            @Override
            public boolean isClear(ReleaseInHand release, String digest) {
                return clear;
            }
        });
    }

    private static ReleaseGate failingGate(GateKind kind) {
        return new ReleaseGate() {
            @Override
            public GateKind kind() {
                return kind;
            }

            @Override
            public boolean isClear(ReleaseInHand release, String digest) {
                throw new IllegalStateException("It cannot say.");
            }
        };
    }
}

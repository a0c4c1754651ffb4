package network.fanz.content.catalogue.releases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.NewWork;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Work;
import network.fanz.content.catalogue.WorkKeyReused;
import network.fanz.content.media.ClaimedUpload;
import network.fanz.content.media.UploadFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Begins works, shows them to their creators, and takes them back. */
@Component
public class WorkRegister {
    private final ReleaseStore store;
    private final ReleaseMover mover;
    private final SealedWords words;
    private final UploadFiles files;
    private final TransactionOperations transaction;

    WorkRegister(
            ReleaseStore store,
            ReleaseMover mover,
            SealedWords words,
            UploadFiles files,
            TransactionOperations transaction) {
        this.store = store;
        this.mover = mover;
        this.words = words;
        this.files = files;
        this.transaction = transaction;
    }

    /** See {@link network.fanz.content.catalogue.Works#begin}. */
    public Work begin(AccountId creator, NewWork begun, String key) {
        UUID id = Ids.derived("catalogue.work", creator + " " + key);
        return transaction.execute(status -> {
            if (store.insertWork(id, creator, mover.now())) {
                insert(id, creator, begun);
            }
            ReleaseRow release = store.ofWork(id).orElseThrow();
            if (!release.upload().equals(begun.upload())) {
                throw new WorkKeyReused();
            }
            return shown(release);
        });
    }

    private void insert(UUID work, AccountId creator, NewWork begun) {
        ClaimedUpload file = files.claim(begun.upload(), creator);
        Instant now = mover.now();
        ReleaseRow release = new ReleaseRow(
                Ids.derived("catalogue.release", work + " 1"),
                work,
                creator,
                begun.upload(),
                file.type(),
                file.length(),
                words.sealTitle(work, begun.title()),
                words.sealDescription(work, begun.description()),
                words.sealTags(work, begun.tags()),
                null,
                null,
                ReleaseState.RECEIVED,
                1,
                null,
                null,
                0,
                now,
                null,
                now,
                now);
        store.insert(release, now);
        mover.begin(release, new ReleaseMove(ReleaseState.RECEIVED, null, creator, 0, now));
    }

    public List<Work> of(AccountId creator, @Nullable UUID after, int limit) {
        return store.of(creator, after, limit).stream().map(this::shown).toList();
    }

    /** @throws NotFound if it is nobody's or somebody else's */
    public Work find(UUID work, AccountId creator) {
        return shown(own(work, creator));
    }

    /** See {@link network.fanz.content.catalogue.Works#withdraw}. */
    public void withdraw(UUID work, AccountId creator) {
        boolean done = false;
        while (!done) {
            ReleaseRow release = own(work, creator);
            done = release.withdrawnAt() != null || withdraw(release, creator);
        }
    }

    /** What is sealed or refused stays so, and is taken back all the same. Returns false if it has moved meanwhile. */
    private boolean withdraw(ReleaseRow release, AccountId creator) {
        if (release.state() == ReleaseState.SEALED || release.state() == ReleaseState.REJECTED) {
            mover.withdrawQuietly(release, creator);
            return true;
        }
        return mover.move(release, new ReleaseMove(ReleaseState.WITHDRAWN, null, creator, 0, null));
    }

    private ReleaseRow own(UUID work, AccountId creator) {
        return store.ofWork(work)
                .filter(release -> release.creator().equals(creator))
                .orElseThrow(() -> new NotFound("work"));
    }

    private Work shown(ReleaseRow release) {
        Instant withdrawnAt = release.withdrawnAt();
        ReleaseCause cause = release.cause();
        return new Work(
                release.work(),
                release.creator(),
                words.title(release),
                words.description(release),
                words.tags(release),
                release.type(),
                withdrawnAt == null ? release.state().shown() : ReleaseState.WITHDRAWN,
                cause == null || withdrawnAt != null && release.state() != ReleaseState.WITHDRAWN
                        ? null
                        : cause.shown(),
                release.createdAt(),
                withdrawnAt == null ? release.movedAt() : withdrawnAt);
    }
}

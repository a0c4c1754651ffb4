package network.fanz.content.catalogue;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.CanonicalText;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.content.catalogue.releases.WorkRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What creators make and want to show. To anybody else there is no such work before it is published. */
@Component
public class Works {
    private final WorkRegister register;

    Works(WorkRegister register) {
        this.register = register;
    }

    /**
     * Begins a work with a file that has come whole; from then on the file belongs to it. With the same key it is the same work. Emits
     * {@code release_moved}.
     *
     * @throws network.fanz.common.NotFound if there is no such upload of this creator
     * @throws network.fanz.content.media.UploadNotWhole if bytes are missing
     * @throws network.fanz.content.media.UploadInUse if another work has it
     * @throws WorkKeyReused if the key has begun a work with another file
     */
    public Work begin(AccountId creator, NewWork work, String key) {
        return register.begin(creator, work, key);
    }

    /** A creator's works, the newest first. */
    public Page<Work> of(AccountId creator, @Nullable String after, int limit) {
        return Page.cut(
                register.of(creator, mark(after), limit + 1),
                limit,
                work -> work.id().toString());
    }

    /** @throws network.fanz.common.NotFound if it is nobody's or somebody else's */
    public Work find(UUID work, AccountId creator) {
        return register.find(work, creator);
    }

    /**
     * Takes a work back: nobody sees it from now on. Done again it changes nothing. Emits {@code release_moved}.
     *
     * @throws network.fanz.common.NotFound if it is nobody's or somebody else's
     */
    public void withdraw(UUID work, AccountId creator) {
        register.withdraw(work, creator);
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : CanonicalText.uuid(after);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
